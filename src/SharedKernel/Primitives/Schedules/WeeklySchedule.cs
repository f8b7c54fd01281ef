using System.Text.Json.Serialization;

namespace Billing;

/// <summary>Once a week. Arrears: the seven days before the bill. Current: the Monday to Sunday week in which the bill lies.</summary>
[JsonConverter(typeof(ScheduleConverter))]
public sealed record WeeklySchedule : Schedule
{
    internal WeeklySchedule(DayOfWeek day, PeriodRule rule) : base(rule) => Day = day;

    /// <summary>The weekday of the bill.</summary>
    public DayOfWeek Day { get; }

    public override Frequency Frequency => Frequency.Weekly;

    public override string Words => $"Weekly on {Day}, {RuleInWords}";

    public override ScheduleTerms Terms => new(Frequency, Rule) { DayOfWeek = Day };

    private protected override ITurns Turns(CustomDates dates) => new Weeks(Rule, 7, FromMonday(Day), 0, FromMonday(Day));

    // Day number 0, 0001-01-01, is a Monday.
    internal static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}

/// <summary>Every 14 days from an anchor. Arrears: the 14 days before the bill. Current: 14 days from the anchor's Monday, billed on the eighth.</summary>
[JsonConverter(typeof(ScheduleConverter))]
public sealed record EveryTwoWeeksSchedule : Schedule
{
    internal EveryTwoWeeksSchedule(DateOnly anchor, PeriodRule rule) : base(rule) => Anchor = anchor;

    /// <summary>One billing date; all others are a multiple of 14 days away.</summary>
    public DateOnly Anchor { get; }

    public override Frequency Frequency => Frequency.EveryTwoWeeks;

    public override string Words => $"Every two weeks on {Anchor.DayOfWeek}, counted from {DateText.Write(Anchor)}, {RuleInWords}";

    public override ScheduleTerms Terms => new(Frequency, Rule) { DayOfWeek = Anchor.DayOfWeek, Anchor = Anchor };

    private protected override ITurns Turns(CustomDates dates) => new Weeks(Rule, 14, Anchor.DayNumber, Anchor.DayNumber - WeeklySchedule.FromMonday(Anchor.DayOfWeek), 7);
}

/// <summary>Cycles of equal length in days.</summary>
/// <param name="Rule">Where the bill lies.</param>
/// <param name="Length">Days of a cycle.</param>
/// <param name="Bill">Arrears: day number of one bill.</param>
/// <param name="Start">Current: day number of the first day of one period.</param>
/// <param name="BillIn">Current: days from that first day to the bill.</param>
internal sealed record Weeks(PeriodRule Rule, int Length, int Bill, int Start, int BillIn) : ITurns
{
    public long Current(DateOnly today) => Numbers.Floor(today.DayNumber - (Rule == PeriodRule.Arrears ? Bill : Start), Length);

    public Turn? At(long number)
    {
        var steps = number * Length;
        return Rule == PeriodRule.Arrears
            ? Turn.Of(Bill + steps, Bill + steps - Length, Bill + steps)
            : Turn.Of(Start + steps + BillIn, Start + steps, Start + steps + Length);
    }
}

internal static class Numbers
{
    /// <summary>Division that rounds down, for numbers before zero too.</summary>
    public static long Floor(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}
