using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Inferring_a_schedule
{
    [Theory]
    [InlineData("Monthly on day 1, arrears", "2025-11-01 2025-10-01 2025-10-31")]
    [InlineData("Monthly on day 15, arrears", "2025-11-15 2025-10-15 2025-11-14", "2025-12-15 2025-11-15 2025-12-14")]
    [InlineData("Monthly on day 31, arrears", "2025-11-30 2025-10-31 2025-11-29", "2025-02-28 2025-01-31 2025-02-27")]
    [InlineData("Monthly on day 30, arrears", "2025-11-30 2025-10-30 2025-11-29")]
    [InlineData("Monthly on day 31, current", "2025-02-28 2025-02-01 2025-02-28")]
    [InlineData("Weekly on Friday, arrears", "2025-11-14 2025-11-07 2025-11-13")]
    [InlineData("Weekly on Friday, current", "2025-11-14 2025-11-10 2025-11-16")]
    [InlineData("Every two weeks on Friday, counted from 2025-11-14, arrears", "2025-11-14 2025-10-31 2025-11-13", "2025-11-28 2025-11-14 2025-11-27")]
    [InlineData("Semi-monthly on days 1 and 16, arrears", "2025-11-16 2025-11-01 2025-11-15", "2025-11-01 2025-10-16 2025-10-31")]
    [InlineData("Quarterly on day 1, counted from October, arrears", "2025-10-01 2025-07-01 2025-09-30")]
    [InlineData("Yearly on day 1, counted from January, arrears", "2025-01-01 2024-01-01 2024-12-31")]
    [InlineData("Every two months on day 1, counted from November, current", "2025-12-01 2025-11-01 2025-12-31")]
    public void finds_the_simplest_that_explains_the_bills(string words, params string[] bills) => Assert.Equal(words, ScheduleInference.From(bills.Select(Bill))!.Schedule.Words);

    [Fact]
    public void is_not_misled_by_a_few_odd_ones()
    {
        var found = ScheduleInference.From(new[] { "2025-11-14 2025-11-07 2025-11-13", "2025-11-21 2025-11-14 2025-11-20", "2025-11-29 2025-11-21 2025-11-28", "2025-12-05 2025-11-28 2025-12-04" }.Select(Bill))!;
        Assert.Equal(("Weekly on Friday, arrears", 3, 4), (found.Schedule.Words, found.Explained, found.Seen));
    }

    [Fact]
    public void finds_nothing_where_nothing_fits() => Assert.Null(ScheduleInference.From([Bill("2025-11-14 2025-03-05 2025-03-09")]));

    [Fact]
    public void finds_nothing_in_nothing() => Assert.Null(ScheduleInference.From([]));

    [Fact]
    public void counts_the_same_bill_of_many_facilities_once() => Assert.Equal(1, ScheduleInference.From(Enumerable.Repeat(Bill("2025-11-01 2025-10-01 2025-10-31"), 50))!.Seen);

    [Fact]
    public void looks_at_twenty_thousand_messy_bills_without_much_ado()
    {
        var bills = Enumerable.Range(0, 20_000).Select(n => new ObservedBill(Wednesday.AddDays(n % 5000), new Period(Wednesday.AddDays(n % 5000 - n % 37 - 1), Wednesday.AddDays(n % 5000 - 1))));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(ScheduleInference.From(bills));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static ObservedBill Bill(string text) => text.Split(' ') is [var date, var from, var through] ? new(Day(date), Days(from, through)) : throw new ArgumentException(text);
}
