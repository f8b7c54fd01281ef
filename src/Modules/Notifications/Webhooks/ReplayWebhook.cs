using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What has happened since a moment is told to an address once more, in order, under the old ids.</summary>
/// <param name="Since">That moment, UTC.</param>
internal sealed record ReplayWebhook(DateTimeOffset Since)
{
    // Its own lane begins where the log was when it was opened, which the follower may not have come to yet.
    private const string Told = $"""
        select greatest((select last_seq_id from mt_event_progression where name = '{WebhookFollower.Checkpoint}:All'), (select since from webhook_lanes where tenant_id = $1 and endpoint_id = $2), 0)
        """;

    public Decision<WebhookEndpointEvent> Decide(WebhookEndpoint now, DateTimeOffset at)
    {
        if (now.State != WebhookState.Active) return WebhookNo.NotActive;
        if (Since > at) return WebhookNo.InTheFuture;
        return new WebhookReplayAsked(Since);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/webhook-endpoints/{id}/replay", async (WebhookEndpointId id, ReplayWebhook command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<WebhookEndpoint>(id.Value, stop, fresh: true);
            if (before.State.State == WebhookState.Removed) return Problems.NotFound;
            if (work.Decide<WebhookEndpoint, WebhookEndpointEvent>(id.Value, now => command.Decide(now, work.At)) is { } refusal) return edge.Refused(refusal);
            // What comes after this is told anyway.
            var upTo = await session.Read(Told, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0, stop);
            var replay = session.NewId();
            work.Send(When_a_replay_is_asked_for.Name, new WebhookReplay(replay, id.Value, command.Since, upTo));
            return await edge.Commit(work, Answer.Of(new WebhookReplayPage(replay, command.Since), status: 202), stop);
        })
        .Produces<WebhookReplayPage>(202).Requires(Permission.ArrangeWebhooks).WithSummary("Tell an address once more of everything since a moment, in order");
}

/// <summary>A replay that has begun.</summary>
/// <param name="Replay">Which; deliveries of it have the cause replay.</param>
/// <param name="Since">From when on, UTC.</param>
internal sealed record WebhookReplayPage(Guid Replay, DateTimeOffset Since);

/// <summary>Which events are told again to whom.</summary>
/// <param name="UpTo">The last number of the log that belongs to it.</param>
internal sealed record WebhookReplay(Guid Replay, Guid Endpoint, DateTimeOffset Since, long UpTo);

/// <summary>Makes the deliveries of a replay, page by page; done again after a crash, it makes what is missing.</summary>
internal sealed class When_a_replay_is_asked_for(WebhookSender sender) : MessageHandler<WebhookReplay>(Name)
{
    public const string Name = "notifications.webhook_replay";

    private const string Page = $"""
        with page as (
            select e.seq_id, e.id, n.today as type, coalesce(s.type, '') as stream, e.stream_id, e.version, e.timestamp
            from mt_events e join unnest($7, $8) as n (stored, today) on n.stored = e.type left join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.tenant_id = $1 and e.seq_id > $4 and e.seq_id <= $5 and e.timestamp >= $6 order by e.seq_id limit 2000),
        made as (
            insert into webhook_deliveries (tenant_id, id, endpoint_id, cause, replay_id, seq_id, event_id, type, stream, stream_id, version, happened_at, created_at, state, due_at)
            select $1, gen_random_uuid(), w.id, 'replay', $3, e.seq_id, e.id, e.type, e.stream, e.stream_id, e.version, e.timestamp, $9, 'waiting', $9
            from page e join webhook_endpoints w on w.tenant_id = $1 and w.id = $2 and {WebhookFollower.Wanted} order by e.seq_id
            on conflict (tenant_id, endpoint_id, replay_id, event_id) do nothing)
        select max(seq_id) from page
        """;

    public override async Task Handle(Message<WebhookReplay> message, Work work, CancellationToken stop)
    {
        var (replay, session) = (message.Body, work.Session);
        var names = session.Store.Registry.NamesOf(happened => happened.IsDefined(typeof(AnnouncedAttribute), inherit: false));
        long? next = 0;
        while (next is { } after)
        {
            stop.ThrowIfCancellationRequested();
            next = await session.WriteAndRead<long?>(
                Page,
                [
                    new NpgsqlParameter<Guid> { TypedValue = replay.Endpoint }, new NpgsqlParameter<Guid> { TypedValue = replay.Replay }, new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<long> { TypedValue = replay.UpTo },
                    new NpgsqlParameter<DateTime> { TypedValue = replay.Since.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new NpgsqlParameter<string[]> { TypedValue = names.Stored }, new NpgsqlParameter<string[]> { TypedValue = names.Today },
                    new NpgsqlParameter<DateTime> { TypedValue = session.InEverybodysTime.Now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                ],
                async reader => await reader.ReadAsync(stop) && !reader.IsDBNull(0) ? reader.GetInt64(0) : null);
            sender.Wake();
        }
    }
}
