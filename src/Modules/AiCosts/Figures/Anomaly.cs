namespace Billing.AiCosts;

/// <summary>How far a day is off.</summary>
internal enum AnomalySeverity
{
    /// <summary>Beyond what was asked for.</summary>
    Low,

    /// <summary>2 deviations.</summary>
    Medium,

    /// <summary>3.</summary>
    High,

    /// <summary>4.</summary>
    Critical,
}

/// <summary>How anomalies are looked for.</summary>
/// <param name="BaselineDays">How far back, 7 to 90 days.</param>
/// <param name="Sensitivity">Deviations beyond which a day stands out: 1.5, 2.0 or 2.5.</param>
internal sealed record AnomalySearch(int BaselineDays = 30, double Sensitivity = 2.0)
{
    private static readonly double[] Known = [1.5, 2.0, 2.5];

    /// <returns>The same, or <c>baseline-out-of-range</c>, <c>sensitivity-unknown</c>.</returns>
    public Result<AnomalySearch> Checked()
    {
        if (BaselineDays is < 7 or > 90) return new Refusal("baseline-out-of-range", "A baseline has 7 to 90 days.").With("least", 7).With("most", 90);
        return Known.Contains(Sensitivity) ? this : new Refusal("sensitivity-unknown", "A sensitivity is 1.5, 2.0 or 2.5 deviations.");
    }
}

/// <summary>A day that cost much more or much less than the days before it.</summary>
/// <param name="Z">Deviations from the mean; below it, negative.</param>
internal sealed record Anomaly(DateOnly Day, Cost Cost, Cost Mean, double Z, AnomalySeverity Severity)
{
    private const int LeastDays = 7;
    private const double FloorShare = 0.05;
    private const double Floor = 0.01;

    /// <summary>
    /// The day's anomaly, or null. Baseline 10, 12, 9, 11, 10, 8, 10: 13 → z 2.3238, medium; 16 → 4.6476, critical; 6 → −3.0984, high. The deviation is that of a sample, and at least 5 % of the mean
    /// and 0.01, so that one spike after days that were all the same is found.
    /// </summary>
    /// <param name="costs">Days that have data; others say nothing, and fewer than seven before the day are too few.</param>
    public static Anomaly? Of(IReadOnlyDictionary<DateOnly, Cost> costs, DateOnly day, AnomalySearch search)
    {
        if (!costs.TryGetValue(day, out var cost)) return null;
        var baseline = Enumerable.Range(1, search.BaselineDays).Select(back => day.AddDays(-back)).Where(costs.ContainsKey).Select(before => (double)costs[before].Amount).ToList();
        if (baseline.Count < LeastDays) return null;
        var mean = baseline.Average();
        var sd = Math.Max(Math.Sqrt(baseline.Sum(one => (one - mean) * (one - mean)) / (baseline.Count - 1)), Math.Max(FloorShare * Math.Abs(mean), Floor));
        var z = ((double)cost.Amount - mean) / sd;
        return Math.Abs(z) > search.Sensitivity ? new Anomaly(day, cost, Cost.Round(decimal.Round((decimal)mean, 6), cost.Currency), z, SeverityOf(Math.Abs(z))) : null;
    }

    private static AnomalySeverity SeverityOf(double z) => z >= 4 ? AnomalySeverity.Critical : z >= 3 ? AnomalySeverity.High : z >= 2 ? AnomalySeverity.Medium : AnomalySeverity.Low;
}

/// <summary>An anomaly that is known, and whether somebody has seen it.</summary>
internal sealed record KnownAnomaly(Anomaly Anomaly, bool Acknowledged, bool Withdrawn = false);

/// <summary>What a search changes of what is known of one account: one anomaly for each day.</summary>
/// <param name="Found">Of days that had none before.</param>
/// <param name="Updated">The same day with other figures, or back after it was withdrawn; acknowledged stays acknowledged.</param>
/// <param name="Withdrawn">The day is like others now.</param>
internal sealed record AnomalyRun(IReadOnlyList<Anomaly> Found, IReadOnlyList<KnownAnomaly> Updated, IReadOnlyList<DateOnly> Withdrawn)
{
    /// <param name="days">The days that are looked at anew; what is known of others stays.</param>
    public static AnomalyRun Of(IReadOnlyDictionary<DateOnly, Cost> costs, Period days, AnomalySearch search, IReadOnlyList<KnownAnomaly> known)
    {
        var found = Enumerable.Range(0, days.Days).Select(ahead => Anomaly.Of(costs, days.From.AddDays(ahead), search)).OfType<Anomaly>().ToDictionary(anomaly => anomaly.Day);
        var before = known.Where(one => days.Contains(one.Anomaly.Day)).ToDictionary(one => one.Anomaly.Day);
        return new AnomalyRun(
            [.. found.Values.Where(anomaly => !before.ContainsKey(anomaly.Day))],
            [.. found.Values.Where(anomaly => before.TryGetValue(anomaly.Day, out var one) && (one.Withdrawn || one.Anomaly != anomaly)).Select(anomaly => before[anomaly.Day] with { Anomaly = anomaly, Withdrawn = false })],
            [.. before.Values.Where(one => !one.Withdrawn && !found.ContainsKey(one.Anomaly.Day)).Select(one => one.Anomaly.Day).Order()]);
    }
}
