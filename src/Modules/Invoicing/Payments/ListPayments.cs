using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Payments as they came in, and what clients have to their credit.</summary>
internal static class ListPayments
{
    private const string Tables = "invoicing_payments p join invoicing_clients c on c.tenant_id = p.tenant_id and c.id = p.client_id";

    private const string Columns = "p.id, coalesce(c.merged_into, p.client_id), c.name, p.reference, p.currency, p.amount, p.received_on, p.method, p.fee, p.note, p.allocated, p.credited, p.refunded, p.undone, p.version";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["receivedOn"] = new("p.received_on", NpgsqlDbType.Date),
        ["amount"] = new("p.amount", NpgsqlDbType.Numeric),
        ["reference"] = new("p.reference", NpgsqlDbType.Text),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/payments", async (Session session, CancellationToken stop, ClientId? clientId = null, DateOnly? from = null, DateOnly? to = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("p.id", NpgsqlDbType.Uuid));
            query.Filter("coalesce(c.merged_into, p.client_id) = @", clientId?.Value, NpgsqlDbType.Uuid).Filter("p.received_on >= @", from, NpgsqlDbType.Date).Filter("p.received_on <= @", to, NpgsqlDbType.Date)
                .Filter("(p.reference ilike @ or c.found ilike @ or p.note ilike @)", Search.Pattern(search), NpgsqlDbType.Text);
            if ((query.Sort(sort, "-receivedOn") ?? query.After(cursor)) is { } unclear) return unclear;
            var size = limit ?? Limit.Default;
            return (IResult)Answer.Of(await session.Read($"select {Columns}{query.CursorColumns} from {Tables} where p.tenant_id = $1{query.Where}{query.Tail(size)}", query.Values, reader => Pages.Read(reader, query, size, 15, Row, stop), stop));
        })
        .Produces<Page<PaymentListRow>>().Requires(Permission.SeeInvoicing).WithSummary("Payments, newest first");

        app.MapGet("/api/clients/{id}/credit", async (ClientId id, Streams<Client> clients, CancellationToken stop) =>
            (await clients.Peek(id.Value, stop)).Exists ? (IResult)Answer.Of(await CreditOf(id, clients.Session, stop)) : Problems.NotFound)
        .Produces<ClientCredit>().Requires(Permission.SeeInvoicing).WithSummary("What a client has to its credit, per currency");
    }

    private static Task<ClientCredit> CreditOf(ClientId id, Session session, CancellationToken stop) => session.Read(
        "select a.currency, sum(a.balance) from invoicing_client_accounts a where a.tenant_id = $1 and a.client_id = $2 group by a.currency having sum(a.balance) > 0 order by a.currency", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader =>
        {
            var credit = new List<Money>();
            while (await reader.ReadAsync(stop)) credit.Add(new Money(reader.GetDecimal(1), Currency.Parse(reader.GetString(0))));
            return new ClientCredit(credit);
        }, stop);

    private static PaymentListRow Row(NpgsqlDataReader row)
    {
        var currency = Currency.Parse(row.GetString(4));
        Money Amount(int column) => new(row.GetDecimal(column), currency);
        return new PaymentListRow(
            row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), Amount(5), row.GetFieldValue<DateOnly>(6), Enum.Parse<PaymentMethod>(row.GetString(7), ignoreCase: true), row.IsDBNull(8) ? null : Amount(8), row.IsDBNull(9) ? null : row.GetString(9),
            Amount(10), Amount(11), Amount(12), row.GetBoolean(13), row.GetInt64(14));
    }
}

/// <summary>A payment as the list shows it.</summary>
/// <param name="Allocated">What of it pays invoices.</param>
/// <param name="Credited">What of it became the client's credit.</param>
internal sealed record PaymentListRow(
    Guid Id, Guid ClientId, string ClientName, string Reference, Money Amount, DateOnly ReceivedOn, PaymentMethod Method, Money? Fee, string? Note, Money Allocated, Money Credited, Money Refunded, bool Undone, long Version);

/// <summary>What a client has to its credit; amounts of different currencies are never added.</summary>
internal sealed record ClientCredit(IReadOnlyList<Money> Items);
