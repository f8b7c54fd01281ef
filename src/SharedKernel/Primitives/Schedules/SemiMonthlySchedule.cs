using System.Text.Json.Serialization;

namespace Billing;

/// <summary>On two days of each month, clamped to its end. Arrears: from the date before to the day before the bill. Current: from the bill to the day before the next.</summary>
[JsonConverter(typeof(ScheduleConverter))]
public sealed record SemiMonthlySchedule : Schedule
{
    internal SemiMonthlySchedule(BillingDay first, BillingDay second, PeriodRule rule) : base(rule) => (First, Second) = (first, second);

    /// <summary>The earlier day.</summary>
    public BillingDay First { get; }

    /// <summary>The later day.</summary>
    public BillingDay Second { get; }

    public override Frequency Frequency => Frequency.SemiMonthly;

    public override string Words => $"Semi-monthly on days {First.Day} and {Second.Day}, {RuleInWords}";

    public override ScheduleTerms Terms => new(Frequency, Rule) { Days = [First.Day, Second.Day] };

    private protected override ITurns Turns(CustomDates dates) => new HalfMonths(Rule, First, Second);

    private sealed record HalfMonths(PeriodRule Rule, BillingDay First, BillingDay Second) : ITurns
    {
        public long Current(DateOnly today)
        {
            var first = 2L * BillingDay.MonthOf(today);
            return today >= Day(first + 1) ? first + 1 : today >= Day(first) ? first : first - 1;
        }

        public Turn? At(long number)
        {
            var starts = Rule == PeriodRule.Arrears ? number - 1 : number;
            return Day(number) is { } bill && Day(starts) is { } from && Day(starts + 1) is { } next ? Turn.Of(bill.DayNumber, from.DayNumber, next.DayNumber) : null;
        }

        private DateOnly? Day(long number) => (number % 2 == 0 ? First : Second).InMonth(Numbers.Floor(number, 2));
    }
}
