using Billing.Web;

namespace Billing.Notifications.Tests;

/// <summary>Only what is chosen otherwise than before has happened.</summary>
public class Agreeing_how_to_be_told
{
    private static readonly NotificationChoice Mails = new(NotificationKind.Budget, NotificationChannel.Mail, NotificationPriority.Low);
    private static readonly QuietHoursAgreed Night = new(new(22, 0), new(7, 0), true);
    private static readonly NotificationPreferences Before = NotificationPreferences.Initial.Apply(new NotificationChoicesMade([Mails])).Apply(Night).Apply(new OwnLanguageChosen("fr"));

    [Fact]
    public void the_same_again_changes_nothing() => Assert.Empty(new AgreePreferences([Mails], new(new(22, 0), new(7, 0), true), null, null, "fr").Decide(Before).Events);

    [Fact]
    public void what_is_left_out_is_as_usual_again() =>
        Assert.Equal<NotificationPreferencesEvent>([new NotificationChoicesMade([]), new QuietHoursDropped(), new OwnLanguageChosen(null)], new AgreePreferences().Decide(Before).Events);

    [Fact]
    public void a_channel_is_told_what_matters_to_it_once_it_is_connected()
    {
        Assert.True(Before.Want(NotificationKind.Budget, NotificationPriority.Low, NotificationChannel.Mail));
        Assert.False(Before.Want(NotificationKind.System, NotificationPriority.Normal, NotificationChannel.Mail));
        Assert.False(Before.Want(NotificationKind.System, NotificationPriority.High, NotificationChannel.Slack));
        var connected = Before.Apply(new ChannelConnected(NotificationChannel.Slack, "hooks.slack.com/…a1b2"));
        Assert.True(connected.Want(NotificationKind.System, NotificationPriority.Normal, NotificationChannel.Slack));
        Assert.False(connected.Want(NotificationKind.System, NotificationPriority.Low, NotificationChannel.Slack));
        Assert.False(connected.Apply(new ChannelDisconnected(NotificationChannel.Slack)).Want(NotificationKind.System, NotificationPriority.High, NotificationChannel.Slack));
    }

    [Theory]
    [InlineData("Slack", "https://hooks.slack.com/services/T0/B0/secret-word-0001", "hooks.slack.com/…0001")]
    [InlineData("Slack", "http://hooks.slack.com/services/T0/B0/x", null)]
    [InlineData("Slack", "https://hooks.slack.com/workflows/1", null)]
    [InlineData("Slack", "https://hooks.slack.com:8443/services/1", null)]
    [InlineData("Slack", "https://me@hooks.slack.com/services/1", null)]
    [InlineData("Discord", "https://discordapp.com/api/webhooks/12/secret-word-0002", "discordapp.com/…0002")]
    [InlineData("Discord", "https://discord.com.example.test/api/webhooks/1", null)]
    [InlineData("Teams", "https://acme.webhook.office.com/webhookb2/secret-0003", "acme.webhook.office.com/…0003")]
    [InlineData("Teams", "https://webhook.office.com/1", null)]
    [InlineData("Webhook", "https://hooks.example.test/1", "hooks.example.test/…")]
    [InlineData("Webhook", "https://127.0.0.1/1", null)]
    [InlineData("Webhook", "no address", null)]
    public void each_channel_has_addresses_of_its_own(string channel, string url, string? shown) =>
        Assert.Equal(shown, new ConnectChannel(url).Decide(Enum.Parse<NotificationChannel>(channel), new OutgoingRules()).Events is [ChannelConnected connected] ? connected.Shown : null);
}
