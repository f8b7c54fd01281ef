using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The list of quotes: a page, and on the first one totals per currency and how many each view holds.</summary>
internal static class ListQuotes
{
    private const string Columns = "q.id, q.number, q.standing, coalesce(c.merged_into, q.client_id), c.name, q.issue_date, q.valid_until, q.currency, q.subtotal, q.tax, q.total, q.purchase_order, q.invoice_id, q.version, q.discount, q.shipping, q.prices_include_tax";
    private const string From = $"from {QuoteFilter.Tables} where q.tenant_id = $1 and $2::date is not null";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/quotes", async ([AsParameters] QuoteFilter filter, Session session, Today today, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var day = today.Date;
            if (filter.Query(day, out var query, sort, cursor) is { } unclear) return unclear;
            var page = await Page(session, query, day, limit ?? Limit.Default, stop);
            if (cursor is not null) return (IResult)Answer.Of(new QuoteList(page.Items, page.NextCursor, null, null, null));
            var totals = await Totals(session, filter, day, stop);
            return Answer.Of(new QuoteList(page.Items, page.NextCursor, totals.Sum(total => total.Quotes), totals, await Counts(session, filter, day, stop)));
        })
        .Produces<QuoteList>().Requires(Permission.SeeInvoicing).WithSummary("Quotes, with totals per currency and the number in each view");

    internal static Task<Page<QuoteListRow>> Page(Session session, ListQuery query, DateOnly today, int limit, CancellationToken stop) => session.Read(
        $"select {Columns}{query.CursorColumns} {From}{query.Where}{query.Tail(limit)}", query.Values, reader => Pages.Read(reader, query, limit, 17, row => Row(row, today), stop), stop);

    private static QuoteListRow Row(NpgsqlDataReader row, DateOnly today)
    {
        var (currency, standing) = (Currency.Parse(row.GetString(7)), Enum.Parse<QuoteStanding>(row.GetString(2), ignoreCase: true));
        DateOnly? Date(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
        return new QuoteListRow(
            row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), Quote.StateOf(standing, Date(6), today), row.GetGuid(3), row.GetString(4), Date(5), Date(6), currency,
            new(row.GetDecimal(8), currency), new(row.GetDecimal(14), currency), new(row.GetDecimal(15), currency), new(row.GetDecimal(9), currency), row.GetBoolean(16), new(row.GetDecimal(10), currency), row.IsDBNull(11) ? null : row.GetString(11), row.IsDBNull(12) ? null : row.GetGuid(12), row.GetInt64(13));
    }

    private static Task<List<QuoteTotals>> Totals(Session session, QuoteFilter filter, DateOnly today, CancellationToken stop)
    {
        filter.Query(today, out var query);
        return session.Read($"select q.currency, count(*), sum(q.total) {From}{query.Where} group by q.currency order by q.currency", query.Values, async row =>
        {
            var totals = new List<QuoteTotals>();
            while (await row.ReadAsync(stop)) totals.Add(new QuoteTotals(Currency.Parse(row.GetString(0)), row.GetInt64(1), new(row.GetDecimal(2), Currency.Parse(row.GetString(0)))));
            return totals;
        }, stop);
    }

    private static Task<Dictionary<string, long>> Counts(Session session, QuoteFilter filter, DateOnly today, CancellationToken stop)
    {
        filter.Query(today, out var query, anyView: true);
        return session.Read($"select count(*), {string.Join(", ", QuoteFilter.Views.Values.Select(view => $"count(*) filter (where {view})"))} {From}{query.Where}", query.Values, async row =>
        {
            await row.ReadAsync(stop);
            var counts = new Dictionary<string, long> { ["all"] = row.GetInt64(0) };
            foreach (var (n, view) in QuoteFilter.Views.Keys.Index()) counts[view] = row.GetInt64(n + 1);
            return counts;
        }, stop);
    }
}

/// <summary>A page of quotes.</summary>
/// <param name="Count">All that the filter wants; on the first page only, as the two that follow.</param>
/// <param name="Totals">Of the filtered quotes, per currency.</param>
/// <param name="Counts">How many each view holds, whatever view is asked for: all, draft, open, expired, accepted, declined, withdrawn.</param>
internal sealed record QuoteList(IReadOnlyList<QuoteListRow> Items, string? NextCursor, long? Count, IReadOnlyList<QuoteTotals>? Totals, IReadOnlyDictionary<string, long>? Counts);

/// <summary>A quote as the list shows it. Total = subtotal − discount + shipping + tax on top.</summary>
/// <param name="PricesIncludeTax">The tax is in the subtotal, not on top of it.</param>
/// <param name="InvoiceId">The invoice that was drafted when it was accepted.</param>
internal sealed record QuoteListRow(
    Guid Id, string? Number, QuoteState State, Guid ClientId, string ClientName, DateOnly? IssueDate, DateOnly? ValidUntil, Currency Currency, Money Subtotal, Money Discount, Money Shipping, Money Tax, bool PricesIncludeTax, Money Total, string? PurchaseOrder, Guid? InvoiceId, long Version);

/// <summary>What the filtered quotes of one currency come to.</summary>
internal sealed record QuoteTotals(Currency Currency, long Quotes, Money Total);
