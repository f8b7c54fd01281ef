namespace Billing.AiCosts.Tests;

/// <summary>Lines through days, and what lies ahead on them.</summary>
public class A_forecast
{
    [Fact]
    public void of_1_to_5_goes_on_with_6_7_8()
    {
        var forecast = Forecast.Of(Series(1, 2, 3, 4, 5), 7).Value;
        Assert.Equal((1, 1, 75m), (Math.Round(forecast.Line.Slope, 9), Math.Round(forecast.Line.R2, 9), forecast.Confidence.Value));
        Assert.Equal([Worth.Usd(6), Worth.Usd(7), Worth.Usd(8)], forecast.Days.Take(3).Select(day => day.Cost));
        Assert.Equal(Worth.Usd(1), forecast.GrowthPerDay);
        Assert.Equal(0m, forecast.Mape);
        Assert.Equal((Worth.Day("2026-11-06"), 7), (forecast.Days[0].Day, forecast.Days.Count));
    }

    [Fact]
    public void of_ten_uneven_days_says_how_sure_it_is()
    {
        var forecast = Forecast.Of(Series(10, 12, 9, 14, 13, 15, 11, 16, 18, 17), 7).Value;
        Assert.Equal((0.806061, 9.872727, 0.6497), (Math.Round(forecast.Line.Slope, 6), Math.Round(forecast.Line.Intercept, 6), Math.Round(forecast.Line.R2, 4)));
        Assert.Equal(55.5m, decimal.Round(forecast.Confidence.Value, 1));
        Assert.Equal((17.9333m, 14.2082m, 21.6584m), (decimal.Round(forecast.Days[0].Cost.Amount, 4), decimal.Round(forecast.Days[0].Low.Amount, 4), decimal.Round(forecast.Days[0].High.Amount, 4)));
    }

    [Fact]
    public void of_days_that_are_all_the_same_has_no_r2_and_stays()
    {
        var forecast = Forecast.Of(Series(4, 4, 4, 4, 4, 4), 7).Value;
        Assert.Equal((0.0, 6m), (forecast.Line.R2, forecast.Confidence.Value));
        Assert.All(forecast.Days, day => Assert.Equal((Worth.Usd(4), Worth.Usd(4), Worth.Usd(4)), (day.Cost, day.Low, day.High)));
    }

    [Fact]
    public void never_falls_below_nothing() => Assert.All(Forecast.Of(Series(9, 6, 4, 2), 90).Value.Days, day => Assert.True(day.Cost.Amount >= 0 && day.Low.Amount >= 0 && day.Low <= day.Cost && day.Cost <= day.High));

    [Fact]
    public void counts_days_without_data_as_nothing_once_they_were_read_and_leaves_others_out()
    {
        var costs = new Dictionary<DateOnly, Cost> { [Worth.Day("2026-11-02")] = Worth.Usd(2), [Worth.Day("2026-11-05")] = Worth.Usd(5) };
        var series = DailySeries.Of(Worth.Dollar, costs, day => day == Worth.Day("2026-11-03"), Worth.Day("2026-11-06"));
        Assert.Equal([("2026-11-02", 2m), ("2026-11-03", 0m), ("2026-11-05", 5m)], series.Days.Select(day => (DateText.Write(day.Day), day.Cost.Amount)));
        // Days that are left out keep their place: 2, 0, –, 5 on days 0, 1, 3.
        Assert.Equal(1.214286, Math.Round(Forecast.Of(series, 7).Value.Line.Slope, 6));
    }

    [Fact]
    public void looks_back_90_days() => Assert.Equal((90, Worth.Day("2026-09-03")), DailySeries.Of(Worth.Dollar, new Dictionary<DateOnly, Cost>(), _ => true, Worth.Day("2026-12-01")) is var series ? (series.Days.Count, series.Days[0].Day) : default);

    [Theory]
    [InlineData(6, 5, "horizon-out-of-range")]
    [InlineData(91, 5, "horizon-out-of-range")]
    [InlineData(7, 1, "too-few-days")]
    [InlineData(7, 0, "too-few-days")]
    public void says_what_it_needs(int horizon, int days, string code) => Assert.Equal(code, Forecast.Of(Series([.. Enumerable.Repeat(1m, days)]), horizon).Refusal?.Code);

    [Fact]
    public void is_tried_on_days_that_have_come()
    {
        // Fitted on 1, 2, 3, 4 it says 5 and 6; 10 and 6 came: 50 % and 0 %.
        Assert.Equal(25m, Forecast.Of(Series(1, 2, 3, 4, 10, 6), 7).Value.Mape);
        Assert.Null(Forecast.Of(Series(1, 2), 7).Value.Mape);
        Assert.Null(Forecast.MapeOf([new ForecastDay(Worth.Day("2026-11-09"), Worth.Usd(1), Worth.Usd(1), Worth.Usd(1))], Worth.Days("2026-11-09", 0)));
    }

    [Fact]
    public void has_averages_of_whole_windows_only()
    {
        Assert.Equal([null, null, Worth.Usd(2), Worth.Usd(3)], Series(1, 2, 3, 4).MovingAverage(3));
        var torn = new DailySeries(Worth.Dollar, [new(Worth.Day("2026-11-01"), Worth.Usd(1)), new(Worth.Day("2026-11-03"), Worth.Usd(3)), new(Worth.Day("2026-11-04"), Worth.Usd(4))]);
        Assert.Equal([null, null, Worth.Usd(3.5m)], torn.MovingAverage(2));
    }

    private static DailySeries Series(params decimal[] costs) => new(Worth.Dollar, [.. Worth.Days("2026-11-01", costs).OrderBy(day => day.Key).Select(day => new DayCost(day.Key, day.Value))]);
}
