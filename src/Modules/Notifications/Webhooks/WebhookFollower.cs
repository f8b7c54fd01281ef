using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>Makes of each announced event one delivery for every address that wants to hear of it, in the order of the log; the node that does so sends them, too.</summary>
internal sealed class WebhookFollower(WebhookSender sender, TimeProvider time) : LogFollower(Checkpoint)
{
    public const string Checkpoint = "notifications.webhooks";

    /// <summary>Whether an event's name, <c>e.type</c>, is one that an address, <c>w</c>, wants to hear of.</summary>
    public const string Wanted = "exists (select from jsonb_array_elements_text(w.filters) as f (filter) where e.type like replace(replace(f.filter, '_', '\\_'), '*', '%'))";

    // Who wants to hear is found once for each name, not for each event.
    private const string Make = $"""
        with happened as (select * from unnest($1, $2, $3, $4, $5, $6, $7, $8) as h (tenant_id, seq_id, event_id, type, stream, stream_id, version, happened_at)),
        told as materialized (
            select e.tenant_id, e.type, w.id, l.since from (select distinct tenant_id, type from happened) e
            join webhook_endpoints w on w.tenant_id = e.tenant_id and w.state = 'active' and {Wanted} join webhook_lanes l on l.tenant_id = w.tenant_id and l.endpoint_id = w.id)
        insert into webhook_deliveries (tenant_id, id, endpoint_id, cause, replay_id, seq_id, event_id, type, stream, stream_id, version, happened_at, created_at, state, due_at)
        select h.tenant_id, gen_random_uuid(), t.id, '{WebhookDelivery.Event}', '00000000-0000-0000-0000-000000000000', h.seq_id, h.event_id, h.type, h.stream, h.stream_id, h.version, h.happened_at, $9, '{WebhookDelivery.Waiting}', $9
        from happened h join told t on t.tenant_id = h.tenant_id and t.type = h.type and t.since < h.seq_id
        order by h.seq_id
        on conflict (tenant_id, endpoint_id, replay_id, event_id) do nothing
        """;

    public override bool Wants(Type happened) => happened.IsDefined(typeof(AnnouncedAttribute), inherit: false);

    public override IReadOnlyList<NpgsqlBatchCommand> Write(IReadOnlyList<Headline> page)
    {
        static NpgsqlParameter Moments(IEnumerable<DateTimeOffset> moments) => new NpgsqlParameter<DateTime[]> { TypedValue = [.. moments.Select(moment => moment.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
        return
        [
            new NpgsqlBatchCommand(Make)
            {
                Parameters =
                {
                    new NpgsqlParameter<string[]> { TypedValue = [.. page.Select(one => one.Tenant.Value)] },
                    new NpgsqlParameter<long[]> { TypedValue = [.. page.Select(one => one.Sequence)] },
                    new NpgsqlParameter<Guid[]> { TypedValue = [.. page.Select(one => one.Event)] },
                    new NpgsqlParameter<string[]> { TypedValue = [.. page.Select(one => one.Alias)] },
                    new NpgsqlParameter<string[]> { TypedValue = [.. page.Select(one => one.Stream)] },
                    new NpgsqlParameter<Guid[]> { TypedValue = [.. page.Select(one => one.StreamId)] },
                    new NpgsqlParameter<long[]> { TypedValue = [.. page.Select(one => one.Version)] },
                    Moments(page.Select(one => one.At)),
                    new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                },
            },
        ];
    }

    public override void Written() => sender.Wake();

    public override Task Beside(CancellationToken stop) => sender.Run(stop);
}
