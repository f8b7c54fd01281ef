using System.Collections.Immutable;

namespace Billing.Subscriptions;

/// <summary>What a subscription is decided on besides itself.</summary>
/// <param name="Plans">Those it has, or is to have.</param>
/// <param name="Rule">How parts of a period are counted.</param>
/// <param name="PastDueHasAccess">Whether a client whose payment failed may use what the plan gives.</param>
internal sealed record SubscriptionGround(IReadOnlyDictionary<PlanId, Plan> Plans, ProrationRule Rule, bool PastDueHasAccess = true)
{
    /// <summary>Whose it is.</summary>
    public SubscriptionId Id { get; init; }

    /// <summary>Codes of its coupons that were withdrawn: they take nothing off any more.</summary>
    public IReadOnlySet<string> Withdrawn { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>What was used of what the plans meter, as far as it was read.</summary>
    public MeterReadings Readings { get; init; } = new();

    /// <summary>The terms of what a client has.</summary>
    public PlanOffer Terms(Subscribed has) => Plans[has.PlanId].Terms(has.Version);

    /// <summary>What it comes to.</summary>
    public PricedPlan Priced(Subscription subscription, Subscribed has) => new(Terms(has), subscription.Currency, has.Quantity, Rule, subscription.Zone);
}

/// <summary>What happens to a subscription when a period begins: the one page that renewals, previews and changes read.</summary>
internal static class Renewal
{
    /// <summary>What is due by an instant at the next border only; nothing when no border has come. Told again after it was written, it finds the border after.</summary>
    public static IReadOnlyList<SubscriptionEvent> Next(Subscription subscription, SubscriptionGround ground, DateTimeOffset at)
    {
        if (!(subscription.DueAt <= at)) return [];
        var day = subscription.NextFrom;
        List<SubscriptionEvent> happened = [];
        if (subscription is { TrialDays: > 0, TrialOver: false }) happened.Add(new TrialEnded());
        var arrears = Arrears(subscription, ground, Cut.StartOf(day, subscription.Zone)).ToList();
        if (subscription.Ends)
        {
            happened.Add(new SubscriptionCanceled(subscription.DueAt.Value, [.. arrears, .. subscription.Current is { } last ? CouponLines.Within(subscription, arrears, last.Days()) : []]));
            return happened;
        }
        var next = Upcoming(subscription, ground, day);
        if (next != subscription.Has)
        {
            var switched = new SubscriptionSwitched(next.PlanId, next.Version, next.Quantity, Cut.StartOf(day, subscription.Zone), subscription.Calendar.Anew(day, ground.Terms(next).Interval), null, []);
            happened.Add(switched);
            subscription = subscription.Apply(switched);
        }
        happened.Add(Bill(subscription, ground, arrears));
        return happened;
    }

    /// <summary>Everything that is due by an instant, border by border, in order.</summary>
    public static (Subscription After, List<SubscriptionEvent> Happened) CatchUp(Subscription subscription, SubscriptionGround ground, DateTimeOffset at)
    {
        List<SubscriptionEvent> all = [];
        while (Next(subscription, ground, at) is { Count: > 0 } happened)
        {
            all.AddRange(happened);
            subscription = happened.Aggregate(subscription, (so, one) => so.Apply(one));
        }
        return (subscription, all);
    }

    /// <summary>What is due in arrears up to a point, since it was billed last: parts of prices, and what was used.</summary>
    /// <param name="goesOn">Codes of metered components whose window is not over.</param>
    public static IEnumerable<SubscriptionLine> Arrears(Subscription subscription, SubscriptionGround ground, Cut to, IReadOnlySet<string>? goesOn = null) =>
        subscription.Current is { } current ? [.. ground.Priced(subscription, subscription.Has).Due(ComponentTiming.Arrears, current, subscription.ArrearsFrom, to), .. MeteredLines.Due(subscription, ground, to, goesOn)] : [];

    /// <summary>The period that begins on the first day that is not billed.</summary>
    public static BilledSpan Period(Subscription subscription)
    {
        var whole = subscription.Calendar.Containing(subscription.NextFrom);
        return whole.From < subscription.NextFrom ? whole with { From = subscription.NextFrom } : whole;
    }

    /// <summary>What the client has from a period on that begins on a day: what was agreed, in the version that holds then.</summary>
    private static Subscribed Upcoming(Subscription subscription, SubscriptionGround ground, DateOnly day)
    {
        var has = subscription.Next ?? subscription.Has;
        return has with { Version = ground.Plans[has.PlanId].VersionFor(has.Version, day) };
    }

    private static PeriodBilled Bill(Subscription subscription, SubscriptionGround ground, IEnumerable<SubscriptionLine> arrears)
    {
        var (span, zone, priced) = (Period(subscription), subscription.Zone, ground.Priced(subscription, subscription.Has));
        var advance = priced.Due(ComponentTiming.Advance, span, Cut.StartOf(span.From, zone), Cut.StartOf(span.To, zone));
        var known = subscription.Bills.SelectMany(bill => bill.Lines).Select(line => line.Component).ToHashSet(StringComparer.Ordinal);
        List<SubscriptionLine> lines = [.. arrears, .. priced.Once(known, span.From), .. advance];
        return new PeriodBilled(span, [.. lines, .. CouponLines.OffPeriod(subscription, ground, lines, span.Days())]);
    }
}
