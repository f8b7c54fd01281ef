namespace Billing;

/// <summary>A bill that was seen: its date and the days it billed.</summary>
/// <param name="BillingDate">The day of the bill.</param>
/// <param name="Period">The days it billed.</param>
public readonly record struct ObservedBill(DateOnly BillingDate, Period Period);

/// <summary>The schedule that explains most of what was seen.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Explained">How many of the different bills it would have made, date and period.</param>
/// <param name="Seen">How many different bills were seen.</param>
public sealed record InferredSchedule(Schedule Schedule, int Explained, int Seen);

/// <summary>Finds the schedule behind bills that somebody kept in a spreadsheet. A few odd ones do not mislead it.</summary>
public static class ScheduleInference
{
    /// <summary>The schedule that explains most of the bills; of several that explain as many the simplest. Null when none explains any.</summary>
    public static InferredSchedule? From(IEnumerable<ObservedBill> bills)
    {
        var seen = bills.Distinct().OrderByDescending(bill => bill.BillingDate).ToArray();
        // The latest bills decide: they are enough, and they follow the schedule that holds now.
        var latest = seen.Take(250).ToArray();
        Schedule? best = null;
        var most = 0;
        foreach (var schedule in Candidates(latest).Distinct())
            if (Explained(schedule, latest) is var explained && explained > most) (best, most) = (schedule, explained);
        return best is null ? null : new InferredSchedule(best, Explained(best, seen), seen.Length);
    }

    private static int Explained(Schedule schedule, ObservedBill[] bills) => bills.Count(bill => schedule.Bills(bill.BillingDate, bill.Period));

    // Simplest first; a month's last day is day 31 unless a longer month says otherwise.
    private static IEnumerable<Schedule> Candidates(ObservedBill[] seen)
    {
        // The most frequent shapes are enough, and keep a messy file from costing time.
        var shapes = seen.GroupBy(bill => (Days: Shape(bill.Period.Days), bill.BillingDate.Day)).OrderByDescending(same => same.Count()).Take(40).Select(same => same.First()).ToArray();
        var days = shapes.Select(bill => bill.BillingDate).Where(IsMonthEnd).Any() ? Enumerable.Range(28, 4).Reverse().Concat(DaysOf(shapes)).Distinct().ToArray() : DaysOf(shapes);
        PeriodRule[] rules = [PeriodRule.Arrears, PeriodRule.Current];

        foreach (var rule in rules)
            foreach (var weekday in shapes.Where(bill => bill.Period.Days == 7).Select(bill => bill.BillingDate.DayOfWeek).Distinct())
                yield return new WeeklySchedule(weekday, rule);
        foreach (var rule in rules)
            foreach (var bill in seen.Reverse().Where(bill => bill.Period.Days == 14).DistinctBy(bill => bill.BillingDate.DayNumber % 14))
                yield return new EveryTwoWeeksSchedule(rule == PeriodRule.Arrears ? bill.BillingDate : bill.Period.From, rule);
        foreach (var rule in rules)
            foreach (var bill in shapes.Where(bill => bill.Period.Days <= 31))
                foreach (var other in rule == PeriodRule.Arrears ? [bill.Period.From.Day] : DaysOf(shapes))
                    if (Schedule.Of(new(Frequency.SemiMonthly, rule) { Days = [bill.BillingDate.Day, other] }).TryGet(out var halves, out _)) yield return halves;
        foreach (var frequency in new[] { Frequency.Monthly, Frequency.EveryTwoMonths, Frequency.Quarterly, Frequency.Yearly })
            foreach (var rule in rules)
                foreach (var day in days)
                    foreach (var anchor in Anchors(frequency, shapes, rule))
                        yield return new MonthlySchedule(frequency, new(day), anchor, rule);
    }

    private static IEnumerable<DateOnly?> Anchors(Frequency frequency, ObservedBill[] shapes, PeriodRule rule) => frequency == Frequency.Monthly
        ? [null]
        : shapes.Select(bill => rule == PeriodRule.Arrears ? bill.BillingDate : bill.Period.From).Select(date => (DateOnly?)new DateOnly(date.Year, date.Month, 1)).DistinctBy(date => date!.Value.Month).Take(12);

    private static int[] DaysOf(ObservedBill[] shapes) => [.. shapes.Select(bill => bill.BillingDate.Day).Distinct()];

    private static bool IsMonthEnd(DateOnly date) => date.Day == DateTime.DaysInMonth(date.Year, date.Month);

    private static int Shape(int days) => days is >= 28 and <= 31 ? 30 : days;
}
