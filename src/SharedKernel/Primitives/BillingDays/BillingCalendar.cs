namespace Billing;

/// <summary>Up to when a bill reaches.</summary>
public enum BillingMode
{
    /// <summary>Through the end of the interval that contains the day.</summary>
    Advance,

    /// <summary>Through the last boundary that has come.</summary>
    Arrears,

    /// <summary>Like arrears, but a bill run inside an interval bills all of it at once.</summary>
    ArrearsBillRun,
}

/// <summary>
/// The boundaries of something that starts on a day and is billed on a billing day every so many months (or simply every so many days).
/// From the start to the first boundary lies a shorter first period. Boundaries never drift: each is counted from the start month.
/// All days are local days of the customer; a boundary belongs to the period that it begins.
/// </summary>
public sealed record BillingCalendar
{
    private readonly int _firstMonth;

    /// <param name="start">The first day.</param>
    /// <param name="interval">From boundary to boundary.</param>
    /// <param name="day">For months: the billing day, the start's own day unless given. Days step from the start and take none.</param>
    public BillingCalendar(DateOnly start, BillingInterval interval, BillingDay? day = null)
    {
        (Start, Interval, Day) = (start, interval, day ?? new BillingDay(start.Day));
        _firstMonth = BillingDay.MonthOf(start);
        if (interval.InMonths && Day.InMonth(_firstMonth) < start) _firstMonth += interval.Count;
    }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; }

    /// <summary>From boundary to boundary.</summary>
    public BillingInterval Interval { get; }

    /// <summary>The billing day; without meaning where the interval is in days.</summary>
    public BillingDay Day { get; }

    /// <summary>The first boundary: on the start or after it. Null where the calendar ends before.</summary>
    public DateOnly? First => Boundary(0);

    /// <summary>The n-th boundary, 0 the first, negative ones before the start; null outside the calendar.</summary>
    public DateOnly? Boundary(long number)
    {
        if (Interval.InMonths) return Day.InMonth(_firstMonth + number * Interval.Count);
        var day = Start.DayNumber + number * Interval.Count;
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;
    }

    /// <summary>Start and boundaries in order, the start once.</summary>
    public IEnumerable<DateOnly> Boundaries()
    {
        if (First != Start) yield return Start;
        for (var number = 0L; Boundary(number) is { } boundary; number++) yield return boundary;
    }

    /// <summary>The number of the last boundary on or before that day.</summary>
    public long NumberOn(DateOnly day)
    {
        if (!Interval.InMonths) return Numbers.Floor(day.DayNumber - Start.DayNumber, Interval.Count);
        var number = Numbers.Floor(BillingDay.MonthOf(day) - _firstMonth, Interval.Count);
        return Boundary(number) > day ? number - 1 : number;
    }

    /// <summary>The first boundary after that day.</summary>
    public DateOnly? After(DateOnly day) => Boundary(Math.Max(NumberOn(day) + 1, 0));

    /// <summary>Whether money is asked for on that day.</summary>
    public bool IsBillingDay(DateOnly day) => Boundary(NumberOn(day)) == day;

    /// <summary>The period that the day lies in; null before the start.</summary>
    public Period? Containing(DateOnly day)
    {
        if (day < Start) return null;
        var number = NumberOn(day);
        var from = number < 0 ? Start : Boundary(number)!.Value;
        return new Period(from, Boundary(number + 1)?.AddDays(-1) ?? DateOnly.MaxValue);
    }

    /// <summary>The last period that was over when that day began; null when there is none.</summary>
    public Period? CompletedBy(DateOnly day) =>
        NumberOn(day) is >= 0 and var number && Boundary(number) is { } end && end > Start ? Containing(end.AddDays(-1)) : null;

    /// <summary>How many boundaries were crossed after the start, through that day.</summary>
    public long ElapsedBy(DateOnly day) => Math.Max(NumberOn(day) + (First == Start ? 0 : 1), 0);

    /// <summary>Up to which day (not included) a bill on the target day reaches; null when there is nothing to bill.</summary>
    /// <param name="mode">In advance or in arrears.</param>
    /// <param name="target">The day of the bill.</param>
    /// <param name="end">The first day that is no longer billed, if it ends.</param>
    public DateOnly? BilledThrough(BillingMode mode, DateOnly target, DateOnly? end = null)
    {
        if (end <= target) return end;
        var number = NumberOn(target);
        var last = mode switch
        {
            BillingMode.Arrears => number < 0 ? null : Boundary(number),
            BillingMode.ArrearsBillRun when Boundary(number) == target => target < Start ? null : target,
            _ => target < Start ? null : After(target),
        };
        return last is { } through && end < through ? end : last;
    }
}
