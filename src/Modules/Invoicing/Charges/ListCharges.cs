using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The charges, newest first: a page, and on the first one totals per currency and how many are in each state.</summary>
internal static class ListCharges
{
    private const string Columns = """
        h.id, c.id, c.name, h.source_module, h.source_kind, h.source_fact, h.description, h.quantity, h.unit_price, h.amount, h.currency, h.period_from, h.period_through, h.tax_category, h.line_group,
        h.available_from, h.state, h.invoice_id, h.corrects, h.corrected, h.withdrawn_because, h.posted_at, h.version
        """;

    private const int CursorColumn = 23;

    /// <summary>One charge; null when there is none.</summary>
    public static async Task<ChargeCard?> One(Session session, ChargeId id, CancellationToken stop) => await session.Read(
        $"select {Columns} from {ChargeFilter.Tables} where h.tenant_id = $1 and h.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? Card(reader) : null, stop);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/charges", async ([AsParameters] ChargeFilter filter, Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            var page = await Page(session, query, limit ?? Limit.Default, stop);
            if (cursor is not null) return (IResult)Answer.Of(new ChargeList(page.Items, page.NextCursor, null, null, null));
            var (totals, counts) = await All(session, filter, stop);
            return Answer.Of(new ChargeList(page.Items, page.NextCursor, totals.Sum(total => total.Charges), totals, counts));
        })
        .Produces<ChargeList>()
        .Requires(Permission.SeeInvoicing)
        .WithSummary("The charges, by client, state, source, period and currency, with totals per currency and the number in each state");

    internal static Task<Page<ChargeCard>> Page(Session session, ListQuery query, int limit, CancellationToken stop) => session.Read(
        $"select {Columns}{query.CursorColumns} from {ChargeFilter.Tables} where h.tenant_id = $1{query.Where}{query.Tail(limit)}", query.Values, reader => Pages.Read(reader, query, limit, CursorColumn, Card, stop), stop);

    private static Task<(List<ChargeTotals> Totals, Dictionary<string, long> Counts)> All(Session session, ChargeFilter filter, CancellationToken stop)
    {
        filter.Query(out var query, anyState: true);
        return session.Read($"select h.currency, h.state, count(*), sum(h.amount) from {ChargeFilter.Tables} where h.tenant_id = $1{query.Where} group by h.currency, h.state order by h.currency, h.state", query.Values, async row =>
        {
            var totals = new List<ChargeTotals>();
            var counts = Enum.GetValues<ChargeState>().Select(Words.Of).Prepend("all").ToDictionary(state => state, _ => 0L);
            while (await row.ReadAsync(stop))
            {
                var (currency, state, count) = (Currency.Parse(row.GetString(0)), row.GetString(1), row.GetInt64(2));
                counts["all"] += count;
                counts[state] += count;
                if (filter.State is { } wanted && wanted != state) continue;
                var before = totals is [.., var last] && last.Currency == currency ? last : new ChargeTotals(currency, 0, Money.Zero(currency));
                totals.Remove(before);
                totals.Add(before with { Charges = before.Charges + count, Amount = state == Words.Of(ChargeState.Withdrawn) && filter.State is null ? before.Amount : before.Amount + new Money(row.GetDecimal(3), currency) }); // nothing is owed for what was withdrawn
            }
            return (totals, counts);
        }, stop);
    }

    private static ChargeCard Card(NpgsqlDataReader reader)
    {
        var currency = Currency.Parse(reader.GetString(10));
        return new ChargeCard(
            new(reader.GetGuid(0)), new(reader.GetGuid(1)), reader.GetString(2), new(reader.GetString(3), reader.GetString(4), reader.GetString(5)), reader.GetString(6), new Quantity(reader.GetDecimal(7)), new UnitPrice(reader.GetDecimal(8)),
            new Money(reader.GetDecimal(9), currency), reader.IsDBNull(11) ? null : new Period(reader.GetFieldValue<DateOnly>(11), reader.GetFieldValue<DateOnly>(12)), Text(reader, 13), Text(reader, 14),
            reader.GetFieldValue<DateOnly>(15), Enum.Parse<ChargeState>(reader.GetString(16), ignoreCase: true), reader.IsDBNull(17) ? null : new InvoiceId(reader.GetGuid(17)), reader.IsDBNull(18) ? null : new ChargeId(reader.GetGuid(18)),
            reader.IsDBNull(19) ? null : new Money(reader.GetDecimal(19), currency), Text(reader, 20), new DateTimeOffset(reader.GetDateTime(21), TimeSpan.Zero), reader.GetInt64(22));
    }

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}

/// <summary>A page of charges.</summary>
/// <param name="Count">All that the filter wants; on the first page only, as the two that follow.</param>
/// <param name="Totals">Of the filtered charges, per currency.</param>
/// <param name="Counts">How many are in each state, whatever state is asked for: all, open, invoiced, withdrawn.</param>
internal sealed record ChargeList(IReadOnlyList<ChargeCard> Items, string? NextCursor, long? Count, IReadOnlyList<ChargeTotals>? Totals, IReadOnlyDictionary<string, long>? Counts);

/// <summary>What the filtered charges of one currency come to.</summary>
internal sealed record ChargeTotals(Currency Currency, long Charges, Money Amount);
