using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>The collecting of an invoice in the list.</summary>
/// <param name="Number">Of the invoice.</param>
/// <param name="Amount">What was asked of the card last.</param>
/// <param name="Attempts">How often a card was charged.</param>
/// <param name="Code">Why the last one failed, in the provider's words.</param>
/// <param name="NextAt">When it is tried again, UTC; null when it is not.</param>
/// <param name="Disputed">Whether the client objects to a payment.</param>
internal sealed record DunningRow(
    CollectionId Id, Guid InvoiceId, string Number, SubscriptionId SubscriptionId, ClientId ClientId, Money Amount, CollectionState State, int Attempts, string? Code, DateTimeOffset? NextAt, DateTimeOffset BegunAt, DateTimeOffset LastAt, bool Disputed, long Version);

/// <summary>Which invoices are collected; without a filter those that failed and are not paid.</summary>
internal static class ListDunning
{
    private const string Columns = "c.id, c.invoice_id, c.number, c.subscription_id, c.client_id, c.amount, c.currency, c.state, c.attempts, c.code, c.next_at, c.begun_at, c.last_at, c.disputed, c.version";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["next"] = new("coalesce(c.next_at, 'infinity'::timestamptz)", NpgsqlDbType.TimestampTz),
        ["last"] = new("c.last_at", NpgsqlDbType.TimestampTz),
        ["amount"] = new("c.amount", NpgsqlDbType.Numeric),
    };

    private static readonly string[] States = [.. Enum.GetValues<CollectionState>().Select(CollectionRows.Text)];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/dunning", async (
            Session session, CancellationToken stop, string? state = null, ClientId? clientId = null, SubscriptionId? subscriptionId = null, Guid? invoiceId = null, bool? disputed = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (state is not null && !States.Contains(state)) return Problems.BadRequest(new Fault("?state", $"A state is {string.Join(", ", States)}."));
            var query = new ListQuery(Fields, new("c.id", NpgsqlDbType.Uuid))
                .Filter("c.state = @", state, NpgsqlDbType.Varchar).Filter("c.client_id = @", clientId?.Value, NpgsqlDbType.Uuid)
                .Filter("c.subscription_id = @", subscriptionId?.Value, NpgsqlDbType.Uuid).Filter("c.invoice_id = @", invoiceId, NpgsqlDbType.Uuid).Filter("c.disputed = @", disputed, NpgsqlDbType.Boolean);
            if (state is null && clientId is null && subscriptionId is null && invoiceId is null && disputed is null) query.Filter("c.state in ('underWay', 'retrying', 'needsAction', 'exhausted')");
            if ((query.Sort(sort, "next") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from subscriptions_collections c where c.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 15, Row, stop)), stop);
        })
        .Produces<Page<DunningRow>>().Requires(Permission.SeeSubscriptions).WithSummary("Invoices that are collected from cards: without a filter those that are not paid, the next retry first");

    private static DunningRow Row(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetGuid(1), row.GetString(2), new(row.GetGuid(3)), new(row.GetGuid(4)), new Money(row.GetDecimal(5), Currency.Parse(row.GetString(6))), CollectionRows.Read(row.GetString(7)), row.GetInt32(8),
        row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10), row.GetFieldValue<DateTimeOffset>(11), row.GetFieldValue<DateTimeOffset>(12), row.GetBoolean(13), row.GetInt64(14));
}
