using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What people were told of, in a parcel: nobody is told a second time where it is taken in.</summary>
internal static class NotificationBelongings
{
    private const string Take = "select (to_jsonb(n) - 'tenant_id' - 'place' - 'seq_id')::text from notifications n where n.tenant_id = $1 order by n.place";

    private const string Put = """
        insert into notifications (tenant_id, id, person_id, event_id, seq_id, stream_id, version, kind, priority, permission, path, in_product, happened_at, told_at, read_at)
        select $1, n.id, n.person_id, n.event_id, e.seq_id, n.stream_id, n.version, n.kind, n.priority, n.permission, n.path, n.in_product, n.happened_at, n.told_at, n.read_at
        from unnest($2) with ordinality as l (line, n), jsonb_populate_record(null::notifications, l.line || jsonb_build_object('tenant_id', $1::varchar)) n
        left join mt_events e on e.tenant_id = $1 and e.stream_id = n.stream_id and e.version = n.version and e.id = n.event_id
        where n.priority in ('low', 'normal', 'high') and n.kind in ('budget', 'anomaly', 'limit', 'overdue', 'paymentFailed', 'syncTrouble', 'webhookTrouble', 'system') and n.path ~ '^(/[A-Za-z0-9_-]+)+$' order by l.n
        """;

    public static Belonging People { get; } = new("notifications.people", Take, Put);
}

/// <summary>Drops what people were told of more than ninety days ago.</summary>
internal sealed class NotificationsSwept() : Job("notifications.notifications_swept", Recurrence.DailyAt(new TimeOnly(3, 47), TimeZoneInfo.Utc), perTenant: true, inEverybodysTime: true)
{
    private const string Sweep = """
        with old as (delete from notifications where tenant_id = $1 and id = any (array(select id from notifications where tenant_id = $1 and told_at < $2 limit 2000)) returning id),
        sendings as (delete from notification_sendings where tenant_id = $1 and notification_id in (select id from old))
        select count(*) from old
        """;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        var before = new NpgsqlParameter<DateTime> { TypedValue = (work.Session.InEverybodysTime.Now - Kept).UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
        while (await work.Session.WriteAndRead(Sweep, [before.Clone()], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0) > 0) stop.ThrowIfCancellationRequested();
    }
}
