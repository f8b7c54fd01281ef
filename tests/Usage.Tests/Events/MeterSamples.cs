namespace Billing.Usage.Tests;

/// <summary>The events of meters, and of corrections of what they measured.</summary>
internal static class MeterSamples
{
    private static readonly MeterRule Traffic = new(Aggregation.Sum, null, [new PropertyFilter("status", ["200", "201"])], ["region"], UsageRounding.Up, 2);

    private static readonly DateTimeOffset Moment = new(2026, 3, 10, 13, 0, 0, TimeSpan.Zero);

    private static readonly EventSaid Said = new("evt-1", "traffic", "client-1", new Quantity(1.5m), Moment);

    public static readonly object[] All =
    [
        new MeterDefined("traffic", "Traffic", "GB", Traffic), new MeterRenamed("Traffic out", "GiB"), new MeterRevised(Rule(Aggregation.Max), Moment), new MeterRetired(), new MeterLateUsageSettled(new LateUsage(LatePolicy.Freeze, 48)),
        new UsageWithdrawn(Said, "Sent by a test"), new UsageAmended(Said, Said with { Value = new Quantity(-0.000000000001m), Subject = "sub-\"2\"", At = Moment.AddTicks(10) }, "Wrong unit"),
    ];

    public static readonly (string Variant, object Sample)[] Shapes =
    [
        ("hold", new MeterLateUsageSettled(new LateUsage(LatePolicy.Hold, 0))),
        ("bill", new MeterLateUsageSettled(LateUsage.Usual)),
        ("count", new MeterDefined("calls", "Calls", "", Rule(Aggregation.Count))),
        ("latest", new MeterDefined("seats", "Seats", "", Rule(Aggregation.Latest, UsageRounding.Nearest))),
        ("unique_count", new MeterDefined("users", "Users", "", new MeterRule(Aggregation.UniqueCount, "user", [], []))),
        ("average", new MeterDefined("load", "Load", "%", Rule(Aggregation.Average, UsageRounding.Down))),
        ("weighted_sum", new MeterDefined("storage", "Storage", "GB", Rule(Aggregation.WeightedSum))),
    ];

    private static MeterRule Rule(Aggregation aggregation, UsageRounding rounding = UsageRounding.None) => new(aggregation, null, [], [], rounding);
}
