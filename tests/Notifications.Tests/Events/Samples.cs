using System.Reflection;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["BounceDoorEvent", "MailServerEvent", "NotificationPreferencesEvent", "TellingEvent", "WebhookEndpointEvent"];

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new MailServerArranged("mail.example.test", 587, SmtpLine.StartTls, "office", "office@example.test"), new MailServerPasswordKept(), new MailServerDropped(), new BouncesAwaited(), new BouncesUnheard(),
        new WebhookOpened("Ledger", "https://hooks.example.test/billing", ["invoicing.*"], ["X-Ledger"], 20, WebhookSigning.Hmac, "whsec_…9E0="), new WebhookArranged("Ledger", "https://hooks.example.test/billing", ["invoicing.*"], ["X-Ledger"], 20),
        new WebhookSecretRotated(WebhookSigning.Ed25519, "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=", new(2025, 11, 20, 12, 0, 0, TimeSpan.Zero)), new WebhookPaused(), new WebhookResumed(),
        new WebhookDisabled(WebhookTrouble.Failing), new WebhookReplayAsked(new(2025, 11, 14, 9, 30, 0, TimeSpan.Zero)), new WebhookRemoved(),
        new NotificationChoicesMade([new(NotificationKind.Budget, NotificationChannel.Mail, NotificationPriority.High), new(NotificationKind.System, NotificationChannel.InProduct, null)]), new QuietHoursAgreed(new(22, 0), new(7, 0), true), new QuietHoursDropped(),
        new DigestAgreed(DigestRhythm.Weekly, 8, DayOfWeek.Monday), new DigestDropped(), new OwnZoneChosen("Europe/Madrid"), new OwnLanguageChosen("es"), new ChannelConnected(NotificationChannel.Slack, "hooks.slack.com/…a1b2"), new ChannelDisconnected(NotificationChannel.Slack),
        new PeopleTold(NotificationKind.PaymentFailed, NotificationPriority.High, [new Guid("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")]),
    }.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = All.Values.ToDictionary(sample => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
