using System.Reflection;
using Billing.EventStore;

namespace Billing.Usage.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["MeterEvent", "UsageCorrectionEvent"];

    private static readonly MeterRule Traffic = new(Aggregation.Sum, null, [new PropertyFilter("status", ["200", "201"])], ["region"], UsageRounding.Up, 2);

    private static readonly DateTimeOffset Moment = new(2026, 3, 10, 13, 0, 0, TimeSpan.Zero);

    private static readonly EventSaid Said = new("evt-1", "traffic", "client-1", new Quantity(1.5m), Moment);

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new MeterDefined("traffic", "Traffic", "GB", Traffic), new MeterRenamed("Traffic out", "GiB"), new MeterRevised(Rule(Aggregation.Max), Moment), new MeterRetired(),
        new UsageWithdrawn(Said, "Sent by a test"), new UsageAmended(Said, Said with { Value = new Quantity(-0.000000000001m), Subject = "sub-\"2\"", At = Moment.AddTicks(10) }, "Wrong unit"),
    }.ToDictionary(sample => sample.GetType());

    private static readonly (string Variant, object Sample)[] Shapes =
    [
        ("count", new MeterDefined("calls", "Calls", "", Rule(Aggregation.Count))),
        ("latest", new MeterDefined("seats", "Seats", "", Rule(Aggregation.Latest, UsageRounding.Nearest))),
        ("unique_count", new MeterDefined("users", "Users", "", new MeterRule(Aggregation.UniqueCount, "user", [], []))),
        ("average", new MeterDefined("load", "Load", "%", Rule(Aggregation.Average, UsageRounding.Down))),
        ("weighted_sum", new MeterDefined("storage", "Storage", "GB", Rule(Aggregation.WeightedSum))),
    ];

    /// <summary>What stands in Data/events, by file name: each event once, and again for each shape that a field of it takes.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } =
        All.Values.Select(sample => (Name: AliasOf(sample), sample)).Concat(Shapes.Select(shape => (Name: $"{AliasOf(shape.Sample)}.{shape.Variant}", shape.Sample))).ToDictionary(pinned => pinned.Name, pinned => pinned.Item2);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");

    private static MeterRule Rule(Aggregation aggregation, UsageRounding rounding = UsageRounding.None) => new(aggregation, null, [], [], rounding);

    private static string AliasOf(object sample) => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias;
}
