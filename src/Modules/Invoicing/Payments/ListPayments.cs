using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>Payments as they came in, and what clients have to their credit.</summary>
internal static class ListPayments
{
    private const int ColumnCount = 15;

    private const string Columns = "p.id, coalesce(c.merged_into, p.client_id), c.name, p.reference, p.currency, p.amount, p.received_on, p.method, p.fee, p.note, p.allocated, p.credited, p.refunded, p.undone, p.version";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/payments", async ([AsParameters] PaymentFilter filter, Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            var page = await Page(session, query, limit ?? Limit.Default, stop);
            if (cursor is not null) return (IResult)Answer.Of(new PaymentList(page.Items, page.NextCursor, null, null));
            var totals = await Totals(session, filter, stop);
            return Answer.Of(new PaymentList(page.Items, page.NextCursor, totals.Sum(total => total.Payments), totals));
        })
        .Produces<PaymentList>().Requires(Permission.SeeInvoicing).WithSummary("Payments, newest first, with totals per currency");

        app.MapGet("/api/clients/{id}/credit", async (ClientId id, Streams<Client> clients, CancellationToken stop) =>
            (await clients.Peek(id.Value, stop)).Exists ? (IResult)Answer.Of(await CreditOf(id, clients.Session, stop)) : Problems.NotFound)
        .Produces<ClientCredit>().Requires(Permission.SeeInvoicing).WithSummary("What a client has to its credit, per currency");
    }

    internal static Task<Page<PaymentListRow>> Page(Session session, ListQuery query, int limit, CancellationToken stop) => session.Read(
        $"select {Columns}{query.CursorColumns} from {PaymentFilter.Tables} where p.tenant_id = $1{query.Where}{query.Tail(limit)}", query.Values, reader => Pages.Read(reader, query, limit, ColumnCount, Row, stop), stop);

    private static Task<List<PaymentTotals>> Totals(Session session, PaymentFilter filter, CancellationToken stop)
    {
        filter.Query(out var query);
        string Counted(string column) => $"coalesce(sum({column}) filter (where not p.undone), 0)";
        return session.Read(
            $"select p.currency, count(*), {Counted("p.amount")}, {Counted("p.fee")}, {Counted("p.allocated")}, {Counted("p.credited")}, {Counted("p.refunded")} from {PaymentFilter.Tables} where p.tenant_id = $1{query.Where} group by p.currency order by p.currency",
            query.Values, async row =>
            {
                var totals = new List<PaymentTotals>();
                while (await row.ReadAsync(stop))
                {
                    var currency = Currency.Parse(row.GetString(0));
                    totals.Add(new PaymentTotals(currency, row.GetInt64(1), new(row.GetDecimal(2), currency), new(row.GetDecimal(3), currency), new(row.GetDecimal(4), currency), new(row.GetDecimal(5), currency), new(row.GetDecimal(6), currency)));
                }
                return totals;
            }, stop);
    }

    private static Task<ClientCredit> CreditOf(ClientId id, Session session, CancellationToken stop) => session.Read(
        "select a.currency, sum(a.balance) from invoicing_client_accounts a where a.tenant_id = $1 and a.client_id = coalesce((select merged_into from invoicing_clients where tenant_id = $1 and id = $2), $2) group by a.currency having sum(a.balance) > 0 order by a.currency", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader =>
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
            Amount(10), Amount(11), Amount(12), row.GetBoolean(13) ? Money.Zero(currency) : Amount(5) - Amount(12), row.GetBoolean(13), row.GetInt64(14));
    }
}

/// <summary>A page of payments. Count and totals go over the whole filter and come with the first page.</summary>
/// <param name="Totals">Of the filtered payments, per currency; undone ones count with nothing.</param>
internal sealed record PaymentList(IReadOnlyList<PaymentListRow> Items, string? NextCursor, long? Count, IReadOnlyList<PaymentTotals>? Totals);

/// <summary>A payment as the list shows it.</summary>
/// <param name="Allocated">What of it pays invoices.</param>
/// <param name="Credited">What of it became the client's credit.</param>
/// <param name="Refundable">What of it was not given back yet; nothing once it was undone.</param>
internal sealed record PaymentListRow(
    Guid Id, Guid ClientId, string ClientName, string Reference, Money Amount, DateOnly ReceivedOn, PaymentMethod Method, Money? Fee, string? Note, Money Allocated, Money Credited, Money Refunded, Money Refundable, bool Undone, long Version);

/// <summary>What the filtered payments of one currency come to.</summary>
internal sealed record PaymentTotals(Currency Currency, long Payments, Money Amount, Money Fee, Money Allocated, Money Credited, Money Refunded);

/// <summary>What a client has to its credit; amounts of different currencies are never added.</summary>
internal sealed record ClientCredit(IReadOnlyList<Money> Items);
