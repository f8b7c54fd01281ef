namespace Billing;

/// <summary>The rhythms plans are sold in.</summary>
public enum BillingRhythm
{
    /// <summary>Calendar: Mondays.</summary>
    Weekly,

    /// <summary>Calendar: the 1st.</summary>
    Monthly,

    /// <summary>Calendar: 1 January, April, July, October.</summary>
    Quarterly,

    /// <summary>Calendar: 1 January and July.</summary>
    Semiannual,

    /// <summary>Calendar: 1 January.</summary>
    Yearly,
}

/// <summary>What a rhythm counts from.</summary>
public enum BillingAnchor
{
    /// <summary>The calendar's own weeks, months and years.</summary>
    Calendar,

    /// <summary>The day something began: the same weekday, or the same day of the month, clamped.</summary>
    Anniversary,
}

/// <summary>What rhythms mean in days.</summary>
public static class BillingRhythms
{
    // Day number 0 is a Monday and the first of a January.
    private static readonly DateOnly Origin = DateOnly.MinValue;

    /// <summary>The step of a rhythm.</summary>
    public static BillingInterval Interval(this BillingRhythm rhythm) => rhythm switch
    {
        BillingRhythm.Weekly => BillingInterval.Days(7),
        BillingRhythm.Monthly => BillingInterval.Months(1),
        BillingRhythm.Quarterly => BillingInterval.Months(3),
        BillingRhythm.Semiannual => BillingInterval.Months(6),
        _ => BillingInterval.Months(12),
    };

    /// <summary>The boundaries of a rhythm for something that began on a local day.</summary>
    public static BillingCalendar From(this BillingRhythm rhythm, BillingAnchor anchor, DateOnly began) =>
        new(anchor == BillingAnchor.Calendar ? Origin : began, rhythm.Interval());

    /// <summary>Whether something that began on <paramref name="began"/> is billed on <paramref name="day"/>; usage by the month is billed on every monthly boundary too.</summary>
    public static bool IsBillingDay(this BillingRhythm rhythm, BillingAnchor anchor, DateOnly began, DateOnly day, bool usageMonthly = false) =>
        rhythm.From(anchor, began).IsBillingDay(day) || (usageMonthly && BillingRhythm.Monthly.From(anchor, began).IsBillingDay(day));

    /// <summary>The last calendar week, month, quarter, half-year or year that was over when that day began; null before the calendar's first.</summary>
    public static Period? CalendarPeriodBefore(this BillingRhythm rhythm, DateOnly day) => rhythm.From(BillingAnchor.Calendar, day).CompletedBy(day);
}
