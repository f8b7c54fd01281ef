using System.Text.Json.Serialization;

namespace Billing.Usage;

/// <summary>The periods that a plan bills, one after the other, in days of the organisation's zone.</summary>
/// <param name="Every">How long one is.</param>
/// <param name="StartsOn">The first day of any of them; a day that a month does not have is its last.</param>
internal sealed record PlanPeriod(PeriodLength Every, DateOnly StartsOn)
{
    /// <summary>A Monday, and the first of a month, a quarter and a year.</summary>
    public static readonly DateOnly UsualStart = new(2024, 1, 1);

    /// <summary>The one that a day lies in.</summary>
    public Period Of(DateOnly day) => From(day).First();

    /// <summary>The one that a day lies in and those that follow; without end.</summary>
    public IEnumerable<Period> From(DateOnly day) => Schedule.Cycles(day, 2, int.MaxValue).Select(cycle => cycle.Period).SkipWhile(period => period.Through < day);

    // A bill in arrears lies on the first day that it does not bill.
    [JsonIgnore]
    private Schedule Schedule => Billing.Schedule.Of(Every switch
    {
        PeriodLength.Week => new ScheduleTerms(Frequency.Weekly, PeriodRule.Arrears) { DayOfWeek = StartsOn.DayOfWeek },
        PeriodLength.Month => new ScheduleTerms(Frequency.Monthly, PeriodRule.Arrears) { DayOfMonth = StartsOn.Day },
        PeriodLength.Quarter => new ScheduleTerms(Frequency.Quarterly, PeriodRule.Arrears) { DayOfMonth = StartsOn.Day, Anchor = StartsOn },
        _ => new ScheduleTerms(Frequency.Yearly, PeriodRule.Arrears) { DayOfMonth = StartsOn.Day, Anchor = StartsOn },
    }).Value;
}

/// <summary>How long a plan's period is.</summary>
[JsonConverter(typeof(InCamelCase<PeriodLength>))]
internal enum PeriodLength
{
    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Twelve months.</summary>
    Year,
}
