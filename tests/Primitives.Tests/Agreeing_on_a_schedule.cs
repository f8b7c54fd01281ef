using System.Text.Json;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Agreeing_on_a_schedule
{
    public static TheoryData<string, string> Agreed => new()
    {
        { """{"frequency":"weekly","periodRule":"arrears","dayOfWeek":"friday"}""", "Weekly on Friday, arrears" },
        { """{"frequency":"everyTwoWeeks","periodRule":"arrears","dayOfWeek":"friday","anchor":"2025-11-14"}""", "Every two weeks on Friday, counted from 2025-11-14, arrears" },
        { """{"frequency":"semiMonthly","periodRule":"current","days":[1,16]}""", "Semi-monthly on days 1 and 16, current" },
        { """{"frequency":"monthly","periodRule":"arrears","dayOfMonth":15}""", "Monthly on day 15, arrears" },
        { """{"frequency":"everyTwoMonths","periodRule":"current","dayOfMonth":1,"anchor":"2025-11-14"}""", "Every two months on day 1, counted from November, current" },
        { """{"frequency":"quarterly","periodRule":"arrears","dayOfMonth":31,"anchor":"2025-01-01"}""", "Quarterly on day 31, counted from January, arrears" },
        { """{"frequency":"yearly","periodRule":"current","dayOfMonth":29,"anchor":"2024-02-29"}""", "Yearly on day 29, counted from February, current" },
        { """{"frequency":"custom","periodRule":"arrears"}""", "Custom dates, arrears" },
    };

    [Theory, MemberData(nameof(Agreed))]
    public void reads_and_writes_the_same_JSON_and_says_it_in_words(string json, string words)
    {
        var schedule = Schedule(json);
        Assert.Equal(json, JsonSerializer.Serialize(schedule));
        Assert.Equal(json, JsonSerializer.Serialize<object>(schedule));
        Assert.Equal(schedule, Schedule(json));
        Assert.Equal(words, schedule.Words);
        Assert.DoesNotContain("bi-monthly", schedule.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void takes_1_and_16_for_half_months_unless_said_and_orders_the_days()
    {
        Assert.Equal(Schedule("""{"frequency":"semiMonthly","periodRule":"arrears","days":[16,1]}"""), Schedule("""{"frequency":"semiMonthly","periodRule":"arrears"}"""));
    }

    [Theory]
    [InlineData("""{"frequency":"weekly","periodRule":"arrears"}""", "weekday")]
    [InlineData("""{"frequency":"weekly","periodRule":"arrears","dayOfWeek":"friday","dayOfMonth":3}""", "no dayOfMonth")]
    [InlineData("""{"frequency":"weekly","periodRule":"arrears","dayOfWeek":"Freitag"}""", "friday")]
    [InlineData("""{"frequency":"weekly","periodRule":"arrears","dayOfWeek":5}""", "friday")]
    [InlineData("""{"frequency":"weekly","dayOfWeek":"friday"}""", "periodRule")]
    [InlineData("""{"periodRule":"arrears"}""", "frequency")]
    [InlineData("""{"frequency":"bimonthly","periodRule":"arrears"}""", "everyTwoMonths")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears"}""", "dayOfMonth")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":0}""", "1 to 31")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":32}""", "1 to 31")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":1e400}""", "whole number")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":"15"}""", "whole number")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":15,"dayOfMonth":16}""", "once")]
    [InlineData("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":15,"colour":"red"}""", "colour")]
    [InlineData("""{"frequency":"semiMonthly","periodRule":"arrears","days":[1]}""", "two days")]
    [InlineData("""{"frequency":"semiMonthly","periodRule":"arrears","days":[28,31]}""", "at most 27")]
    [InlineData("""{"frequency":"semiMonthly","periodRule":"arrears","days":[5,5]}""", "at most 27")]
    [InlineData("""{"frequency":"semiMonthly","periodRule":"arrears","days":[0,5]}""", "1 to 31")]
    [InlineData("""{"frequency":"everyTwoWeeks","periodRule":"arrears","dayOfWeek":"friday"}""", "anchor")]
    [InlineData("""{"frequency":"everyTwoWeeks","periodRule":"arrears","dayOfWeek":"monday","anchor":"2025-11-14"}""", "is a Friday")]
    [InlineData("""{"frequency":"everyTwoWeeks","periodRule":"arrears","anchor":"2025-02-30"}""", "2025-11-14")]
    [InlineData("""{"frequency":"quarterly","periodRule":"arrears","dayOfMonth":1}""", "anchor")]
    [InlineData("""{"frequency":"custom","periodRule":"current"}""", "arrears")]
    [InlineData("""{"frequency":"custom","periodRule":"arrears","days":[1,2]}""", "no days")]
    [InlineData("""[]""", "object")]
    [InlineData("\"monthly\"", "object")]
    public void says_what_is_missing_or_impossible(string json, string says) =>
        Assert.Contains(says, Assert.Throws<JsonException>(() => Schedule(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void takes_null_for_a_term_that_is_not_given() =>
        Assert.Equal("Monthly on day 15, arrears", Schedule("""{"frequency":"monthly","periodRule":"arrears","dayOfMonth":15,"dayOfWeek":null,"anchor":null,"days":null}""").Words);

    [Fact]
    public void refuses_as_a_value_too() => Assert.Equal("day-out-of-range", Refused(Billing.Schedule.Of(new(Frequency.Monthly, PeriodRule.Arrears) { DayOfMonth = 32 })));

    [Theory, MemberData(nameof(Agreed))]
    public void works_to_the_ends_of_the_calendar(string json, string words)
    {
        var schedule = Schedule(json);
        foreach (var today in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            Assert.All(schedule.Cycles(today, 400, 400), cycle => Assert.True(cycle.Period.Days > 0, words));
            foreach (var index in new[] { int.MinValue, -5000, 5000, int.MaxValue })
                if (schedule.Cycle(index, today) is { Refusal: { } refusal }) Assert.Equal("no-such-cycle", refusal.Code);
            _ = schedule.Beginning(new Period(today, today), today).Count();
        }
        _ = schedule.Beginning(new Period(DateOnly.MinValue, DateOnly.MinValue.AddDays(800)), Wednesday).Count();
        _ = schedule.Beginning(new Period(DateOnly.MaxValue.AddDays(-800), DateOnly.MaxValue), Wednesday).Count();
    }
}
