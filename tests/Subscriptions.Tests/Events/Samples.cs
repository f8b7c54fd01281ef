using System.Reflection;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    private static readonly PlanId Pro = new(Id(2));
    private static readonly SubscriptionCalendar Monthly = new(Day("2025-12-01"), new(IntervalUnit.Month));
    private static readonly BilledSpan December = Monthly.Containing(Day("2025-12-01"));
    private static readonly SubscriptionLine Line = new("base", "Pro", Quantity.One, new UnitPrice(29), Euros(29), December.Days(), null);

    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["CheckoutSessionEvent", "CollectionEvent", "MirroredSubscriptionEvent", "OwnOrganisationEvent", "PayingClientEvent", "PlanEvent", "PortalSessionEvent", "StripeObjectEvent", "SubscriptionEvent", "SubscriptionSettingsEvent"];

    private static readonly MirroredLook Mirrored = new(SubscriptionStatus.Active, Eur, [new("price_1", "Pro", new UnitPrice(29), 2, "month", 1)], At("2025-12-01T10:00:00Z"), At("2026-01-01T10:00:00Z"), null, false, null);

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new PlanOffered("pro", Flat("Pro", 29, 1, trialDays: 14), true, 10), new PlanRevised(Flat("Pro", 35, 1), Day("2026-01-01")), new PlanPlaced(false, 3), new PlanLinkedOutside(["price_1", "price_2"]), new PlanArchived(),
        new SubscriptionStarted(Meadow, Pro, 1, 1, Eur, "America/New_York", At("2025-11-17T10:00:00Z"), 14, Monthly, "main", false, null), new TrialEndTold(), new TrialEnded(), new PeriodBilled(December, [Line]),
        new SubscriptionSwitched(Pro, 2, 5, new Cut(Day("2025-12-16"), At("2025-12-16T12:00:00Z")), null, null, [Line]), new SwitchAgreed(Pro, 1, 3), new SwitchDropped(), new CouponTaken("TEN", "Ten off", Euros(10), null, 2), new CouponDropped("TEN"), new CancellationAgreed(), new CancellationDropped(),
        new SubscriptionCanceled(At("2025-12-16T12:00:00Z"), [Line with { UnitPrice = new UnitPrice(-29), Amount = Euros(-29) }]), new SubscriptionPaused(true), new SubscriptionResumed(Day("2026-02-01")),
        new ProrationAgreed(new(ProrationUnit.ThirtyDays, ChangeDay.Old)), new InvoicesArranged(InvoiceOutcome.Send), new BackdatingAgreed(3), new BillingWayChosen(BillingWay.StripeBills),
        new SubscriptionMirrored("sub_1", Meadow, At("2025-11-17T10:00:00Z"), Mirrored), new MirrorFollowed(Mirrored with { Status = SubscriptionStatus.PastDue }),
        new OrganisationBecameClient("acme", Meadow), new OrganisationSetFree(),
    }.Concat(StripeSamples.All).Concat(CollectingSamples.All).Concat(CheckoutSamples.All).ToDictionary(sample => sample.GetType());

    private static readonly (string Variant, object Sample)[] Shapes =
    [
        ("full", new PlanOffered("team", new("Team", new(IntervalUnit.Quarter, 2), [new("seats", "Seats", ComponentKind.Seats, [Euros(10), new Money(11, Usd)], ComponentTiming.Arrears, "reduced"), new("setup", "Set-up", ComponentKind.Once, [Euros(50), new Money(55, Usd)])], [new("users", null)], "teams", 2, 30, "For many"), false, 0)),
        ("metered", new PlanOffered("api", new("Api", new(IntervalUnit.Month), [new("calls", "API calls", ComponentKind.Metered, [], ComponentTiming.Arrears, null, new MeteredTerms("calls", [new(Eur, new PriceTerms("graduated", Tiers: [new TierTerms("1000", "0.01"), new TierTerms(null, "0.005", "2")]))], new Quantity(100), MeteredBy.Subscription))], []), true, 0)),
        ("metered", new PeriodBilled(December, [Line with { Component = "calls", Metered = new MeteredUse(Pro, 1, "calls", Id(1).ToString(), At("2025-11-01T00:00:00Z"), At("2025-12-01T00:00:00Z"), "1050.5", Euros(29), [new PricedPart("Units", "950.5", "0.0305", "28.99025")]) }])),
        ("share", new CouponTaken("HALF", "Half price", null, new Percentage(12.5m), null)),
        ("back", new SubscriptionCanceled(At("2025-12-16T12:00:00Z"), [], [Line with { UnitPrice = new UnitPrice(-29), Amount = Euros(-29) }])),
        ("goes_on", new SubscriptionSwitched(Pro, 1, 2, new Cut(Day("2025-12-16"), At("2025-12-16T12:00:00Z")), null, null, [], ["calls"])),
        ("ended", new MirrorFollowed(Mirrored with { Status = SubscriptionStatus.Canceled, Items = [new("price_2", null, null, 1, "year", 1)], TrialEnds = At("2025-12-01T10:00:00Z"), CancelAtPeriodEnd = true, EndedAt = At("2026-01-01T10:00:00Z") })),
        ("new_only", new PlanRevised(Flat("Pro", 35, 1), null)),
        ("anchored", new SubscriptionStarted(Meadow, Pro, 1, 5, Eur, "UTC", At("2025-11-17T10:00:00Z"), 0, Monthly with { Anchor = BillingAnchor.Calendar, Day = new BillingDay(31) }, "teams", true, "sub_1")),
        ("anew", new SubscriptionSwitched(Pro, 1, 1, Cut.StartOf(Day("2025-12-01"), TimeZoneInfo.Utc), Monthly, December, [])),
    ];

    /// <summary>What stands in Data/events, by file name: each event once, and again for each shape that a field of it takes.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } =
        All.Values.Select(sample => (Name: AliasOf(sample), sample)).Concat(Shapes.Concat(CollectingSamples.Shapes).Concat(CheckoutSamples.Shapes).Select(shape => (Name: $"{AliasOf(shape.Sample)}.{shape.Variant}", shape.Sample))).ToDictionary(pinned => pinned.Name, pinned => pinned.Item2);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");

    private static string AliasOf(object sample) => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias;
}
