namespace Billing;

/// <summary>What a schedule is agreed on: its frequency, its rule, and the parameters that frequency needs.</summary>
/// <param name="Frequency">How often.</param>
/// <param name="Rule">Where the bill lies relative to its period.</param>
public sealed record ScheduleTerms(Frequency Frequency, PeriodRule Rule)
{
    /// <summary>Weekly: the weekday of the bill. Every two weeks: may repeat the anchor's.</summary>
    public DayOfWeek? DayOfWeek { get; init; }

    /// <summary>Monthly and longer: the day of the bill, 1 to 31, clamped to the month's end.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>Semi-monthly: its two days; 1 and 16 unless said.</summary>
    public IReadOnlyList<int>? Days { get; init; }

    /// <summary>Every two weeks: a billing date. Every two months and longer: any day of a month from which the steps are counted.</summary>
    public DateOnly? Anchor { get; init; }
}
