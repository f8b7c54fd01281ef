namespace Billing.Subscriptions;

/// <summary>The days on which a subscription is billed, in its client's zone. Periods follow one another without gap or overlap; the first may be a part of one.</summary>
/// <param name="Start">The first day that is billed.</param>
/// <param name="Interval">How long a period is.</param>
/// <param name="Anchor">What billing days count from: the calendar's weeks, months and years, or the start.</param>
/// <param name="Day">For months counted from the start: the billing day, the start's own day unless given; remembered where a month is shorter.</param>
internal sealed record SubscriptionCalendar(DateOnly Start, PlanInterval Interval, BillingAnchor Anchor = BillingAnchor.Anniversary, BillingDay? Day = null)
{
    private BillingCalendar Days => Anchor == BillingAnchor.Calendar ? new(DateOnly.MinValue, Interval.Step()) : new(Start, Interval.Step(), Day);

    /// <summary>The period that a day lies in, not before the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the start, or the period leaves the calendar.</exception>
    public BilledSpan Containing(DateOnly day)
    {
        if (day < Start) throw new ArgumentOutOfRangeException(nameof(day), day, "Nothing is billed before the start.");
        var days = Days;
        var number = days.NumberOn(day);
        var (from, next) = (days.Boundary(number), days.Boundary(number + 1));
        // Of the period before the first billing day only a part is billed; how long it would be is counted back from that day.
        if (number < 0 && next is { } first && Anchor == BillingAnchor.Anniversary) from = Back(first);
        if (from is not { } begins || next is not { } ends) throw new ArgumentOutOfRangeException(nameof(day), day, "The period leaves the calendar.");
        return new BilledSpan(begins, ends, begins < Start ? Start : begins, ends);
    }

    /// <summary>From a billing day on with periods of another length, on the same day of the month as far as there is one; null where they stay as long as they are.</summary>
    public SubscriptionCalendar? Anew(DateOnly day, PlanInterval interval)
    {
        if (interval == Interval) return null;
        var counted = Anchor == BillingAnchor.Calendar || Interval.Unit == IntervalUnit.Week || interval.Unit == IntervalUnit.Week ? (BillingDay?)null : Day ?? new BillingDay(Start.Day);
        return this with { Start = day, Interval = interval, Day = counted };
    }

    /// <summary>
    /// What is billed in advance by a day: whole periods up to and including the one that the day lies in, and parts where the start or the end cuts one.
    /// Nothing is billed from the end on.
    /// </summary>
    /// <param name="target">Up to which day, in the client's zone.</param>
    /// <param name="end">The first day that is no longer billed, if it ends.</param>
    public Result<IReadOnlyList<BilledSpan>> InAdvance(DateOnly target, DateOnly? end = null)
    {
        if (target < Start || end < Start) return No.BeforeStart;
        var spans = new List<BilledSpan>();
        for (var day = Start; day <= target && !(end <= day);)
        {
            var span = Containing(day);
            if (end < span.To) span = span with { To = end.Value };
            spans.Add(span);
            day = span.To;
        }
        return spans;
    }

    private DateOnly Back(DateOnly day) => Interval.Step() is { InMonths: true } months ? day.AddMonths(-months.Count) : day.AddDays(-Interval.Step().Count);

    private static class No
    {
        public static readonly Refusal BeforeStart = new("before-its-start", "A subscription is billed from its start on. Choose a later day.");
    }
}

/// <summary>Days that are billed: a whole period, or a part of one. The day each ends with is not included.</summary>
/// <param name="Begins">The first day of the whole period.</param>
/// <param name="Ends">The first day of the next one.</param>
/// <param name="From">The first day that is billed.</param>
/// <param name="To">The first day that is not.</param>
internal sealed record BilledSpan(DateOnly Begins, DateOnly Ends, DateOnly From, DateOnly To)
{
    /// <summary>Whether it is the whole period.</summary>
    public bool IsWhole() => From == Begins && To == Ends;

    /// <summary>What is billed, both days included.</summary>
    /// <exception cref="ArgumentException">It has no day.</exception>
    public Period Days() => new(From, To.AddDays(-1));
}
