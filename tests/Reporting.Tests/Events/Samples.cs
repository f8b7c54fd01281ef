using System.Reflection;
using Billing.EventStore;

namespace Billing.Reporting.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["SavedReportEvent"];

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new ReportSaved("Year end", "tax", SavedDays.Fixed, new(2024, 1, 1), new(2024, 12, 31)), new SavedReportAmended("Year end", SavedDays.LastYear, null, null),
        new ReportMailAgreed(MailRhythm.Monthly, 31, MailedFormat.Xlsx, [Guid.Parse("0193e0c0-0000-7000-8000-0000000000ff")], new(2025, 1, 31)), new ReportMailStopped(), new ReportMailed(new(2025, 1, 31)), new SavedReportDropped(),
    }.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = All.Values.ToDictionary(sample => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
