using System.Text.Json;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The recurring invoices, those that bill next first.</summary>
internal static class ListRecurringInvoices
{
    private const string Columns = "r.id, coalesce(c.merged_into, r.client_id), c.name, c.tax_treatment, r.currency, r.paused, r.ended, r.next_on, r.outcome, r.invoiced, r.left_out, r.parked + r.retried, r.content, r.version";
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/recurring-invoices", async ([AsParameters] RecurringFilter filter, Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            var page = await Page(session, query, limit ?? Limit.Default, stop);
            return (IResult)Answer.Of(new RecurringInvoiceList(page.Items, page.NextCursor, cursor is null ? await Counts(session, filter, stop) : null));
        })
        .Produces<RecurringInvoiceList>().Requires(Permission.SeeInvoicing).WithSummary("Recurring invoices, those that bill next first, with the number in each view");

    internal static Task<Page<RecurringInvoiceListRow>> Page(Session session, ListQuery query, int limit, CancellationToken stop) => session.Read(
        $"select {Columns}{query.CursorColumns} from {RecurringFilter.Tables} where r.tenant_id = $1{query.Where}{query.Tail(limit)}", query.Values, reader => Pages.Read(reader, query, limit, 14, Row, stop), stop);

    private static RecurringInvoiceListRow Row(NpgsqlDataReader row)
    {
        var content = JsonSerializer.Deserialize<RecurringContent>(row.GetFieldValue<byte[]>(12), JsonSerializerOptions.Web)!;
        var (currency, next) = (Currency.Parse(row.GetString(4)), row.IsDBNull(7) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(7));
        var state = row.GetBoolean(6) ? RecurringState.Ended : row.GetBoolean(5) ? RecurringState.Paused : RecurringState.Active;
        return new RecurringInvoiceListRow(
            row.GetGuid(0), state, row.GetGuid(1), row.GetString(2), content.Rhythm.Schedule!, next, Enum.Parse<InvoiceOutcome>(row.GetString(8), ignoreCase: true),
            TotalOn(content, next, currency, Enum.Parse<TaxTreatment>(row.GetString(3), ignoreCase: true)), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt64(13));
    }

    private static Money? TotalOn(RecurringContent content, DateOnly? day, Currency currency, TaxTreatment treatment)
    {
        var prices = day is null ? null : content.Prices.LastOrDefault(prices => prices.From is null || prices.From <= day);
        return prices is null ? null : Totals.Of(currency, [.. prices.Lines.Select(line => line.Priced(treatment))], prices.Discount, content.Rules).TryGet(out var totals, out _) ? totals.Total : null;
    }

    private static Task<Dictionary<string, long>> Counts(Session session, RecurringFilter filter, CancellationToken stop)
    {
        filter.Query(out var query, anyView: true);
        return session.Read(
            $"select count(*), {string.Join(", ", RecurringFilter.Views.Values.Select(view => $"count(*) filter (where {view})"))} from {RecurringFilter.Tables} where r.tenant_id = $1{query.Where}", query.Values, async row =>
            {
                await row.ReadAsync(stop);
                var counts = new Dictionary<string, long> { ["all"] = row.GetInt64(0) };
                foreach (var (n, view) in RecurringFilter.Views.Keys.Index()) counts[view] = row.GetInt64(n + 1);
                return counts;
            }, stop);
    }
}

/// <summary>A page of recurring invoices.</summary>
/// <param name="Counts">On the first page: how many each view holds: all, active, paused, ended, parked.</param>
internal sealed record RecurringInvoiceList(IReadOnlyList<RecurringInvoiceListRow> Items, string? NextCursor, IReadOnlyDictionary<string, long>? Counts);

/// <summary>A recurring invoice as the list shows it.</summary>
/// <param name="NextOn">The next day that is not dealt with.</param>
/// <param name="Total">What that day's invoice would come to, as the client is taxed now.</param>
/// <param name="Parked">How many wait for somebody.</param>
internal sealed record RecurringInvoiceListRow(
    Guid Id, RecurringState State, Guid ClientId, string ClientName, Schedule Schedule, DateOnly? NextOn, InvoiceOutcome Then, Money? Total, int Invoiced, int LeftOut, int Parked, long Version);
