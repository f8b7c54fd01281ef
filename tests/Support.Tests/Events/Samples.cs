using System.Reflection;
using Billing.EventStore;

namespace Billing.Support.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["SupportRequestEvent"];

    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new RequestReported(Client, new(2026, 11, 10), new(8, 47), "General Request", "support", new(Client, "Can you fix the contact form?"), Urgency.High, Effort.Medium, new(0.5m), RequestSource.Sms, "https://acme.example.test", "sms-1", false),
        new RequestGiven(new("0193e0c0-0000-7000-8000-000000000002"), ToldBy.Person), new RequestResolved(new(2026, 11, 11), new(23, 45, 10), ToldBy.Source), new RequestReopened(ToldBy.Source), new RequestTyped("Form Integration", ToldBy.Person),
        new RequestFiled("forms", ToldBy.Person), new RequestDescribed(new(Client, "Mend the form."), ToldBy.Source), new UrgencyJudged(Urgency.Promotion, ToldBy.Person), new EffortJudged(Effort.Large, ToldBy.Person), new HoursEstimated(new(1.75m), ToldBy.Person),
        new RequestLinked("", ToldBy.Person), new RequestFlagged("reopened-after-billing"), new RequestUnflagged(), new RequestArchived(ToldBy.Person), new RequestIgnored(ToldBy.Source), new RequestRestored(ToldBy.Person),
        new RequestBilled("0193e0c0-0000-7000-8000-000000000001/2026-11/1"),
    }.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = new Dictionary<string, object>(All.Values.Select(sample => KeyValuePair.Create(sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias, sample)));

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
