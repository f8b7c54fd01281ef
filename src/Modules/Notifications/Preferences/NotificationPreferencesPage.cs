using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Notifications;

/// <summary>How one is told.</summary>
/// <param name="Choices">Every kind by every channel, as it is chosen or usual.</param>
/// <param name="Quiet">Null: one is told at any time.</param>
/// <param name="Digest">Null: each mail comes by itself.</param>
/// <param name="TimeZone">As chosen; null: where the organisation is.</param>
/// <param name="Language">As chosen; null: the organisation's.</param>
/// <param name="HouseTimeZone">Where the organisation is.</param>
/// <param name="HouseLanguage">In which language it is told.</param>
/// <param name="Channels">Mail, and where one is told besides.</param>
/// <param name="Version">For If-Match.</param>
internal sealed record NotificationPreferencesPage(
    IReadOnlyList<NotificationChoice> Choices, QuietHours? Quiet, Digest? Digest, string? TimeZone, string? Language, string HouseTimeZone, string HouseLanguage, IReadOnlyList<ChannelLine> Channels, long Version)
{
    private const string Counts = """
        select channel, count(*) filter (where state = 'waiting'), count(*) filter (where state = 'failed'), (array_agg(error order by done_at desc) filter (where state = 'failed'))[1]
        from notification_sendings where tenant_id = $1 and person_id = $2 group by channel
        """;

    public static async Task<NotificationPreferencesPage> Of(Addressed who, Session session, Versioned<NotificationPreferences> now, CancellationToken stop)
    {
        var counts = await session.Read(Counts, [new NpgsqlParameter<Guid> { TypedValue = who.Person }], async reader =>
        {
            var all = new Dictionary<string, (long Waiting, long Failed, string? Error)>();
            while (await reader.ReadAsync(stop)) all[reader.GetString(0)] = (reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetString(3));
            return all;
        }, stop);
        ChannelLine Line(NotificationChannel channel, string? shown)
        {
            var (waiting, failed, error) = counts.GetValueOrDefault(NotificationLines.Word(channel));
            return new(channel, shown, waiting, failed, error);
        }
        var of = now.State;
        return new(
            [.. from kind in Enum.GetValues<NotificationKind>() from channel in Enum.GetValues<NotificationChannel>() select new NotificationChoice(kind, channel, of.Least(kind, channel))],
            of.Quiet is { } quiet ? new(quiet.From, quiet.Until, quiet.ExceptHigh) : null, of.Digest is { } digest ? new(digest.Rhythm, digest.Hour, digest.Day) : null,
            of.TimeZone, of.Language, who.Here.TimeZone.Id, NotificationLanguage.Of(who.Here.Locale).Code,
            [Line(NotificationChannel.Mail, null), .. of.Channels.OrderBy(one => one.Channel).Select(one => Line(one.Channel, one.Shown))], now.Version);
    }
}

/// <summary>Where one is told, and how that goes.</summary>
/// <param name="Shown">As much of the address as may be shown; null for mail, which goes where one signs in with.</param>
/// <param name="Waiting">How much waits for its time, or for room.</param>
/// <param name="Failed">How much was given up.</param>
/// <param name="Error">Why the last of these was.</param>
internal sealed record ChannelLine(NotificationChannel Channel, string? Shown, long Waiting, long Failed, string? Error);
