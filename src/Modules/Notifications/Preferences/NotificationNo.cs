namespace Billing.Notifications;

/// <summary>What is refused of preferences.</summary>
internal static class NotificationNo
{
    public static readonly Refusal ChoiceTwice = new("notification-choice-twice", "Each kind has one choice for each channel. Leave the second one out.");
    public static readonly Refusal Quiet = new("quiet-hours-empty", "Quiet hours begin and end at different times. Leave them out to be told at any time.");
    public static readonly Refusal DigestHour = new("digest-hour-wrong", "A digest comes at an hour from 0 to 23.");
    public static readonly Refusal DigestDay = new("digest-day-wrong", "A weekly digest comes on a day of the week; a daily one on none.");
    public static readonly Refusal Zone = new("notification-zone-wrong", "Write a time zone such as Europe/Berlin, or leave it out for the organisation’s.");
    public static readonly Refusal Language = new("notification-language-wrong", "Choose en, de, fr or es, or leave it out for the organisation’s language.");
    public static readonly Refusal NotConnected = new("notification-channel-missing", "This channel is not connected. Enter its address first.");
    public static readonly Refusal TooMany = new("notification-too-many", "As much has gone by this channel as may within an hour or a day. Try again later.");
    public static readonly Refusal Slack = new("slack-address-wrong", "Enter an incoming webhook of Slack: https://hooks.slack.com/services/…");
    public static readonly Refusal Discord = new("discord-address-wrong", "Enter a webhook of Discord: https://discord.com/api/webhooks/…");
    public static readonly Refusal Teams = new("teams-address-wrong", "Enter an incoming webhook of Teams, at a host that ends in .webhook.office.com.");

    public static Refusal Url(string sentence) => new("notification-url-wrong", sentence);
}
