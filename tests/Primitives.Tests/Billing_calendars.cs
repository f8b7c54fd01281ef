using FsCheck;
using FsCheck.Fluent;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Billing_calendars
{
    [Theory]
    [InlineData("2012-01-16", 13, "2012-01-16", null, null, "2012-02-13")]
    [InlineData("2012-01-16", 16, "2012-01-19", null, "2012-01-16", "2012-02-16")]
    [InlineData("2012-01-16", 25, "2012-01-19", null, null, "2012-01-25")]
    [InlineData("2012-01-16", 18, "2012-01-25", "2012-01-20", "2012-01-20", "2012-02-18")]
    [InlineData("2012-01-16", 18, "2012-02-18", null, "2012-02-18", "2012-03-18")]
    public void in_arrears_reach_the_last_boundary_that_has_come(string start, int day, string target, string? end, string? through, string next) =>
        Reach(BillingMode.Arrears, start, day, target, end, through, next);

    [Theory]
    [InlineData("2022-11-01", 1, "2022-11-01", null, "2022-11-01", "2022-12-01")]
    [InlineData("2022-09-01", 1, "2022-11-01", null, "2022-11-01", "2022-12-01")]
    [InlineData("2022-11-07", 7, "2022-12-01", "2022-11-15", "2022-11-15", "2022-12-07")]
    [InlineData("2022-11-07", 15, "2022-11-08", null, "2022-11-15", "2022-12-15")]
    [InlineData("2022-11-07", 15, "2022-11-06", null, null, "2022-11-15")]
    public void of_a_bill_run_take_the_whole_interval_but_no_coming_one(string start, int day, string target, string? end, string? through, string next) =>
        Reach(BillingMode.ArrearsBillRun, start, day, target, end, through, next);

    [Theory]
    [InlineData("2012-07-16", 16, "2012-08-16", null, "2012-09-16", "2012-10-16")]
    [InlineData("2012-07-16", 16, "2012-08-16", "2012-09-15", "2012-09-15", "2012-09-16")]
    [InlineData("2012-04-30", 31, "2012-04-30", null, "2012-05-31", "2012-06-30")]
    [InlineData("2012-07-16", 15, "2012-07-16", null, "2012-08-15", "2012-09-15")]
    [InlineData("2012-07-16", 15, "2012-07-15", null, null, "2012-08-15")]
    public void in_advance_reach_the_end_of_the_interval(string start, int day, string target, string? end, string? through, string next) =>
        Reach(BillingMode.Advance, start, day, target, end, through, next);

    [Fact]
    public void have_no_period_before_their_start() => Assert.Null(new BillingCalendar(Wednesday, BillingInterval.Months(1)).Containing(Wednesday.AddDays(-1)));

    [Fact]
    public void have_no_period_over_before_the_first_boundary() => Assert.Null(new BillingCalendar(Wednesday, BillingInterval.Months(1)).CompletedBy(Wednesday.AddDays(3)));

    [Fact]
    public void end_with_the_calendar()
    {
        var last = new BillingCalendar(new DateOnly(9999, 12, 5), BillingInterval.Months(1));
        Assert.Equal([new DateOnly(9999, 12, 5)], last.Boundaries());
        Assert.Null(last.After(DateOnly.MaxValue));
        Assert.Equal(DateOnly.MaxValue, last.Containing(DateOnly.MaxValue)!.Value.Through);
        Assert.Equal(0, new BillingCalendar(DateOnly.MinValue, BillingInterval.Days(30)).NumberOn(DateOnly.MinValue));
    }

    [Theory, InlineData(0), InlineData(32)]
    public void take_days_1_to_31(int day) => Assert.Throws<ArgumentOutOfRangeException>(() => new BillingDay(day));

    [Fact]
    public void place_every_day_in_one_period_that_begins_and_ends_at_boundaries() => Prop.ForAll(Calendars.ToArbitrary(), Gen.Choose(0, 4000).ToArbitrary(), (calendar, after) =>
    {
        var day = calendar.Start.AddDays(after);
        var period = calendar.Containing(day)!.Value;
        var boundaries = calendar.Boundaries().TakeWhile(boundary => boundary <= period.Through.AddDays(1)).ToArray();
        return period.Contains(day) && boundaries[^1] == period.Through.AddDays(1) && boundaries[^2] == period.From && calendar.ElapsedBy(day) == boundaries.Length - 2;
    }).QuickCheckThrowOnFailure();

    private static Gen<BillingCalendar> Calendars =>
        from start in Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2040, 1, 1).DayNumber)
        from day in Gen.Choose(1, 31)
        from interval in Gen.OneOf(Gen.Elements(1, 2, 3, 6, 12).Select(BillingInterval.Months), Gen.Elements(1, 7, 14, 30).Select(BillingInterval.Days))
        select new BillingCalendar(DateOnly.FromDayNumber(start), interval, new BillingDay(day));

    private static void Reach(BillingMode mode, string start, int day, string target, string? end, string? through, string next)
    {
        var calendar = new BillingCalendar(Day(start), BillingInterval.Months(1), new BillingDay(day));
        var billed = calendar.BilledThrough(mode, Day(target), end is null ? null : Day(end));
        Assert.Equal(through is null ? null : Day(through), billed);
        Assert.Equal(Day(next), billed is { } until ? calendar.After(until) : calendar.First);
    }
}
