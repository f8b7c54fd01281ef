using System.Reflection;
using Billing.EventStore;

namespace Billing.Subscriptions.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["StripeObjectEvent"];

    private static readonly Dictionary<Type, object> All = StripeSamples.All.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = All.Values.ToDictionary(AliasOf);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");

    private static string AliasOf(object sample) => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias;
}
