using System.ComponentModel.DataAnnotations;
using System.Text;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>A delivery in the log.</summary>
/// <param name="WebhookId">What a receiver tells doubles by: webhook-id.</param>
/// <param name="EndpointName">Null: the address was removed.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Subject">The kind of thing that it happened to.</param>
/// <param name="SubjectId">Which.</param>
/// <param name="Cause">event, replay or test.</param>
/// <param name="State">waiting, delivered or failed.</param>
/// <param name="Attempts">How many were made.</param>
/// <param name="Status">What the last one was answered; null: nothing, or there was none.</param>
/// <param name="Error">Why the last one failed.</param>
/// <param name="HappenedAt">When the event was recorded, UTC.</param>
/// <param name="DueAt">When the next attempt is due, UTC; null when there is none.</param>
/// <param name="DoneAt">When it came to an end, UTC.</param>
internal sealed record WebhookDeliveryLine(
    WebhookDeliveryId Id, string WebhookId, WebhookEndpointId Endpoint, string? EndpointName, string Type, string Subject, Guid SubjectId, string Cause, string State, int Attempts, int? Status, string? Error, DateTimeOffset HappenedAt, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, DateTimeOffset? DoneAt);

/// <summary>One attempt of a delivery.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">What was answered; null: nothing.</param>
/// <param name="Error">Why it failed; null: it did not.</param>
/// <param name="Answer">The answer's body, at most 16 KiB of it.</param>
/// <param name="IsCut">Whether it went on.</param>
internal sealed record WebhookAttemptLine(int Number, DateTimeOffset At, int Milliseconds, int? Status, string? Error, string? Answer, bool IsCut);

/// <summary>A delivery with what is sent and what was answered.</summary>
/// <param name="Body">What is sent, as it would be sent now; null: the event is there no longer.</param>
/// <param name="Tries">Every attempt, the first one first.</param>
internal sealed record WebhookDeliveryPage(WebhookDeliveryLine Delivery, string? Body, IReadOnlyList<WebhookAttemptLine> Tries);

/// <summary>The log of what was sent.</summary>
internal static class ListDeliveries
{
    private const string Columns = $"{WebhookDelivery.Columns}, d.endpoint_id, w.name, d.state, d.status, d.error, d.created_at, d.due_at, d.done_at";

    private const int Width = WebhookDelivery.Width + 8;

    private const string From = "from webhook_deliveries d left join webhook_endpoints w on w.tenant_id = d.tenant_id and w.id = d.endpoint_id where d.tenant_id = $1";

    private const string Tries = "select number, at, milliseconds, status, error, answer, cut from webhook_attempts where tenant_id = $1 and delivery_id = $2 order by number";

    private static readonly Dictionary<string, SortField> Fields = new() { ["place"] = new("d.place", NpgsqlDbType.Bigint) };

    /// <summary>One of them; null when there is none.</summary>
    public static Task<(WebhookDeliveryLine Line, WebhookDelivery Delivery)?> Find(Session session, WebhookDeliveryId id, CancellationToken stop) =>
        session.Read<(WebhookDeliveryLine, WebhookDelivery)?>($"select {Columns} {From} and d.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? (Line(reader), WebhookDelivery.Read(reader)) : null, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/webhook-deliveries", async (Session session, CancellationToken stop, WebhookEndpointId? endpointId = null, [AllowedValues("waiting", "delivered", "failed")] string? state = null, string? type = null, [AllowedValues("event", "replay", "test")] string? cause = null,
                DateTimeOffset? from = null, DateTimeOffset? until = null, string? sort = null, int? limit = null, string? cursor = null) =>
            {
                if (Limit.Check(limit) is { } tooMany) return tooMany;
                var query = new ListQuery(Fields, new("d.id", NpgsqlDbType.Uuid))
                    .Filter("d.endpoint_id = @", endpointId?.Value, NpgsqlDbType.Uuid).Filter("d.state = @", state, NpgsqlDbType.Varchar).Filter("d.type = @", type, NpgsqlDbType.Varchar).Filter("d.cause = @", cause, NpgsqlDbType.Varchar)
                    .Filter("d.created_at >= @", from?.UtcDateTime, NpgsqlDbType.TimestampTz).Filter("d.created_at < @", until?.UtcDateTime, NpgsqlDbType.TimestampTz);
                if ((query.Sort(sort, "-place") ?? query.After(cursor)) is { } unclear) return unclear;
                var rows = limit ?? Limit.Default;
                return await session.Read($"select {Columns}{query.CursorColumns} {From}{query.Where}{query.Tail(rows)}", query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Line, stop)), stop);
            })
            .Produces<Page<WebhookDeliveryLine>>().Requires(Permission.ArrangeWebhooks).WithSummary("What was sent to addresses and what waits, the newest first");

        app.MapGet("/api/webhook-deliveries/{id}", async (WebhookDeliveryId id, Session session, WebhookPayloads payloads, WebhookCatalogue catalogue, CancellationToken stop) =>
            {
                if (await Find(session, id, stop) is not var (line, delivery)) return (IResult)Problems.NotFound;
                var tries = await session.Read(Tries, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader =>
                {
                    var all = new List<WebhookAttemptLine>();
                    while (await reader.ReadAsync(stop)) all.Add(new(reader.GetInt32(0), Moment(reader, 1)!.Value, reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), Text(reader, 4), Text(reader, 5), reader.GetBoolean(6)));
                    return all;
                }, stop);
                var body = delivery.Sequence is not { } number ? WebhookPayloads.Test(delivery, catalogue.ExampleOf(delivery.Type))
                    : await session.Events([number], stop) is [var happened] ? payloads.Of(delivery, happened) : null;
                return Answer.Of(new WebhookDeliveryPage(line, body is null ? null : Encoding.UTF8.GetString(body), tries));
            })
            .Produces<WebhookDeliveryPage>().Requires(Permission.ArrangeWebhooks).WithSummary("A delivery with what is sent, and every attempt with its answer");
    }

    private static WebhookDeliveryLine Line(NpgsqlDataReader row)
    {
        const int after = WebhookDelivery.Width;
        var (delivery, state) = (WebhookDelivery.Read(row), row.GetString(after + 2));
        return new(
            new(delivery.Id), WebhookPayloads.IdOf(delivery.EventId), new(row.GetGuid(after)), Text(row, after + 1), delivery.Type, delivery.Stream, delivery.StreamId, delivery.Cause, state, delivery.Attempts,
            row.IsDBNull(after + 3) ? null : row.GetInt32(after + 3), Text(row, after + 4), delivery.HappenedAt, Moment(row, after + 5)!.Value, state == WebhookDelivery.Waiting ? Moment(row, after + 6) : null, Moment(row, after + 7));
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetDateTime(column), TimeSpan.Zero);
}
