using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Schedules_over_month_ends_and_years
{
    private static Schedule Monthly(int day, string rule = "arrears") => Schedule($$"""{"frequency":"monthly","periodRule":"{{rule}}","dayOfMonth":{{day}}}""");

    [Fact]
    public void day_31_is_the_last_day_of_each_month_and_never_drifts() =>
        Assert.Equal(["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2025-02-28"], new[] { "2024-01-05", "2024-02-05", "2024-03-05", "2024-04-05", "2025-02-05" }.Select(today => Date(Monthly(31), today)));

    [Fact]
    public void day_29_is_29_February_in_a_leap_year_alone() =>
        Assert.Equal(["2024-02-29", "2025-02-28", "2000-02-29", "2100-02-28"], new[] { "2024-02-01", "2025-02-01", "2000-02-01", "2100-02-01" }.Select(today => Date(Monthly(29), today)));

    [Theory]
    [InlineData(30, "2024-03-30 (2024-02-29…2024-03-29)"), InlineData(31, "2024-03-31 (2024-02-29…2024-03-30)"), InlineData(29, "2024-03-29 (2024-02-29…2024-03-28)"), InlineData(28, "2024-03-28 (2024-02-28…2024-03-27)")]
    public void a_period_in_arrears_reaches_back_to_the_clamped_date_before(int day, string expected) => Assert.Equal(expected, Monthly(day).Cycle(0, Day("2024-03-10")).Value.Text());

    [Fact]
    public void current_months_take_the_whole_month_in_February_too() =>
        Assert.Equal(["2024-02-29 (2024-02-01…2024-02-29)", "2024-03-30 (2024-03-01…2024-03-31)"], Monthly(30, "current").Cycles(Day("2024-02-10"), 0, 1).Select(Text));

    [Fact]
    public void weeks_run_over_New_Year() =>
        Assert.Equal(["2024-12-27 (2024-12-20…2024-12-26)", "2025-01-03 (2024-12-27…2025-01-02)", "2025-01-10 (2025-01-03…2025-01-09)"],
            Schedule("""{"frequency":"weekly","periodRule":"arrears","dayOfWeek":"friday"}""").Cycles(Day("2025-01-03"), 1, 1).Select(Text));

    [Fact]
    public void a_current_week_over_New_Year_is_one_week() =>
        Assert.Equal("2025-01-01 (2024-12-30…2025-01-05)", Schedule("""{"frequency":"weekly","periodRule":"current","dayOfWeek":"wednesday"}""").Cycle(0, Day("2024-12-31")).Value.Text());

    [Fact]
    public void two_weeks_count_from_the_anchor_before_it_too() =>
        Assert.Equal(["2024-12-27", "2025-01-10", "2025-01-24"],
            Schedule("""{"frequency":"everyTwoWeeks","periodRule":"arrears","anchor":"2025-11-14"}""").Cycles(Day("2025-01-20"), 1, 1).Select(cycle => DateText.Write(cycle.BillingDate)));

    [Fact]
    public void current_two_weeks_begin_on_the_anchors_Monday_and_are_billed_on_the_eighth_day() =>
        Assert.Equal(["2025-11-17 (2025-11-10…2025-11-23)", "2025-12-01 (2025-11-24…2025-12-07)"],
            Schedule("""{"frequency":"everyTwoWeeks","periodRule":"current","anchor":"2025-11-14"}""").Cycles(Wednesday, 0, 1).Select(Text));

    [Fact]
    public void current_half_months_are_billed_on_their_first_day() =>
        Assert.Equal(["2025-11-01 (2025-11-01…2025-11-15)", "2025-11-16 (2025-11-16…2025-11-30)", "2025-12-01 (2025-12-01…2025-12-15)"],
            Schedule("""{"frequency":"semiMonthly","periodRule":"current"}""").Cycles(Wednesday, 1, 1).Select(Text));

    [Fact]
    public void half_months_on_15_and_31_are_clamped_in_February() =>
        Assert.Equal(["2025-02-15 (2025-01-31…2025-02-14)", "2025-02-28 (2025-02-15…2025-02-27)", "2025-03-15 (2025-02-28…2025-03-14)"],
            Schedule("""{"frequency":"semiMonthly","periodRule":"arrears","days":[31,15]}""").Cycles(Day("2025-02-28"), 1, 1).Select(Text));

    [Fact]
    public void two_months_in_arrears_are_billed_in_the_anchors_month_and_every_second() =>
        Assert.Equal(["2025-09-15 (2025-07-15…2025-09-14)", "2025-11-15 (2025-09-15…2025-11-14)", "2026-01-15 (2025-11-15…2026-01-14)"],
            Schedule("""{"frequency":"everyTwoMonths","periodRule":"arrears","dayOfMonth":15,"anchor":"2024-01-31"}""").Cycles(Day("2025-12-31"), 1, 1).Select(Text));

    [Fact]
    public void quarters_in_arrears_step_three_months() =>
        Assert.Equal(["2025-10-31 (2025-07-31…2025-10-30)", "2026-01-31 (2025-10-31…2026-01-30)", "2026-04-30 (2026-01-31…2026-04-29)"],
            Schedule("""{"frequency":"quarterly","periodRule":"arrears","dayOfMonth":31,"anchor":"2025-01-01"}""").Cycles(Day("2026-02-28"), 1, 1).Select(Text));

    [Fact]
    public void current_quarters_are_billed_in_their_last_month() =>
        Assert.Equal("2025-12-31 (2025-10-01…2025-12-31)", Schedule("""{"frequency":"quarterly","periodRule":"current","dayOfMonth":31,"anchor":"2025-01-01"}""").Cycle(0, Wednesday).Value.Text());

    [Fact]
    public void years_on_29_February_are_clamped() =>
        Assert.Equal(["2024-02-29 (2023-02-28…2024-02-28)", "2025-02-28 (2024-02-29…2025-02-27)"],
            Schedule("""{"frequency":"yearly","periodRule":"arrears","dayOfMonth":29,"anchor":"2024-02-29"}""").Cycles(Day("2025-03-01"), 1, 0).Select(Text));

    [Fact]
    public void current_years_are_billed_in_their_last_month() =>
        Assert.Equal("2026-03-15 (2025-04-01…2026-03-31)", Schedule("""{"frequency":"yearly","periodRule":"current","dayOfMonth":15,"anchor":"2025-04-20"}""").Cycle(0, Wednesday).Value.Text());

    [Fact]
    public void an_anchor_ahead_of_today_counts_back() =>
        Assert.Equal("2025-11-07", Date(Schedule("""{"frequency":"everyTwoWeeks","periodRule":"arrears","anchor":"2099-11-13"}"""), "2025-11-19"));

    private static string Text(Cycle cycle) => Kit.Text(cycle);

    private static string Date(Schedule schedule, string today) => DateText.Write(schedule.Cycle(0, Day(today)).Value.BillingDate);
}
