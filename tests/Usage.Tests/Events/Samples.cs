using System.Reflection;
using Billing.EventStore;

namespace Billing.Usage.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["BackfillEvent", "CouponEvent", "LimitAlertEvent", "MeterEvent", "SubjectEvent", "SubjectLimitsEvent", "UsageBillEvent", "UsageCorrectionEvent", "UsagePlanEvent", "WalletEvent"];

    private static readonly Dictionary<Type, object> All = MeterSamples.All.Concat(WalletSamples.All).Concat(CouponSamples.All).Concat(PlanSamples.All).Concat(BillSamples.All).Concat(BackfillSamples.All).Concat(LimitSamples.All).ToDictionary(sample => sample.GetType());

    private static readonly (string Variant, object Sample)[] Shapes = [.. LimitSamples.Shapes, .. MeterSamples.Shapes, .. WalletSamples.Shapes, .. CouponSamples.Shapes, .. PlanSamples.Shapes];

    /// <summary>What stands in Data/events, by file name: each event once, and again for each shape that a field of it takes.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } =
        All.Values.Select(sample => (Name: AliasOf(sample), sample)).Concat(Shapes.Select(shape => (Name: $"{AliasOf(shape.Sample)}.{shape.Variant}", shape.Sample))).ToDictionary(pinned => pinned.Name, pinned => pinned.Item2);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");

    private static string AliasOf(object sample) => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias;
}
