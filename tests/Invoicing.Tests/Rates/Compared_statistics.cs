using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class Compared_statistics
{
    [Theory]
    [InlineData("2026-02-01", "2026-02-28", "2026-01-01…2026-01-31", "2025-02-01…2025-02-28")]
    [InlineData("2026-01-01", "2026-03-31", "2025-10-01…2025-12-31", "2025-01-01…2025-03-31")]
    [InlineData("2025-02-01", "2025-02-28", "2025-01-01…2025-01-31", "2024-02-01…2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-28…2024-02-28", "2023-02-28…2023-02-28")]
    [InlineData("2026-03-10", "2026-03-16", "2026-03-03…2026-03-09", "2025-03-10…2025-03-16")]
    [InlineData("2026-01-01", null, "2025-11-18…2025-12-31", "2025-01-01…2025-02-13")]
    public void lie_beside_the_days_before_and_those_a_year_before(string from, string? to, string period, string year)
    {
        var (first, last) = (Day(from), to is null ? (DateOnly?)null : Day(to));
        Assert.Equal(period, ComparedDays.Of(first, last, Day("2026-02-13"), ComparedWith.Period).ToString());
        Assert.Equal(year, ComparedDays.Of(first, last, Day("2026-02-13"), ComparedWith.Year).ToString());
    }

    [Theory]
    [InlineData(null, "2026-01-31")]
    [InlineData("2026-03-01", null)]
    [InlineData("0001-01-01", "2026-01-31")]
    [InlineData("1950-01-01", "9999-12-31")]
    public void have_nothing_before_all_that_ever_was(string? from, string? to) =>
        Assert.Null(ComparedDays.Of(from is null ? null : Day(from), to is null ? null : Day(to), Day("2026-02-13"), ComparedWith.Period));

    [Fact]
    public void say_how_much_moved_and_of_nothing_no_share()
    {
        Assert.Equal(new Change(Euros(50), 50), Change.Of(Euros(150), Euros(100)));
        Assert.Equal(new Change(Euros(-33.34m), -33.3m), Change.Of(Euros(66.66m), Euros(100)));
        Assert.Equal(new Change(Euros(150), 300), Change.Of(Euros(100), Euros(-50)));
        Assert.Equal(new Change(Euros(10), null), Change.Of(Euros(10), Euros(0)));
    }

    [Fact]
    public void have_the_same_currencies_both_times()
    {
        var (now, before) = ComparedStats.Of(new Period(Day("2026-01-01"), Day("2026-01-31")), [InvoiceStats.Nothing(Usd)], [InvoiceStats.Nothing(Eur) with { Billed = new(1, Euros(80)) }]);
        Assert.Equal("EUR USD", string.Join(' ', now.Select(item => item.Currency.Code)));
        Assert.Equal("EUR USD", string.Join(' ', before.Items.Select(item => item.Currency.Code)));
        Assert.Equal(new Change(Euros(-80), -100), before.Changes[0].Billed);
        Assert.Null(before.Changes[0].Average);
    }
}
