using System.Globalization;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>
/// On one day of every first, second, third or twelfth month, clamped to the month's end. Arrears: from the bill before to the day before the bill, which lies in the
/// step's first month. Current: the step's whole months, billed in the last of them.
/// </summary>
[JsonConverter(typeof(ScheduleConverter))]
public sealed record MonthlySchedule : Schedule
{
    internal MonthlySchedule(Frequency frequency, BillingDay day, DateOnly? anchor, PeriodRule rule) : base(rule) => (Frequency, Day, Anchor) = (frequency, day, anchor);

    public override Frequency Frequency { get; }

    /// <summary>The day of the bill.</summary>
    public BillingDay Day { get; }

    /// <summary>Any day of a month with which a step begins; null for monthly.</summary>
    public DateOnly? Anchor { get; }

    public override string Words => $"{Capital(Name(Frequency))} on day {Day.Day}, {(Anchor is { } anchor ? $"counted from {anchor.ToString("MMMM", CultureInfo.InvariantCulture)}, " : "")}{RuleInWords}";

    public override ScheduleTerms Terms => new(Frequency, Rule) { DayOfMonth = Day.Day, Anchor = Anchor };

    private protected override ITurns Turns(CustomDates dates) => new Months(Rule, Step(Frequency), Day, Anchor is { } anchor ? BillingDay.MonthOf(anchor) : 0);

    internal static string Name(Frequency frequency) => frequency switch
    {
        Frequency.EveryTwoMonths => "every two months",
        Frequency.Quarterly => "quarterly",
        Frequency.Yearly => "yearly",
        _ => "monthly",
    };

    private static int Step(Frequency frequency) => frequency switch
    {
        Frequency.EveryTwoMonths => 2,
        Frequency.Quarterly => 3,
        Frequency.Yearly => 12,
        _ => 1,
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private sealed record Months(PeriodRule Rule, int Step, BillingDay Day, int Anchor) : ITurns
    {
        private static readonly BillingDay FirstOfMonth = new(1);

        public long Current(DateOnly today) => Numbers.Floor(BillingDay.MonthOf(today) - Anchor, Step);

        public Turn? At(long number)
        {
            var month = Anchor + number * Step;
            if (Rule == PeriodRule.Arrears)
                return Day.InMonth(month) is { } bill && Day.InMonth(month - Step) is { } before ? Turn.Of(bill.DayNumber, before.DayNumber, bill.DayNumber) : null;
            var last = month + Step - 1;
            return Day.InMonth(last) is { } on && FirstOfMonth.InMonth(month) is { } from ? Turn.Of(on.DayNumber, from.DayNumber, new BillingDay(31).InMonth(last)!.Value.DayNumber + 1L) : null;
        }
    }
}
