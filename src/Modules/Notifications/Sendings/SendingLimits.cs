using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>How much may go to one person by one channel: mails 10 an hour and 50 a day, others 20 and 100, counted back from each moment.</summary>
internal static class SendingLimits
{
    private const string Begin = "insert into notification_lanes (tenant_id, person_id, channel, gone_at) values ($1, $2, $3, '{}') on conflict do nothing";

    // One row for each lane: who comes second waits for the first, and then counts what that one took.
    private const string Take = """
        update notification_lanes l set gone_at = array(select at from unnest(l.gone_at || $4) as g (at) where at > $4 - interval '1 day' order by at)
        where tenant_id = $1 and person_id = $2 and channel = $3
          and (select count(*) from unnest(l.gone_at) as g (at) where at > $4 - interval '1 hour') < $5
          and (select count(*) from unnest(l.gone_at) as g (at) where at > $4 - interval '1 day') < $6
        returning 1
        """;

    private const string Room = """
        select greatest(
            (select at + interval '1 hour' from unnest(gone_at) as g (at) where at > $4 - interval '1 hour' order by at desc offset $5 - 1 limit 1),
            (select at + interval '1 day' from unnest(gone_at) as g (at) where at > $4 - interval '1 day' order by at desc offset $6 - 1 limit 1))
        from notification_lanes where tenant_id = $1 and person_id = $2 and channel = $3
        """;

    public static (int AnHour, int ADay) Of(NotificationChannel channel) => channel == NotificationChannel.Mail ? (10, 50) : (20, 100);

    /// <summary>Takes a place, for one that is about to go.</summary>
    /// <returns>Null when it is taken; else when there is room again, UTC.</returns>
    public static async Task<DateTimeOffset?> TakePlace(Session session, Guid person, NotificationChannel channel, DateTimeOffset now)
    {
        var (anHour, aDay) = Of(channel);
        NpgsqlParameter[] who = [new NpgsqlParameter<Guid> { TypedValue = person }, new NpgsqlParameter<string> { TypedValue = NotificationLines.Word(channel) }];
        NpgsqlParameter[] all = [.. who, new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new NpgsqlParameter<int> { TypedValue = anHour }, new NpgsqlParameter<int> { TypedValue = aDay }];
        await session.Write(new Statement(Begin, [.. who.Select(one => one.Clone())]));
        if (await session.WriteAndRead(Take, [.. all.Select(one => one.Clone())], async reader => await reader.ReadAsync())) return null;
        var room = await session.WriteAndRead(Room, all, async reader => await reader.ReadAsync() && !reader.IsDBNull(0) ? new DateTimeOffset(reader.GetDateTime(0), TimeSpan.Zero) : now);
        return room > now ? room : now.AddSeconds(1);
    }
}
