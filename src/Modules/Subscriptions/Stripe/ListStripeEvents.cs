using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>An event of Stripe's in the inbox.</summary>
/// <param name="Id">Stripe's.</param>
/// <param name="Type">Such as <c>invoice.paid</c>.</param>
/// <param name="ObjectId">What it happened to.</param>
/// <param name="CreatedAt">By Stripe's clock, UTC.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
/// <param name="Delivered">False: it was never delivered; we asked for it.</param>
/// <param name="HandledAt">Null while it waits.</param>
/// <param name="Outcome">taken: it was news; known: it was not; asked: Stripe was asked how things stand; ignored: of no object that is followed; null while it waits.</param>
internal sealed record StripeEventLine(string Id, string Type, string? ObjectId, DateTimeOffset CreatedAt, DateTimeOffset ReceivedAt, bool Delivered, DateTimeOffset? HandledAt, string? Outcome);

/// <summary>An event with all that Stripe said.</summary>
internal sealed record StripeEventPage(StripeEventLine Event, JsonElement Body);

/// <summary>What Stripe told: the list, one of them, and once more from the start.</summary>
internal static class ListStripeEvents
{
    private const string Columns = "i.id, i.type, i.object_id, i.created_at, i.received_at, i.delivered, i.handled_at, i.outcome";

    private static readonly Dictionary<string, SortField> Fields = new() { ["receivedAt"] = new("i.received_at", NpgsqlDbType.TimestampTz), ["createdAt"] = new("i.created_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/stripe/events", async (Session session, CancellationToken stop, string? type = null, string? objectId = null, string? outcome = null, bool? waiting = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("i.id", NpgsqlDbType.Varchar)).Filter("i.type = @", type, NpgsqlDbType.Varchar).Filter("i.object_id = @", objectId, NpgsqlDbType.Varchar).Filter("i.outcome = @", outcome, NpgsqlDbType.Varchar);
            if (waiting is { } wanted) query.Filter(wanted ? "i.handled_at is null" : "i.handled_at is not null");
            if ((query.Sort(sort, "-receivedAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from stripe_inbox i where i.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 8, Line, stop)), stop);
        })
        .Produces<Page<StripeEventLine>>().Requires(Permission.SeeOperations).WithSummary("What Stripe told, the latest first");

        app.MapGet("/api/stripe/events/{id}", async (string id, Session session, CancellationToken stop) =>
            await session.Read($"select {Columns}, i.body from stripe_inbox i where i.tenant_id = $1 and i.id = $2", [StripeInbox.Text(id)], async reader =>
                await reader.ReadAsync(stop) ? (IResult)TypedResults.Ok(new StripeEventPage(Line(reader), JsonElement.Parse(reader.GetString(8)))) : Problems.NotFound, stop))
        .Produces<StripeEventPage>().Requires(Permission.SeeOperations).WithSummary("An event of Stripe's, with all that it says");

        app.MapPost("/api/stripe/events/{id}/replay", async (string id, Session session, CancellationToken stop) =>
        {
            var endpoint = await session.Read("select endpoint from stripe_inbox where tenant_id = $1 and id = $2", [StripeInbox.Text(id)], async reader => await reader.ReadAsync(stop) ? reader.GetString(0) : null, stop);
            if (endpoint is null) return (IResult)Problems.NotFound;
            var work = session.Begin();
            work.Send(StripeInbox.Message, new StripeWaiting(endpoint, id));
            await work.Commit();
            return TypedResults.Accepted((string?)null);
        })
        .Produces(202).Requires(Permission.MendOperations).WithSummary("Handle an event of Stripe's once more; what is known already changes nothing");
    }

    private static StripeEventLine Line(Npgsql.NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4), row.GetBoolean(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetString(7));
}
