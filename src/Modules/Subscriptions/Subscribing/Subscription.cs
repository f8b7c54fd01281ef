using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>What became of a subscription, at an instant.</summary>
internal enum SubscriptionStatus
{
    /// <summary>It has not begun.</summary>
    Incomplete,

    /// <summary>The client tries it; nothing is asked for yet.</summary>
    Trialing,

    /// <summary>It is billed.</summary>
    Active,

    /// <summary>No further period is billed for now.</summary>
    Paused,

    /// <summary>The client has it no longer.</summary>
    Canceled,

    /// <summary>An invoice could not be collected; it is tried again.</summary>
    PastDue,

    /// <summary>An invoice was not paid until the end of the schedule.</summary>
    Unpaid,
}

/// <summary>A plan's version and how many seats of it.</summary>
internal sealed record Subscribed(PlanId PlanId, int Version, int Quantity);

/// <summary>What was billed at once: for a period, a change or an end.</summary>
/// <param name="Number">From 1; with the subscription it names what was billed, once.</param>
/// <param name="On">The first day it is for.</param>
internal sealed record SubscriptionBill(int Number, BillReason Reason, DateOnly On, ValueList<SubscriptionLine> Lines)
{
    /// <summary>What it comes to; below nothing for a credit.</summary>
    public Money Amount(Currency currency) => Lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Amount);
}

/// <summary>Why something was billed.</summary>
internal enum BillReason
{
    /// <summary>A period began.</summary>
    Period,

    /// <summary>Plan or quantity changed within one.</summary>
    Change,

    /// <summary>The subscription ended.</summary>
    End,
}

