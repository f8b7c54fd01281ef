namespace Billing.Subscriptions;

/// <summary>
/// A change within a period: what was billed in advance and is not used is credited, what the new plan costs for the same days is charged, and both are lines.
/// A plan with periods of another length begins its own on the day of the change.
/// </summary>
internal static class PlanSwitch
{
    /// <summary>The change; during a trial, or before the start, nothing is due for it.</summary>
    public static SubscriptionSwitched AtOnce(Subscription subscription, Subscribed wanted, SubscriptionGround ground, DateTimeOffset at)
    {
        var (zone, rule) = (subscription.Zone, ground.Rule);
        var (old, next) = (ground.Priced(subscription, subscription.Has), ground.Priced(subscription, wanted));
        var cut = rule.At(at, zone);
        var renewed = next.Terms.Interval == subscription.Calendar.Interval ? null : subscription.Calendar with { Interval = next.Terms.Interval };
        if (subscription.Current is not { } period) return new(wanted.PlanId, wanted.Version, wanted.Quantity, cut, renewed, null, []);

        var end = Cut.StartOf(period.To, zone);
        if (cut.Day < subscription.ArrearsFrom.Day || cut.Instant < subscription.ArrearsFrom.Instant) cut = subscription.ArrearsFrom;
        var goesOn = renewed is null ? next.Terms.Components.Where(component => component.Kind == ComponentKind.Metered && old.Terms.Components.Contains(component)).Select(component => component.Code).ToHashSet(StringComparer.Ordinal) : [];
        List<SubscriptionLine> arrears = [.. Renewal.Arrears(subscription, ground, cut, goesOn)], unused = [.. old.Unused(period, cut, end)];
        List<SubscriptionLine> lines = [.. arrears, .. renewed is null ? [] : CouponLines.Within(subscription, arrears, Days(cut, period)), .. unused];
        var known = subscription.Bills.SelectMany(bill => bill.Lines).Select(line => line.Component).ToHashSet(StringComparer.Ordinal);
        if (renewed is not null) lines.AddRange(CouponLines.Within(subscription, unused, Days(cut, period), rule.Between((Cut.StartOf(period.Begins, zone), Cut.StartOf(period.Ends, zone)), cut, end)));
        lines.AddRange(next.Once(known, cut.Day));
        if (renewed is null)
        {
            lines.AddRange(next.Due(ComponentTiming.Advance, period, cut, end));
            lines.AddRange(CouponLines.Within(subscription, lines, Days(cut, period)));
            return new(wanted.PlanId, wanted.Version, wanted.Quantity, cut, null, null, [.. lines], goesOn.Count > 0 ? [.. goesOn.Order(StringComparer.Ordinal)] : null);
        }
        renewed = renewed with { Start = cut.Day, Day = null };
        var first = renewed.Containing(cut.Day);
        List<SubscriptionLine> advance = [.. next.Due(ComponentTiming.Advance, first, Cut.StartOf(first.From, zone), Cut.StartOf(first.To, zone))];
        lines.AddRange([.. advance, .. CouponLines.OffPeriod(subscription, ground, advance, first.Days())]);
        return new(wanted.PlanId, wanted.Version, wanted.Quantity, cut, renewed, first, [.. lines]);
    }

    private static Period Days(Cut cut, BilledSpan period) => cut.Day < period.To ? new Period(cut.Day, period.To.AddDays(-1)) : new Period(cut.Day, cut.Day);
}
