namespace Billing.AiCosts.Tests;

/// <summary>Days that stand out.</summary>
public class An_anomaly
{
    private static readonly decimal[] Week = [10, 12, 9, 11, 10, 8, 10];
    private static readonly AnomalySearch Usual = new();

    [Theory]
    [InlineData(13, 2.3238, "Medium")]
    [InlineData(16, 4.6476, "Critical")]
    [InlineData(6, -3.0984, "High")]
    public void lies_so_many_deviations_from_the_days_before(decimal cost, double z, string severity)
    {
        var anomaly = Anomaly.Of(Worth.Days("2026-11-01", [.. Week, cost]), Worth.Day("2026-11-08"), Usual)!;
        Assert.Equal((z, severity, Worth.Usd(10)), (Math.Round(anomaly.Z, 4), anomaly.Severity.ToString(), anomaly.Mean));
    }

    [Fact]
    public void is_found_after_days_that_were_all_the_same() => Assert.Equal(AnomalySeverity.Critical, Anomaly.Of(Worth.Days("2026-11-01", 2, 2, 2, 2, 2, 2, 2, 50), Worth.Day("2026-11-08"), Usual)?.Severity);

    [Theory]
    [InlineData(1.5, 12, "Low")]
    [InlineData(2.0, 12, null)]
    [InlineData(2.5, 13, null)]
    [InlineData(2.5, 14, "High")]
    public void depends_on_how_sensitive_one_is(double sensitivity, decimal cost, string? severity) =>
        Assert.Equal(severity, Anomaly.Of(Worth.Days("2026-11-01", [.. Week, cost]), Worth.Day("2026-11-08"), new AnomalySearch(30, sensitivity))?.Severity.ToString());

    [Fact]
    public void needs_seven_days_with_data_within_its_baseline()
    {
        var costs = Worth.Days("2026-11-01", [.. Week, 50]);
        Assert.NotNull(Anomaly.Of(costs, Worth.Day("2026-11-08"), new AnomalySearch(7)));
        costs.Remove(Worth.Day("2026-11-04"));
        Assert.Null(Anomaly.Of(costs, Worth.Day("2026-11-08"), Usual));
        costs[Worth.Day("2026-10-20")] = Worth.Usd(10);
        Assert.NotNull(Anomaly.Of(costs, Worth.Day("2026-11-08"), Usual));
        Assert.Null(Anomaly.Of(costs, Worth.Day("2026-11-08"), new AnomalySearch(7)));
        Assert.Null(Anomaly.Of(costs, Worth.Day("2026-11-09"), Usual));
    }

    [Fact]
    public void is_one_for_each_day_and_changes_goes_and_stays_acknowledged()
    {
        var days = new Period(Worth.Day("2026-11-01"), Worth.Day("2026-11-08"));
        var found = Assert.Single(AnomalyRun.Of(Worth.Days("2026-11-01", [.. Week, 16]), days, Usual, []).Found);
        var known = new KnownAnomaly(found, Acknowledged: true);
        Assert.Equivalent(new AnomalyRun([], [], []), AnomalyRun.Of(Worth.Days("2026-11-01", [.. Week, 16]), days, Usual, [known]));
        var changed = Assert.Single(AnomalyRun.Of(Worth.Days("2026-11-01", [.. Week, 14]), days, Usual, [known]).Updated);
        Assert.Equal((true, AnomalySeverity.High), (changed.Acknowledged, changed.Anomaly.Severity));
        Assert.Equal([Worth.Day("2026-11-08")], AnomalyRun.Of(Worth.Days("2026-11-01", [.. Week, 11]), days, Usual, [known]).Withdrawn);
        var back = Assert.Single(AnomalyRun.Of(Worth.Days("2026-11-01", [.. Week, 16]), days, Usual, [known with { Withdrawn = true }]).Updated);
        Assert.Equal((true, false), (back.Acknowledged, back.Withdrawn));
        Assert.Empty(AnomalyRun.Of(Worth.Days("2026-11-01", [.. Week, 11]), new Period(Worth.Day("2026-11-01"), Worth.Day("2026-11-07")), Usual, [known]).Withdrawn);
    }

    [Theory]
    [InlineData(6, 2.0, "baseline-out-of-range")]
    [InlineData(91, 2.0, "baseline-out-of-range")]
    [InlineData(30, 1.7, "sensitivity-unknown")]
    [InlineData(90, 2.5, null)]
    public void is_looked_for_within_bounds(int baseline, double sensitivity, string? code) => Assert.Equal(code, new AnomalySearch(baseline, sensitivity).Checked().Refusal?.Code);
}
