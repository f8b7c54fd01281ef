using System.Text.Json;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Custom_dates
{
    private static readonly Schedule Custom = Schedule("""{"frequency":"custom"}""");

    [Theory]
    [InlineData("2025-11-20", CustomPeriod.SemiMonthly, "2025-11-16", "2025-11-19")]
    [InlineData("2025-11-16", CustomPeriod.SemiMonthly, "2025-11-01", "2025-11-15")]
    [InlineData("2025-11-01", CustomPeriod.SemiMonthly, "2025-10-16", "2025-10-31")]
    [InlineData("2026-01-01", CustomPeriod.SemiMonthly, "2025-12-16", "2025-12-31")]
    [InlineData("2025-11-02", CustomPeriod.SemiMonthly, "2025-11-01", "2025-11-01")]
    [InlineData("2025-03-31", CustomPeriod.Monthly, "2025-02-28", "2025-03-30")]
    [InlineData("2024-03-30", CustomPeriod.Monthly, "2024-02-29", "2024-03-29")]
    [InlineData("2025-01-03", CustomPeriod.Weekly, "2024-12-27", "2025-01-02")]
    [InlineData("2024-03-07", CustomPeriod.TwoWeekly, "2024-02-22", "2024-03-06")]
    public void reach_back_by_their_rule(string date, CustomPeriod rule, string from, string through) => Assert.Equal(Days(from, through), CustomDate.Of(Day(date), rule).Value.Period);

    [Fact]
    public void may_be_written_in_any_order_and_stand_newest_first() =>
        Assert.Equal([Day("2025-12-01"), Day("2025-11-01"), Day("2025-10-01")], List("2025-11-01", "2025-12-01", "2025-10-01").Select(date => date.Date));

    [Fact]
    public void that_all_lie_ahead_have_no_current_cycle()
    {
        var dates = List("2025-12-01", "2026-01-01");
        Assert.Equal("no-such-cycle", Refused(Custom.Cycle(0, Wednesday, dates)));
        Assert.Equal([1, 2], Custom.Cycles(Wednesday, 12, 6, dates).Select(cycle => cycle.Index));
    }

    [Fact]
    public void of_today_are_current() => Assert.Equal(0, Assert.Single(Custom.Cycles(Wednesday, 12, 6, List("2025-11-19"))).Index);

    [Fact]
    public void without_a_list_make_no_cycle() => Assert.Empty(Custom.Cycles(Wednesday, 12, 6));

    [Fact]
    public void are_found_by_the_day_their_period_begins() =>
        Assert.Equal([Day("2025-11-01")], Custom.Beginning(Days("2025-10-20", "2025-10-31"), Wednesday, List("2025-12-01", "2025-11-01", "2025-10-01")).Select(cycle => cycle.BillingDate));

    [Fact]
    public void come_once_each() => Assert.Equal("date-twice", Refused(CustomDates.Of([Weekly("2025-11-01"), Weekly("2025-11-01")])));

    [Fact]
    public void are_at_most_a_thousand() => Assert.Equal("too-many-dates", Refused(CustomDates.Of(Enumerable.Range(0, 1001).Select(day => CustomDate.Of(Wednesday.AddDays(day), CustomPeriod.Weekly).Value))));

    [Fact]
    public void with_an_explicit_period_need_both_its_ends() => Assert.Equal("explicit-period-missing", Refused(CustomDate.Of(Wednesday, CustomPeriod.Explicit, Wednesday)));

    [Fact]
    public void end_after_they_begin() => Assert.Equal("ends-before-it-begins", Refused(CustomDate.Of(Wednesday, CustomPeriod.Explicit, Wednesday, Wednesday.AddDays(-1))));

    [Fact]
    public void with_a_rule_take_no_period() => Assert.Equal("period-is-computed", Refused(CustomDate.Of(Wednesday, CustomPeriod.Weekly, Wednesday, Wednesday)));

    [Theory, InlineData("0001-01-01"), InlineData("9999-12-31")]
    public void of_far_years_are_refused(string date) => Assert.Equal("date-out-of-range", Refused(CustomDate.Of(Day(date), CustomPeriod.TwoWeekly)));

    [Fact]
    public void are_the_same_day_after_a_journey_as_JSON()
    {
        const string Json = """[{"date":"2025-12-01","period":"monthly"},{"date":"2025-11-01","period":"twoWeekly"},{"date":"2025-10-01","period":"explicit","from":"2025-08-10","through":"2025-09-20"}]""";
        var dates = JsonSerializer.Deserialize<CustomDates>(Json)!;
        Assert.Equal(Json, JsonSerializer.Serialize(dates));
        Assert.Equal(dates, JsonSerializer.Deserialize<CustomDates>(JsonSerializer.Serialize(dates)));
        Assert.NotEqual(dates, CustomDates.None);
    }

    private static CustomDate Weekly(string date) => CustomDate.Of(Day(date), CustomPeriod.Weekly).Value;

    private static CustomDates List(params string[] dates) => CustomDates.Of(dates.Select(Weekly)).Value;
}
