namespace Billing;

/// <summary>Which terms make a schedule, and the sentences for those that do not.</summary>
internal static class ScheduleRules
{
    public static Result<Schedule> Read(ScheduleTerms terms) => Foreign(terms) is { } foreign ? foreign : terms.Frequency switch
    {
        Frequency.Weekly => terms.DayOfWeek is { } day ? new WeeklySchedule(day, terms.Rule) : No.Weekday,
        Frequency.EveryTwoWeeks => EveryTwoWeeks(terms),
        Frequency.SemiMonthly => SemiMonthly(terms),
        Frequency.Monthly => Months(terms, 1),
        Frequency.EveryTwoMonths => Months(terms, 2),
        Frequency.Quarterly => Months(terms, 3),
        Frequency.Yearly => Months(terms, 12),
        Frequency.Custom => terms.Rule == PeriodRule.Arrears ? new CustomSchedule() : No.CurrentList,
        _ => throw new ArgumentOutOfRangeException(nameof(terms), terms.Frequency, "Not a frequency."),
    };

    private static Result<Schedule> EveryTwoWeeks(ScheduleTerms terms)
    {
        if (terms.Anchor is not { } anchor) return No.Anchor("every two weeks", "a billing date");
        return terms.DayOfWeek is { } day && day != anchor.DayOfWeek ? No.OtherWeekday(anchor, day) : new EveryTwoWeeksSchedule(anchor, terms.Rule);
    }

    private static Result<Schedule> SemiMonthly(ScheduleTerms terms)
    {
        if (terms.Days is not { } days) return new SemiMonthlySchedule(new(1), new(16), terms.Rule);
        if (days.Count != 2) return No.TwoDays;
        if (days.Any(day => day is < 1 or > 31)) return No.DayOutOfRange;
        // Days 28 and later would both be 28 February.
        return days.Min() > 27 || days[0] == days[1] ? No.FallTogether : new SemiMonthlySchedule(new(days.Min()), new(days.Max()), terms.Rule);
    }

    private static Result<Schedule> Months(ScheduleTerms terms, int step)
    {
        if (terms.DayOfMonth is not { } day) return No.Day;
        if (day is < 1 or > 31) return No.DayOutOfRange;
        if (step > 1 && terms.Anchor is null) return No.Anchor(MonthlySchedule.Name(terms.Frequency), "any day of a month to count from");
        return new MonthlySchedule(terms.Frequency, new(day), terms.Anchor, terms.Rule);
    }

    private static Refusal? Foreign(ScheduleTerms terms)
    {
        var takes = terms.Frequency switch
        {
            Frequency.Weekly => "dayOfWeek",
            Frequency.EveryTwoWeeks => "anchor dayOfWeek",
            Frequency.SemiMonthly => "days",
            Frequency.Monthly => "dayOfMonth",
            Frequency.Custom => "",
            _ => "dayOfMonth anchor",
        };
        (string Name, bool Given)[] parameters = [("dayOfWeek", terms.DayOfWeek is not null), ("dayOfMonth", terms.DayOfMonth is not null), ("days", terms.Days is not null), ("anchor", terms.Anchor is not null)];
        var foreign = parameters.FirstOrDefault(p => p.Given && !takes.Split(' ').Contains(p.Name));
        return foreign.Given ? No.Foreign(foreign.Name, takes) : null;
    }

    private static class No
    {
        public static readonly Refusal Weekday = new("schedule-needs-weekday", "A weekly schedule needs its weekday (dayOfWeek).");
        public static readonly Refusal Day = new("schedule-needs-day", "This schedule needs the day of the month (dayOfMonth).");
        public static readonly Refusal DayOutOfRange = new("day-out-of-range", "A day of the month is from 1 to 31.");
        public static readonly Refusal TwoDays = new("schedule-needs-two-days", "A semi-monthly schedule has two days, such as 1 and 16.");
        public static readonly Refusal FallTogether = new("days-fall-together", "The two days must differ in every month; the first is at most 27.");
        public static readonly Refusal CurrentList = new("custom-is-arrears", "Custom dates follow their period: the rule is arrears.");
        public static Refusal Anchor(string frequency, string what) => new("schedule-needs-anchor", $"A schedule {frequency} needs an anchor: {what}.");
        public static Refusal OtherWeekday(DateOnly anchor, DayOfWeek day) => new("anchor-on-another-weekday", $"{DateText.Write(anchor)} is a {anchor.DayOfWeek}, not a {day}.");
        public static Refusal Foreign(string name, string takes) => new("schedule-takes-no-such-term", $"This schedule takes {(takes.Length == 0 ? "no terms" : takes.Replace(" ", " and ", StringComparison.Ordinal))}, and no {name}.");
    }
}
