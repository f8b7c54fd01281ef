using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The list of invoices: a page, and on the first one totals per currency and how many each view holds.</summary>
internal static class ListInvoices
{
    internal const int ColumnCount = 23;

    internal const string Columns = """
        i.id, i.number, i.standing, coalesce(c.merged_into, i.client_id), c.name, i.issue_date, i.due_date, i.period_from, i.period_through, i.currency,
        i.subtotal, i.discount, i.tax, i.total, i.paid, i.credited, i.outstanding, i.purchase_order, i.version, i.shipping, i.prices_include_tax, i.outside_id, i.outside_page
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices", async ([AsParameters] InvoiceFilter filter, HttpRequest request, Session session, Today today, SnapshotCache remembered, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var day = today.Date;
            if (filter.Query(day, out var query, sort, cursor) is { } unclear) return unclear;
            var body = await remembered.Get(session, $"{request.Path}{request.QueryString} {day:O}", async () =>
            {
                var reading = Page(session, query, day, limit ?? Limit.Default, stop);
                var summing = cursor is null ? All(session, filter, day, stop) : Task.FromResult<(List<InvoiceTotals> Totals, Dictionary<string, long> Counts)?>(null);
                await Task.WhenAll(reading, summing); // at the same time: on a long list both take a while
                var (page, all) = (await reading, await summing);
                return Answer.Of(new InvoiceList(page.Items, page.NextCursor, all?.Totals.Sum(total => total.Invoices), all?.Totals, all?.Counts)).Body;
            }, stop);
            return (IResult)new Answer(200, body!);
        })
        .Produces<InvoiceList>().Requires(Permission.SeeInvoicing).WithSummary("Invoices, with totals per currency and the number in each view");

    internal static Task<Page<InvoiceListRow>> Page(Session session, ListQuery query, DateOnly today, int limit, CancellationToken stop) => session.Read(
        $"select {Columns}{query.CursorColumns} from {InvoiceFilter.Tables} where i.tenant_id = $1 and $2::date is not null{query.Where}{query.Tail(limit)}",
        query.Values, reader => Pages.Read(reader, query, limit, ColumnCount, row => Row(row, today), stop), stop);

    private static InvoiceListRow Row(NpgsqlDataReader row, DateOnly today)
    {
        var (currency, standing, outstanding) = (Currency.Parse(row.GetString(9)), Standings.Read(row.GetString(2)), row.GetDecimal(16));
        Money Amount(int column) => new(row.GetDecimal(column), currency);
        DateOnly? Date(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
        return new InvoiceListRow(
            row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), Derived.Status(standing, outstanding), Derived.State(standing, outstanding, row.GetDecimal(14) + row.GetDecimal(15) > 0, Date(6), today),
            row.GetGuid(3), row.GetString(4), Date(5), Date(6), Date(7) is { } from && Date(8) is { } through ? new Period(from, through) : null, currency,
            Amount(10), Amount(11), Amount(19), Amount(12), row.GetBoolean(20), Amount(13), Amount(14), Amount(15), Amount(16), row.IsDBNull(17) ? null : row.GetString(17), row.GetInt64(18), row.IsDBNull(21) ? null : new InvoiceMirror(row.GetString(21), row.IsDBNull(22) ? null : row.GetString(22)));
    }

    /// <summary>Totals of what is asked for, and how many each view holds, in one look at all of them.</summary>
    private static Task<(List<InvoiceTotals> Totals, Dictionary<string, long> Counts)?> All(Session session, InvoiceFilter filter, DateOnly today, CancellationToken stop)
    {
        filter.Query(today, out var query, anyView: true);
        return session.Read<(List<InvoiceTotals>, Dictionary<string, long>)?>(
            $"""
            select i.currency, count(*) filter (where {filter.View}), {SumOf("i.total", filter, "i.standing <> 'voided'")}, {SumOf("i.paid", filter)}, {SumOf("i.credited", filter)}, {SumOf("i.outstanding", filter)}, {SumOf("i.outstanding", filter, InvoiceFilter.Views["overdue"])},
                   count(*), {string.Join(", ", InvoiceFilter.Views.Values.Select(view => $"count(*) filter (where {view})"))}
            from {InvoiceFilter.Tables} where i.tenant_id = $1 and $2::date is not null{query.Where} group by i.currency order by i.currency
            """,
            query.Values, async row =>
            {
                var totals = new List<InvoiceTotals>();
                var counts = InvoiceFilter.Views.Keys.Prepend("all").ToDictionary(view => view, _ => 0L);
                while (await row.ReadAsync(stop))
                {
                    var currency = Currency.Parse(row.GetString(0));
                    if (row.GetInt64(1) > 0) totals.Add(new InvoiceTotals(currency, row.GetInt64(1), new(row.GetDecimal(2), currency), new(row.GetDecimal(3), currency), new(row.GetDecimal(4), currency), new(row.GetDecimal(5), currency), new(row.GetDecimal(6), currency)));
                    foreach (var (n, view) in InvoiceFilter.Views.Keys.Prepend("all").Index()) counts[view] += row.GetInt64(n + 7);
                }
                return (totals, counts);
            }, stop);
    }

    private static string SumOf(string amount, InvoiceFilter filter, string which = "true") => $"coalesce(sum({amount}) filter (where {filter.View} and {which}), 0)";
}

/// <summary>A page of invoices.</summary>
/// <param name="Count">All that the filter wants; on the first page only, as the two that follow.</param>
/// <param name="Totals">Of the filtered invoices, per currency; voided ones count with nothing.</param>
/// <param name="Counts">How many each view holds, whatever view is asked for: all, draft, issued, open, partlyPaid, overdue, paid, voided, uncollectible, billed.</param>
internal sealed record InvoiceList(IReadOnlyList<InvoiceListRow> Items, string? NextCursor, long? Count, IReadOnlyList<InvoiceTotals>? Totals, IReadOnlyDictionary<string, long>? Counts);

/// <summary>An invoice as the list shows it. Total = subtotal − discount + shipping + tax on top.</summary>
/// <param name="PricesIncludeTax">The tax is in the subtotal, not on top of it.</param>
/// <param name="Mirror">Where it was born, when it was taken over; null for one of ours.</param>
internal sealed record InvoiceListRow(
    Guid Id, string? Number, InvoiceStatus Status, InvoiceState State, Guid ClientId, string ClientName, DateOnly? IssueDate, DateOnly? DueDate, Period? Period, Currency Currency,
    Money Subtotal, Money Discount, Money Shipping, Money Tax, bool PricesIncludeTax, Money Total, Money Paid, Money Credited, Money Outstanding, string? PurchaseOrder, long Version, InvoiceMirror? Mirror);

/// <summary>What the filtered invoices of one currency come to.</summary>
internal sealed record InvoiceTotals(Currency Currency, long Invoices, Money Total, Money Paid, Money Credited, Money Outstanding, Money Overdue);
