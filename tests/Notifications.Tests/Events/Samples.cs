using System.Reflection;
using Billing.EventStore;

namespace Billing.Notifications.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["BounceDoorEvent", "MailServerEvent"];

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new MailServerArranged("mail.example.test", 587, SmtpLine.StartTls, "office", "office@example.test"), new MailServerPasswordKept(), new MailServerDropped(), new BouncesAwaited(), new BouncesUnheard(),
    }.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = All.Values.ToDictionary(sample => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
