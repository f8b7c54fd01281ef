using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Something that happened to how one person wants to be told.</summary>
internal abstract record NotificationPreferencesEvent;

/// <summary>What they are told of, and where.</summary>
/// <param name="Choices">All of them; what is not among them is as usual.</param>
[Event("notifications.choices_made")]
internal sealed record NotificationChoicesMade(ValueList<NotificationChoice> Choices) : NotificationPreferencesEvent;

/// <summary>They are left alone at certain hours: what comes then waits for their end. What stands under the bell disturbs nobody.</summary>
/// <param name="From">Where they are.</param>
/// <param name="Until">Where they are; before <paramref name="From"/>: of the next morning.</param>
/// <param name="ExceptHigh">Whether what matters much comes all the same.</param>
[Event("notifications.quiet_hours_agreed")]
internal sealed record QuietHoursAgreed(TimeOnly From, TimeOnly Until, bool ExceptHigh) : NotificationPreferencesEvent;

/// <summary>There are no hours any more at which they are left alone.</summary>
[Event("notifications.quiet_hours_dropped")]
internal sealed record QuietHoursDropped : NotificationPreferencesEvent;

/// <summary>Mails to them are gathered into one; what matters much comes at once.</summary>
/// <param name="Rhythm">How often it comes.</param>
/// <param name="Hour">At which hour where they are, 0 to 23.</param>
/// <param name="Day">Of a weekly one, on which day; else missing.</param>
[Event("notifications.digest_agreed")]
internal sealed record DigestAgreed(DigestRhythm Rhythm, int Hour, DayOfWeek? Day) : NotificationPreferencesEvent;

/// <summary>Each mail to them comes by itself again.</summary>
[Event("notifications.digest_dropped")]
internal sealed record DigestDropped : NotificationPreferencesEvent;

/// <summary>Where they are.</summary>
/// <param name="TimeZone">IANA; missing: where the organisation is.</param>
[Event("notifications.own_zone_chosen")]
internal sealed record OwnZoneChosen(string? TimeZone) : NotificationPreferencesEvent;

/// <summary>In which language they are told.</summary>
/// <param name="Language">ISO 639; missing: the organisation's.</param>
[Event("notifications.own_language_chosen")]
internal sealed record OwnLanguageChosen(string? Language) : NotificationPreferencesEvent;

/// <summary>They are told elsewhere, too. The address is in no event.</summary>
/// <param name="Channel">By what.</param>
/// <param name="Shown">As much of the address as may be shown.</param>
[Event("notifications.channel_connected")]
internal sealed record ChannelConnected(NotificationChannel Channel, string Shown) : NotificationPreferencesEvent;

/// <summary>They are told there no longer; the address is dropped.</summary>
/// <param name="Channel">By what.</param>
[Event("notifications.channel_disconnected")]
internal sealed record ChannelDisconnected(NotificationChannel Channel) : NotificationPreferencesEvent;

/// <summary>How people are told.</summary>
internal enum NotificationChannel
{
    /// <summary>Under the bell.</summary>
    InProduct,

    /// <summary>By mail.</summary>
    Mail,

    /// <summary>In Slack.</summary>
    Slack,

    /// <summary>In Discord.</summary>
    Discord,

    /// <summary>In Microsoft Teams.</summary>
    Teams,

    /// <summary>At an address of their own.</summary>
    Webhook,
}

/// <summary>How often a digest comes.</summary>
internal enum DigestRhythm
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Once a week.</summary>
    Weekly,
}

/// <summary>What somebody wants to be told of by one channel.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Channel">By what.</param>
/// <param name="Least">From which priority on; missing: never.</param>
internal sealed record NotificationChoice(NotificationKind Kind, NotificationChannel Channel, NotificationPriority? Least);

/// <summary>An address elsewhere.</summary>
internal sealed record ConnectedChannel(NotificationChannel Channel, string Shown);

/// <summary>How one person of one organisation wants to be told.</summary>
internal sealed record NotificationPreferences(ValueList<NotificationChoice> Choices, QuietHoursAgreed? Quiet, DigestAgreed? Digest, string? TimeZone, string? Language, ValueList<ConnectedChannel> Channels) : IAggregate<NotificationPreferences>
{
    public static string Alias => "notifications.preferences";

    public static NotificationPreferences Initial { get; } = new([], null, null, null, null, []);

    /// <summary>The one stream of a person.</summary>
    public static Guid Of(Guid person) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"notifications.preferences {person}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>Whether they want to be told of something by a channel.</summary>
    public bool Want(NotificationKind kind, NotificationPriority priority, NotificationChannel channel) => Least(kind, channel) is { } least && priority >= least && (channel is NotificationChannel.InProduct or NotificationChannel.Mail || Channels.Any(one => one.Channel == channel));

    /// <summary>From which priority on; null: never.</summary>
    public NotificationPriority? Least(NotificationKind kind, NotificationChannel channel) => Choices.FirstOrDefault(one => one.Kind == kind && one.Channel == channel) is { } chosen ? chosen.Least : Usual(kind, channel);

    /// <summary>Where they are.</summary>
    /// <param name="house">Where the organisation is.</param>
    public TimeZoneInfo Zone(TimeZoneInfo house) => TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) ? found : house;

    public NotificationPreferences Apply(object happened) => happened switch
    {
        NotificationChoicesMade e => this with { Choices = e.Choices },
        QuietHoursAgreed e => this with { Quiet = e },
        QuietHoursDropped => this with { Quiet = null },
        DigestAgreed e => this with { Digest = e },
        DigestDropped => this with { Digest = null },
        OwnZoneChosen e => this with { TimeZone = e.TimeZone },
        OwnLanguageChosen e => this with { Language = e.Language },
        ChannelConnected e => this with { Channels = [.. Channels.Where(one => one.Channel != e.Channel), new(e.Channel, e.Shown)] },
        ChannelDisconnected e => this with { Channels = [.. Channels.Where(one => one.Channel != e.Channel)] },
        _ => throw new UnknownEventException(nameof(NotificationPreferences), happened),
    };

    /// <summary>What is so until somebody chooses: all under the bell, what matters elsewhere. Budgets, limits, accounts that cannot be read and webhooks have mails of their own to those who arrange them.</summary>
    private static NotificationPriority? Usual(NotificationKind kind, NotificationChannel channel) => channel switch
    {
        NotificationChannel.InProduct => NotificationPriority.Low,
        NotificationChannel.Mail => kind is NotificationKind.Budget or NotificationKind.Limit or NotificationKind.SyncTrouble or NotificationKind.WebhookTrouble ? (NotificationPriority?)null : NotificationPriority.High,
        _ => NotificationPriority.Normal,
    };
}