/// <summary>A client's subscription to a plan.</summary>
/// <param name="Has">What the client has now.</param>
/// <param name="NextFrom">The first day that is not billed yet.</param>
/// <param name="Current">The period billed last; null before the first.</param>
/// <param name="ArrearsFrom">Since when what is due in arrears is not billed.</param>
/// <param name="Next">What the client has from the next period on, when that was agreed.</param>
/// <param name="Ends">Whether it ends with the period that is paid for.</param>
internal sealed record Subscription(
    ClientId ClientId, Subscribed Has, Currency Currency, string TimeZone, DateTimeOffset StartAt, int TrialDays, bool TrialOver, SubscriptionCalendar Calendar, DateOnly NextFrom, BilledSpan? Current, Cut ArrearsFrom,
    Subscribed? Next, bool Ends, DateTimeOffset? CanceledAt, bool IsPaused, bool KeepsAccess, bool AlongOthers, string? OutsideId, ImmutableList<SubscriptionBill> Bills) : IAggregate<Subscription>
{
    public static string Alias => "subscriptions.subscription";

    public static Subscription Initial { get; } = new(
        default, new(default, 0, 0), default, "UTC", default, 0, false, new(default, new(IntervalUnit.Month)), default, null, new(default, default), null, false, null, false, false, false, null, []);

    /// <summary>Invoices that could not be collected, and still ask for money.</summary>
    public ImmutableList<Guid> Missed { get; init; } = [];

    /// <summary>Those of them that were not paid until the end of the schedule.</summary>
    public ImmutableList<Guid> Unpaid { get; init; } = [];

    /// <summary>Since when usage of components is not billed that a change within the period left as they were.</summary>
    public ImmutableDictionary<string, DateTimeOffset> MeteredSince { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>What came off its invoices and was refunded as far as it was paid, when it ended.</summary>
    public ValueList<SubscriptionLine> GivenBack { get; init; } = [];

    /// <summary>Whether the client was told that the trial ends.</summary>
    public bool IsToldOfTrial { get; init; }

    /// <summary>The coupons that it has, in the order in which it took them.</summary>
    public ImmutableList<SubscriptionCoupon> Coupons { get; init; } = [];

    /// <summary>How many periods coupons took something off, those that it has no longer, too.</summary>
    public ImmutableDictionary<string, int> CouponUses { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>What coupons took off the period billed last.</summary>
    public ImmutableList<SubscriptionDiscount> Discounts { get; init; } = [];

    /// <summary>The plans that it has, will have, and was billed usage by.</summary>
    public IEnumerable<PlanId?> PlanIds => [Has.PlanId, Next?.PlanId, .. Bills.SelectMany(bill => bill.Lines).Select(line => line.Metered?.PlanId).Distinct()];

    /// <summary>When the trial ends, UTC; the start where there is none.</summary>
    public DateTimeOffset TrialEnds => StartAt.AddHours(24 * TrialDays);

    /// <summary>Whose days its periods are made of.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Since when usage of a component is not billed; what is used before the first paid instant is not asked for.</summary>
    public DateTimeOffset MeteredFrom(string component) => MeteredSince.GetValueOrDefault(component, ArrearsFrom.Instant) is var since && since > TrialEnds ? since : TrialEnds;

    /// <summary>When the next period is to be billed, UTC; null when none is.</summary>
    public DateTimeOffset? DueAt
    {
        get
        {
            if (CanceledAt is not null || IsPaused) return null;
            var border = LocalDay.StartOf(NextFrom, Zone);
            return Current is null && TrialEnds > border ? TrialEnds : border;
        }
    }

    /// <summary>What becomes of it at an instant.</summary>
    public SubscriptionStatus StatusAt(DateTimeOffset at)
    {
        if (CanceledAt <= at) return SubscriptionStatus.Canceled;
        if (at < StartAt) return SubscriptionStatus.Incomplete;
        if (IsPaused) return SubscriptionStatus.Paused;
        if (!Missed.IsEmpty) return Unpaid.IsEmpty ? SubscriptionStatus.PastDue : SubscriptionStatus.Unpaid;
        return TrialDays > 0 && at < TrialEnds ? SubscriptionStatus.Trialing : SubscriptionStatus.Active;
    }

    /// <summary>Whether the client may use at an instant what the plan gives.</summary>
    /// <param name="pastDue">Whether one may whose payment failed, as long as it is tried again.</param>
    public bool HasAccess(DateTimeOffset at, bool pastDue) => StatusAt(at) switch
    {
        SubscriptionStatus.Trialing or SubscriptionStatus.Active => true,
        SubscriptionStatus.Paused => KeepsAccess,
        SubscriptionStatus.PastDue => pastDue,
        _ => false,
    };

    /// <summary>An invoice could not be collected.</summary>
    public Decision<SubscriptionEvent> Miss(Guid invoice) => CanceledAt is not null || Missed.Contains(invoice) ? Decision.Nothing : new PaymentMissed(invoice);

    /// <summary>Nobody tries any more.</summary>
    public Decision<SubscriptionEvent> LeaveUnpaid(Guid invoice)
    {
        if (CanceledAt is not null || Unpaid.Contains(invoice)) return Decision.Nothing;
        List<SubscriptionEvent> happened = [.. Miss(invoice).Events, new SubscriptionLeftUnpaid(invoice)];
        return happened;
    }

    /// <summary>It asks for nothing any more.</summary>
    public Decision<SubscriptionEvent> CatchUpOn(Guid invoice) => Missed.Contains(invoice) || Unpaid.Contains(invoice) ? new PaymentCaughtUp(invoice) : Decision.Nothing;

    public Subscription Apply(object happened) => happened switch
    {
        SubscriptionStarted e => this with
        {
            ClientId = e.ClientId, Has = new(e.PlanId, e.PlanVersion, e.Quantity), Currency = e.Currency, TimeZone = e.TimeZone, StartAt = e.StartAt, TrialDays = e.TrialDays, Calendar = e.Calendar,
            NextFrom = e.Calendar.Start, AlongOthers = e.AlongOthers, OutsideId = e.OutsideId,
        },
        TrialEndTold => this with { IsToldOfTrial = true },
        TrialEnded => this with { TrialOver = true },
        PeriodBilled e => With(BillReason.Period, e.Span.From, e.Lines).Discounted(e.Span, e.Lines, Plain(e.Lines)) with { Current = e.Span, NextFrom = e.Span.To, ArrearsFrom = Cut.StartOf(e.Span.From, Zone), MeteredSince = MeteredSince.Clear() },
        SubscriptionSwitched e => Switched(e),
        SwitchAgreed e => this with { Next = new(e.PlanId, e.PlanVersion, e.Quantity) },
        SwitchDropped => this with { Next = null },
        CouponTaken e => this with { Coupons = Coupons.Add(new(e.Code, e.Name, e.Off, e.Share, e.Periods, CouponUses.GetValueOrDefault(e.Code))) },
        CouponDropped e => this with { Coupons = Coupons.RemoveAll(coupon => coupon.Code == e.Code) },
        CancellationAgreed => this with { Ends = true },
        CancellationDropped => this with { Ends = false },
        SubscriptionCanceled e => With(BillReason.End, LocalDay.Of(e.At, Zone), e.Lines) with { CanceledAt = e.At, GivenBack = e.GivenBack ?? [] },
        SubscriptionPaused e => this with { IsPaused = true, KeepsAccess = e.KeepsAccess },
        PaymentMissed e => this with { Missed = Missed.Add(e.InvoiceId) },
        PaymentCaughtUp e => this with { Missed = Missed.Remove(e.InvoiceId), Unpaid = Unpaid.Remove(e.InvoiceId) },
        SubscriptionLeftUnpaid e => this with { Unpaid = Unpaid.Add(e.InvoiceId) },
        SubscriptionResumed e => this with { IsPaused = false, KeepsAccess = false, NextFrom = e.From > NextFrom ? e.From : NextFrom },
        _ => throw new UnknownEventException(nameof(Subscription), happened),
    };

    private Subscription Switched(SubscriptionSwitched e)
    {
        var after = With(BillReason.Change, e.From.Day, e.Lines) with { Has = new(e.PlanId, e.PlanVersion, e.Quantity), Next = null, ArrearsFrom = e.From, MeteredSince = MeteredSince.Clear().AddRange((e.GoesOn ?? []).Select(code => KeyValuePair.Create(code, MeteredFrom(code)))) };
        if (e.Billed is { } billed) after = after.Discounted(billed, e.Lines, [.. Plain(e.Lines).Where(line => IsInAdvance(line, billed))]);
        if (e.Calendar is { } calendar) after = after with { Calendar = calendar, NextFrom = e.Billed?.To ?? calendar.Start, Current = e.Billed ?? Current };
        return after;
    }

    /// <summary>A period has begun: what takes something off it has one period less to go. What coupons take off the usage of the days before is none of the period's.</summary>
    /// <param name="due">What they took it off.</param>
    private Subscription Discounted(BilledSpan span, ValueList<SubscriptionLine> lines, IReadOnlyList<SubscriptionLine> due)
    {
        if (Coupons.IsEmpty) return this with { Discounts = [] };
        var (all, advance) = (Sum(due), Sum(due.Where(line => IsInAdvance(line, span))));
        Money InAdvance(Money off) => advance < all ? Money.Round(off.Amount * advance.Amount / all.Amount, Currency) : off;
        var off = lines.Where(line => line.Amount.IsNegative && line.Days == span.Days() && Coupons.Exists(coupon => coupon.Holds && coupon.Component == line.Component))
            .GroupBy(line => line.Component, StringComparer.Ordinal).ToDictionary(same => same.Key, same => InAdvance(-Sum(same)), StringComparer.Ordinal);
        return this with
        {
            CouponUses = CouponUses.SetItems(Coupons.Where(coupon => off.ContainsKey(coupon.Component)).Select(coupon => KeyValuePair.Create(coupon.Code, coupon.Used + 1))),
            Coupons = [.. Coupons.Select(coupon => off.ContainsKey(coupon.Component) ? coupon with { Used = coupon.Used + 1 } : coupon)],
            Discounts = [.. Coupons.Where(coupon => off.ContainsKey(coupon.Component)).Select(coupon => new SubscriptionDiscount(coupon, off[coupon.Component]))],
        };
    }

    private Money Sum(IEnumerable<SubscriptionLine> lines) => lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Amount);

    private static List<SubscriptionLine> Plain(ValueList<SubscriptionLine> lines) => [.. lines.Where(line => !SubscriptionCoupon.Is(line.Component))];

    private static bool IsInAdvance(SubscriptionLine line, BilledSpan span) => line.Metered is null && line.Amount.IsPositive && line.Days == span.Days();

    private Subscription With(BillReason reason, DateOnly on, ValueList<SubscriptionLine> lines) =>
        lines.Count == 0 ? this : this with { Bills = Bills.Add(new(Bills.Count + 1, reason, on, lines)) };
}
