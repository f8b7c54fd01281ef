using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What failed is sent again, as if for the first time.</summary>
/// <param name="EndpointId">To which address; left out: to all.</param>
internal sealed record ResendFailedDeliveries(WebhookEndpointId? EndpointId = null)
{
    /// <summary>Of addresses that are told; tests are not sent again.</summary>
    private const string Which = "d.cause <> 'test' and exists (select from webhook_endpoints w where w.tenant_id = d.tenant_id and w.id = d.endpoint_id and w.state = 'active')";

    private const string One = $"""
        with again as (
            update webhook_deliveries d set state = 'waiting', due_at = $3, step = 0, done_at = null where d.tenant_id = $1 and d.id = $2 and {Which} returning d.endpoint_id),
        woken as (update webhook_lanes l set rests_until = null from again a where l.tenant_id = $1 and l.endpoint_id = a.endpoint_id)
        select count(*) from again
        """;

    private const string All = $"""
        with again as (
            update webhook_deliveries d set state = 'waiting', due_at = $3, step = 0, done_at = null
            where d.tenant_id = $1 and ($2::uuid is null or d.endpoint_id = $2) and d.state = 'failed' and {Which} returning d.endpoint_id),
        woken as (update webhook_lanes l set rests_until = null from (select distinct endpoint_id from again) a where l.tenant_id = $1 and l.endpoint_id = a.endpoint_id)
        select count(*) from again
        """;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/webhook-deliveries/{id}/resend", async (WebhookDeliveryId id, Session session, WebhookSender sender, CommandEdge edge, CancellationToken stop) =>
            {
                if (await ListDeliveries.Find(session, id, stop) is not var (_, delivery)) return (IResult)Problems.NotFound;
                if (delivery.Cause == WebhookDelivery.Test) return edge.Refused(WebhookNo.TestStays);
                if (await Mark(session, One, id.Value) == 0) return edge.Refused(WebhookNo.NotActive);
                sender.Wake();
                return Answer.Of((await ListDeliveries.Find(session, id, stop))!.Value.Line, status: 202);
            })
            .Produces<WebhookDeliveryLine>(202).Requires(Permission.ArrangeWebhooks).WithSummary("Send a delivery again, under its old id");

        app.MapPost("/api/webhook-deliveries/resend-failed", async (ResendFailedDeliveries command, Session session, WebhookSender sender) =>
            {
                var count = await Mark(session, All, command.EndpointId?.Value);
                sender.Wake();
                return (IResult)Answer.Of(new WebhookResent(count), status: 202);
            })
            .Produces<WebhookResent>(202).Requires(Permission.ArrangeWebhooks).WithSummary("Send again everything that was given up, to addresses that are told");
    }

    private static Task<long> Mark(Session session, string sql, Guid? which) => session.WriteAndRead(
        sql,
        [new NpgsqlParameter { Value = (object?)which ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }, new NpgsqlParameter<DateTime> { TypedValue = session.InEverybodysTime.Now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz }],
        async reader => await reader.ReadAsync() ? reader.GetInt64(0) : 0);
}

/// <summary>How much is sent again.</summary>
/// <param name="Count">So many deliveries.</param>
internal sealed record WebhookResent(long Count);
