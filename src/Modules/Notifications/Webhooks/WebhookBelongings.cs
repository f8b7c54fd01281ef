using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>
/// The log of deliveries in a parcel: what was sent and what was answered. What still waits does not go along, for the place it comes from still sends it;
/// neither do secrets nor where an address stands, so that nothing is told twice from the new place.
/// </summary>
internal static class WebhookBelongings
{
    private const string Take = """
        select (to_jsonb(d) - 'tenant_id' - 'place' - 'seq_id' || jsonb_build_object('tries', coalesce((
            select jsonb_agg(to_jsonb(a) - 'tenant_id' - 'delivery_id' order by a.number) from webhook_attempts a where a.tenant_id = d.tenant_id and a.delivery_id = d.id), '[]')))::text
        from webhook_deliveries d where d.tenant_id = $1 and d.state <> 'waiting' order by d.place
        """;

    private const string PutDeliveries = """
        insert into webhook_deliveries (tenant_id, id, endpoint_id, cause, replay_id, seq_id, event_id, type, stream, stream_id, version, happened_at, created_at, state, due_at, attempts, step, status, error, done_at)
        select $1, d.id, d.endpoint_id, d.cause, d.replay_id, e.seq_id, d.event_id, d.type, d.stream, d.stream_id, d.version, d.happened_at, d.created_at, d.state, d.due_at, d.attempts, d.step, d.status, d.error, d.done_at
        from unnest($2) with ordinality as l (line, n), jsonb_populate_record(null::webhook_deliveries, l.line || jsonb_build_object('tenant_id', $1::varchar)) d
        left join mt_events e on e.tenant_id = $1 and e.stream_id = d.stream_id and e.version = d.version and e.id = d.event_id
        where d.state in ('delivered', 'failed') and d.cause in ('event', 'replay', 'test') order by l.n
        """;

    private const string PutAttempts = """
        insert into webhook_attempts select a.* from unnest($2) as l (line), jsonb_array_elements(l.line -> 'tries') t,
        jsonb_populate_record(null::webhook_attempts, t || jsonb_build_object('tenant_id', $1::varchar, 'delivery_id', l.line -> 'id')) a
        """;

    /// <summary>An address may have said back what it was told of somebody.</summary>
    private const string Forget = """
        update webhook_attempts a set answer = null from webhook_deliveries d join mt_events e on e.tenant_id = d.tenant_id and e.seq_id = d.seq_id
        where a.tenant_id = $1 and d.tenant_id = $1 and d.id = a.delivery_id and a.answer is not null and strpos(e.data::text, $2::text) > 0
        """;

    public static Belonging Log { get; } = new("notifications.webhook_deliveries", Take, PutDeliveries, PutAttempts) { Forget = [Forget] };
}

/// <summary>Drops what was sent more than thirty days ago, and what has waited as long for an address that is no more.</summary>
internal sealed class WebhookLogSwept() : Job("notifications.webhook_log_swept", Recurrence.DailyAt(new TimeOnly(3, 41), TimeZoneInfo.Utc), perTenant: true, inEverybodysTime: true)
{
    private const string Sweep = """
        with old as (
            delete from webhook_deliveries where tenant_id = $1 and id = any (array(
                select d.id from webhook_deliveries d where d.tenant_id = $1 and (
                    (d.state <> 'waiting' and d.done_at < $2)
                    or (d.state = 'waiting' and d.created_at < $2 and not exists (select from webhook_endpoints w where w.tenant_id = $1 and w.id = d.endpoint_id))) limit 2000)) returning id),
        tries as (delete from webhook_attempts where tenant_id = $1 and delivery_id in (select id from old))
        select count(*) from old
        """;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        var before = new Npgsql.NpgsqlParameter<DateTime> { TypedValue = (work.Session.InEverybodysTime.Now - Kept).UtcDateTime, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz };
        while (await work.Session.WriteAndRead(Sweep, [before.Clone()], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0) > 0) stop.ThrowIfCancellationRequested();
    }
}
