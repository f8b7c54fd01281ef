namespace Billing.AiCosts.Tests;

/// <summary>Where a month ends when its days go on.</summary>
public class A_projection
{
    [Theory]
    [InlineData("50", 10, "2026-11-01", "150.0000", "33.33")]
    [InlineData("123.45", 7, "2026-12-01", "546.7071", "22.58")]
    [InlineData("50", 30, "2026-11-01", "50.0000", "100.00")]
    [InlineData("50", 45, "2026-11-01", "50.0000", "100.00")]
    public void goes_on_as_the_days_did(string spent, int day, string first, string atEnd, string confidence)
    {
        var from = Worth.Day(first);
        var projection = Projection.Of(Worth.Usd(Worth.Price(spent).Value), Month(first), from.AddDays(day - 1)).Value;
        Assert.Equal(atEnd, decimal.Round(projection.AtEnd.Amount, 4).ToString("F4", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(confidence, projection.Confidence.Value.ToString("F2", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(projection.Breaks);
    }

    [Theory]
    [InlineData(50, 10, 100, 20)]
    [InlineData(50, 10, 101, 21)]
    [InlineData(50, 10, 150, 30)]
    [InlineData(50, 10, 151, null)]
    [InlineData(50, 10, 50, 10)]
    [InlineData(50, 10, 20, 10)]
    [InlineData(0, 10, 20, null)]
    [InlineData(-4, 10, 20, null)]
    public void says_the_day_on_which_the_budget_breaks(decimal spent, int day, decimal limit, int? breaks) => Assert.Equal(
        breaks is { } on ? Worth.Day("2026-11-01").AddDays(on - 1) : null, Projection.Of(Worth.Usd(spent), Month("2026-11-01"), Worth.Day("2026-11-01").AddDays(day - 1), Worth.Usd(limit)).Value.Breaks);

    [Fact]
    public void waits_for_the_first_day() => Assert.Equal("period-not-begun", Projection.Of(Worth.Usd(1), Month("2026-11-01"), Worth.Day("2026-10-31")).Refusal?.Code);

    private static Period Month(string first) => new(Worth.Day(first), Worth.Day(first).AddMonths(1).AddDays(-1));
}
