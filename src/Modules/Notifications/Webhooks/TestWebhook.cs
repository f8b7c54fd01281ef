using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>Sends something made up to an address at once, to see how it answers. It is in the log as a test.</summary>
/// <param name="Type">As if this had happened; left out: a test of no event.</param>
internal sealed record TestWebhook(string? Type = null)
{
    private const string Note = """
        with made as (
            insert into webhook_deliveries (tenant_id, id, endpoint_id, cause, replay_id, event_id, type, stream, stream_id, version, happened_at, created_at, state, due_at, attempts, step, status, error, done_at)
            select $1, o.id, o.endpoint, 'test', '00000000-0000-0000-0000-000000000000', o.id, o.type, o.stream, o.subject, 1, o.at, o.at, o.state, o.at, 1, 1, o.status, o.error, o.at
            from jsonb_to_record($2) as o (id uuid, endpoint uuid, type varchar, stream varchar, subject uuid, at timestamptz, state varchar, status integer, error varchar))
        insert into webhook_attempts (tenant_id, delivery_id, number, at, milliseconds, status, error, answer, cut)
        select $1, o.id, 1, o.at, o.milliseconds, o.status, o.error, o.answer, o.cut from jsonb_to_record($2) as o (id uuid, at timestamptz, milliseconds integer, status integer, error varchar, answer text, cut boolean)
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/webhook-endpoints/{id}/test", async (WebhookEndpointId id, TestWebhook command, Session session, Streams<WebhookEndpoint> endpoints, WebhookCatalogue catalogue, WebhookSecrets secrets, WebhookCalls calls, CommandEdge edge, CancellationToken stop) =>
        {
            var now = (await endpoints.Load(id.Value, stop)).State;
            if (now.State == WebhookState.Removed) return (IResult)Problems.NotFound;
            if (command.Type is { } wanted && !catalogue.Names.Contains(wanted)) return edge.Refused(WebhookNo.TypeUnknown(wanted));
            if (await secrets.Door(session.Tenant, id.Value, now.Url, now.Headers.Count > 0, now.OldUntil > session.InEverybodysTime.Now, stop) is not { } door) return edge.Refused(WebhookNo.NoSecret);
            var made = session.NewId();
            var delivery = new WebhookDelivery(made, WebhookDelivery.Test, null, made, command.Type ?? WebhookDelivery.Ping, WebhookEndpoint.Alias, id.Value, 1, session.InEverybodysTime.Now, 0, 0);
            var attempt = await calls.Send(door, WebhookPayloads.IdOf(made), WebhookPayloads.Test(delivery, catalogue.ExampleOf(delivery.Type)), stop);
            var noted = new
            {
                Id = made, Endpoint = id.Value, delivery.Type, delivery.Stream, Subject = id.Value, attempt.At, State = attempt.IsTaken ? WebhookDelivery.Delivered : WebhookDelivery.Failed,
                attempt.Milliseconds, attempt.Status, attempt.Error, attempt.Answer, Cut = attempt.IsCut,
            };
            await session.Write(new Statement(Note, new NpgsqlParameter { Value = JsonSerializer.Serialize(noted, Json), NpgsqlDbType = NpgsqlDbType.Jsonb }));
            return Answer.Of(new WebhookAttemptLine(1, attempt.At, attempt.Milliseconds, attempt.Status, attempt.Error, attempt.Answer, attempt.IsCut));
        })
        .Produces<WebhookAttemptLine>().Requires(Permission.ArrangeWebhooks).WithSummary("Send a test to an address at once, and see what it answers");
}
