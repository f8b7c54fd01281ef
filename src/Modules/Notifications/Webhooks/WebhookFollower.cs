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

    private const string Make = $"""
        insert into webhook_deliveries (tenant_id, id, endpoint_id, cause, replay_id, seq_id, event_id, type, stream, stream_id, version, happened_at, created_at, state, due_at)
        select e.tenant_id, gen_random_uuid(), w.id, '{WebhookDelivery.Event}', '00000000-0000-0000-0000-000000000000', e.seq_id, e.event_id, e.type, e.stream, e.stream_id, e.version, e.happened_at, $9, '{WebhookDelivery.Waiting}', $9
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as e (tenant_id, seq_id, event_id, type, stream, stream_id, version, happened_at)
        join webhook_endpoints w on w.tenant_id = e.tenant_id and w.state = 'active' and {Wanted}
        join webhook_lanes l on l.tenant_id = w.tenant_id and l.endpoint_id = w.id and l.since < e.seq_id
        order by e.seq_id
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
