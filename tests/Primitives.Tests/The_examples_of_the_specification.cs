using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class The_examples_of_the_specification
{
    private const string WeeklyFriday = """{"frequency":"weekly","periodRule":"arrears","dayOfWeek":"friday"}""";
    private const string TwoWeeks = """{"frequency":"everyTwoWeeks","periodRule":"arrears","dayOfWeek":"friday","anchor":"2025-11-14"}""";
    private const string SemiMonthly = """{"frequency":"semiMonthly","periodRule":"arrears","days":[1,16]}""";
    private const string TwoMonths = """{"frequency":"everyTwoMonths","periodRule":"current","dayOfMonth":1,"anchor":"2025-11-14"}""";

    public static TheoryData<string, string, string, string> Rows => new()
    {
        { WeeklyFriday, "11/07 (10/31–11/06)", "11/14 (11/07–11/13)", "11/21 (11/14–11/20)" },
        { """{"frequency":"weekly","periodRule":"arrears","dayOfWeek":"monday"}""", "11/10 (11/03–11/09)", "11/17 (11/10–11/16)", "11/24 (11/17–11/23)" },
        { TwoWeeks, "10/31 (10/17–10/30)", "11/14 (10/31–11/13)", "11/28 (11/14–11/27)" },
        { SemiMonthly, "11/01 (10/16–10/31)", "11/16 (11/01–11/15)", "12/01 (11/16–11/30)" },
        { """{"frequency":"monthly","periodRule":"arrears","dayOfMonth":1}""", "10/01 (09/01–09/30)", "11/01 (10/01–10/31)", "12/01 (11/01–11/30)" },
        { """{"frequency":"monthly","periodRule":"arrears","dayOfMonth":15}""", "10/15 (09/15–10/14)", "11/15 (10/15–11/14)", "12/15 (11/15–12/14)" },
        { """{"frequency":"monthly","periodRule":"arrears","dayOfMonth":31}""", "10/31 (09/30–10/30)", "11/30 (10/31–11/29)", "12/31 (11/30–12/30)" },
        { """{"frequency":"weekly","periodRule":"current","dayOfWeek":"friday"}""", "11/14 (11/10–11/16)", "11/21 (11/17–11/23)", "11/28 (11/24–11/30)" },
        { """{"frequency":"weekly","periodRule":"current","dayOfWeek":"sunday"}""", "11/16 (11/10–11/16)", "11/23 (11/17–11/23)", "11/30 (11/24–11/30)" },
        { TwoMonths, "10/01 (09/01–10/31)", "12/01 (11/01–12/31)", "02/01/26 (01/01–02/28)" },
        { """{"frequency":"monthly","periodRule":"current","dayOfMonth":15}""", "10/15 (10/01–10/31)", "11/15 (11/01–11/30)", "12/15 (12/01–12/31)" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void stand_as_printed(string schedule, string before, string current, string after) =>
        Assert.Equal([before, current, after], Schedule(schedule).Cycles(Wednesday, 1, 1).Select(AsPrinted));

    [Fact]
    public void of_custom_dates_stand_as_printed()
    {
        var dates = Dates(("2025-12-01", CustomPeriod.Monthly), ("2025-11-15", CustomPeriod.Weekly), ("2025-11-01", CustomPeriod.TwoWeekly), ("2025-10-16", CustomPeriod.SemiMonthly));
        dates = CustomDates.Of([.. dates, CustomDate.Of(Day("2025-10-01"), CustomPeriod.Explicit, Day("2025-08-10"), Day("2025-09-20")).Value]).Value;
        var cycles = Custom.Cycles(Wednesday, 12, 6, dates).Reverse().ToArray();
        Assert.Equal(["12/01 (11/01–11/30)", "11/15 (11/08–11/14)", "11/01 (10/18–10/31)", "10/16 (10/01–10/15)", "10/01 (08/10–09/20)"], cycles.Select(AsPrinted));
        Assert.Equal([1, 0, -1, -2, -3], cycles.Select(cycle => cycle.Index));
    }

    [Fact]
    public void of_another_day_stand_as_printed() =>
        Assert.Equal(["11/01 (10/16–10/31)", "11/16 (11/01–11/15)"], Schedule(SemiMonthly).Cycles(Day("2025-11-10"), 0, 1).Select(AsPrinted));

    [Theory]
    [InlineData("2025-11-19"), InlineData("2025-12-31"), InlineData("2026-11-01"), InlineData("2031-02-28")]
    public void find_a_saved_period_under_the_same_days_whenever_one_looks(string today)
    {
        var monthly = Schedule("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":1}""");
        Assert.Equal("2025-11-01 (2025-10-01…2025-10-31)", Assert.Single(monthly.Beginning(Days("2025-10-01", "2025-10-31"), Day(today))).Text());
    }

    private static Schedule Custom => Schedule("""{"frequency":"custom","periodRule":"arrears"}""");

    private static CustomDates Dates(params (string Date, CustomPeriod Rule)[] dates) => CustomDates.Of(dates.Select(date => CustomDate.Of(Day(date.Date), date.Rule).Value)).Value;

    // The specification leaves the year out where it is 2025, and inside brackets always.
    private static string AsPrinted(Cycle cycle) =>
        FormattableString.Invariant($"{cycle.BillingDate:MM/dd}{(cycle.BillingDate.Year == 2025 ? "" : cycle.BillingDate.ToString("/yy", System.Globalization.CultureInfo.InvariantCulture))} ({cycle.From:MM/dd}–{cycle.Through:MM/dd})");
}
