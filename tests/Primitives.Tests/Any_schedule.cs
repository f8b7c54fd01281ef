using FsCheck;
using FsCheck.Fluent;

namespace Billing.Primitives.Tests;

/// <summary>What holds for every regular schedule on every day.</summary>
public class Any_schedule
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<Schedule> Schedules =
        from frequency in Gen.Elements(Enum.GetValues<Frequency>().Where(frequency => frequency != Frequency.Custom).ToArray())
        from rule in Gen.Elements(PeriodRule.Arrears, PeriodRule.Current)
        from weekday in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from day in Gen.Choose(1, 31)
        from first in Gen.Choose(1, 27)
        from second in Gen.Choose(28, 31)
        from anchor in Days
        select Schedule.Of(new ScheduleTerms(frequency, rule)
        {
            DayOfWeek = frequency == Frequency.Weekly ? weekday : null,
            DayOfMonth = frequency is Frequency.Monthly or Frequency.EveryTwoMonths or Frequency.Quarterly or Frequency.Yearly ? day : null,
            Days = frequency == Frequency.SemiMonthly ? [first, second] : null,
            Anchor = frequency is Frequency.EveryTwoWeeks or Frequency.EveryTwoMonths or Frequency.Quarterly or Frequency.Yearly ? anchor : null,
        }).Value;

    [Fact]
    public void makes_periods_that_touch_without_gap_or_overlap() => Holds((schedule, today) =>
        Neighbours(schedule.Cycles(today, 15, 15)).All(pair => pair.Earlier.Through.AddDays(1) == pair.Later.From));

    [Fact]
    public void bills_in_arrears_the_day_after_the_period_and_otherwise_within_it() => Holds((schedule, today) =>
        schedule.Cycles(today, 15, 15).All(cycle => schedule.Rule == PeriodRule.Arrears ? cycle.BillingDate == cycle.Through.AddDays(1) : cycle.Period.Contains(cycle.BillingDate)));

    [Fact]
    public void counts_on_with_the_index() => Holds((schedule, today) =>
        schedule.Cycles(today, 15, 15).Select(cycle => cycle.Index).SequenceEqual(Enumerable.Range(-15, 31))
        && Neighbours(schedule.Cycles(today, 15, 15)).All(pair => pair.Earlier.BillingDate < pair.Later.BillingDate)
        && schedule.Cycles(today, 15, 15).All(cycle => schedule.Cycle(cycle.Index, today).Value == cycle));

    [Fact]
    public void never_drifts_from_its_day() => Holds((schedule, today) => schedule is not MonthlySchedule { Day.Day: var day }
        || schedule.Cycles(today, 15, 15).All(cycle => cycle.BillingDate.Day == Math.Min(day, DateTime.DaysInMonth(cycle.BillingDate.Year, cycle.BillingDate.Month))));

    [Fact]
    public void has_the_same_cycles_whenever_one_looks() => Prop.ForAll(Pairs.ToArbitrary(), Days.ToArbitrary(), (pair, later) =>
    {
        var (schedule, today) = pair;
        return schedule.Cycles(today, 5, 5).All(cycle =>
            schedule.Beginning(new Period(cycle.From, cycle.From), later).Single() is var again && again.Period == cycle.Period && again.BillingDate == cycle.BillingDate
            && schedule.Cycle(again.Index, later).Value == again && schedule.Bills(cycle.BillingDate, cycle.Period));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void finds_by_window_what_counting_finds() => Prop.ForAll(Pairs.ToArbitrary(), Gen.Choose(-900, 900).Two().ToArbitrary(), (pair, ends) =>
    {
        var (schedule, today) = pair;
        var window = new Period(today.AddDays(Math.Min(ends.Item1, ends.Item2)), today.AddDays(Math.Max(ends.Item1, ends.Item2)));
        return schedule.Beginning(window, today).SequenceEqual(schedule.Cycles(today, 200, 200).Where(cycle => window.Contains(cycle.From)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void has_a_current_cycle_near_today() => Holds((schedule, today) => schedule switch
    {
        { Rule: PeriodRule.Current } => schedule.Cycle(0, today).Value.Period.Contains(today),
        MonthlySchedule => schedule.Cycle(-1, today).Value.BillingDate < today && schedule.Cycle(1, today).Value.BillingDate > today,
        _ => schedule.Cycle(0, today).Value.BillingDate <= today && schedule.Cycle(1, today).Value.BillingDate > today,
    });

    [Fact]
    public void survives_a_journey_as_JSON() => Holds((schedule, _) =>
        System.Text.Json.JsonSerializer.Deserialize<Schedule>(System.Text.Json.JsonSerializer.Serialize(schedule)) == schedule);

    [Fact]
    public void is_found_again_from_its_own_bills() => Holds((schedule, today) =>
    {
        var bills = schedule.Cycles(today, 12, 0).Select(cycle => new ObservedBill(cycle.BillingDate, cycle.Period)).ToArray();
        return ScheduleInference.From(bills) is { } found && found.Explained == found.Seen && bills.All(bill => found.Schedule.Bills(bill.BillingDate, bill.Period));
    });

    private static Gen<(Schedule Schedule, DateOnly Today)> Pairs => from schedule in Schedules from today in Days select (schedule, today);

    private static void Holds(Func<Schedule, DateOnly, bool> law) => Prop.ForAll(Pairs.ToArbitrary(), pair => law(pair.Schedule, pair.Today)).QuickCheckThrowOnFailure();

    private static IEnumerable<(Cycle Earlier, Cycle Later)> Neighbours(IEnumerable<Cycle> cycles) => cycles.Zip(cycles.Skip(1));
}
