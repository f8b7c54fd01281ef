using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>The recurring invoices, those that bill next first.</summary>
internal static class ListRecurringInvoices
{
    private const string Columns = "r.id, coalesce(c.merged_into, r.client_id), c.name, c.tax_treatment, r.currency, r.paused, r.ended, r.next_on, r.outcome, r.invoiced, r.left_out, r.parked + r.retried, r.content, r.version";
    private const string From = "from invoicing_recurring_invoices r join invoicing_clients c on c.tenant_id = r.tenant_id and c.id = r.client_id where r.tenant_id = $1";

    private static readonly Dictionary<string, string> Views = new()
    {
        ["active"] = "not r.ended and not r.paused",
        ["paused"] = "not r.ended and r.paused",
        ["ended"] = "r.ended",
        ["parked"] = "r.parked + r.retried > 0",
    };

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["next"] = new("coalesce(r.next_on, '9999-12-31'::date)", NpgsqlDbType.Date),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["currency"] = new("r.currency", NpgsqlDbType.Text),
    };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/recurring-invoices", async (Session session, CancellationToken stop, [AllowedValues("active", "paused", "ended", "parked")] string? status = null, ClientId? clientId = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (status is not null && !Views.ContainsKey(status)) return Problems.BadRequest(new Fault("?status", $"A status is {string.Join(", ", Views.Keys)}."));
            ListQuery Filtered() => new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid)).Filter("coalesce(c.merged_into, r.client_id) = @", clientId?.Value, NpgsqlDbType.Uuid).Filter("c.found ilike @", Search.Pattern(search), NpgsqlDbType.Text);
            var query = Filtered();
            if (status is not null) query.Filter(Views[status]);
            if ((query.Sort(sort, "next") ?? query.After(cursor)) is { } unclear) return unclear;
            var size = limit ?? Limit.Default;
            var page = await session.Read($"select {Columns}{query.CursorColumns} {From}{query.Where}{query.Tail(size)}", query.Values, reader => Pages.Read(reader, query, size, 14, Row, stop), stop);
            return (IResult)Answer.Of(new RecurringInvoiceList(page.Items, page.NextCursor, cursor is null ? await Counts(session, Filtered(), stop) : null));
        })
        .Produces<RecurringInvoiceList>().Requires(Permission.SeeInvoicing).WithSummary("Recurring invoices, those that bill next first, with the number in each view");

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

    private static Task<Dictionary<string, long>> Counts(Session session, ListQuery query, CancellationToken stop) => session.Read(
        $"select count(*), {string.Join(", ", Views.Values.Select(view => $"count(*) filter (where {view})"))} {From}{query.Where}", query.Values, async row =>
        {
            await row.ReadAsync(stop);
            var counts = new Dictionary<string, long> { ["all"] = row.GetInt64(0) };
            foreach (var (n, view) in Views.Keys.Index()) counts[view] = row.GetInt64(n + 1);
            return counts;
        }, stop);
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
