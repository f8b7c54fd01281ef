using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>The charges, newest first. Those of a merged client are the survivor's.</summary>
internal static class ListCharges
{
    // A double's charges keep its id; whoever it was merged into owes them.
    private const string From = "from invoicing_charges h join invoicing_clients p on p.tenant_id = h.tenant_id and p.id = h.client_id join invoicing_clients c on c.tenant_id = p.tenant_id and c.id = coalesce(p.merged_into, p.id)";

    private const string Columns = """
        h.id, c.id, c.name, h.source_module, h.source_kind, h.source_fact, h.description, h.quantity, h.unit_price, h.amount, h.currency, h.period_from, h.period_through, h.tax_category, h.line_group,
        h.available_from, h.state, h.invoice_id, h.corrects, h.corrected, h.withdrawn_because, h.posted_at, h.version
        """;

    private const int CursorColumn = 23;

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["availableFrom"] = new("h.available_from", NpgsqlDbType.Date),
        ["postedAt"] = new("h.posted_at", NpgsqlDbType.TimestampTz),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["description"] = new("lower(h.description)", NpgsqlDbType.Text),
        ["amount"] = new("h.amount", NpgsqlDbType.Numeric),
    };

    /// <summary>One charge; null when there is none.</summary>
    public static async Task<ChargeCard?> One(Session session, ChargeId id, CancellationToken stop) => await session.Read(
        $"select {Columns} {From} where h.tenant_id = $1 and h.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? Card(reader) : null, stop);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/charges", async (Session session, CancellationToken stop, ClientId? clientId = null, [AllowedValues("open", "invoiced", "withdrawn")] string? state = null, string? source = null, string? kind = null, string? currency = null, InvoiceId? invoiceId = null, DateOnly? availableBy = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("h.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (Words.Check<ChargeState>("state", state) is { } unknown) return unknown;
            query.Filter("c.id = @", clientId?.Value, NpgsqlDbType.Uuid)
                .Filter("h.state = @", state, NpgsqlDbType.Text)
                .Filter("h.source_module = @", source, NpgsqlDbType.Text)
                .Filter("h.source_kind = @", kind, NpgsqlDbType.Text)
                .Filter("h.currency = upper(@)", currency, NpgsqlDbType.Text)
                .Filter("h.invoice_id = @", invoiceId?.Value, NpgsqlDbType.Uuid)
                .Filter("h.available_from <= @", availableBy, NpgsqlDbType.Date);
            if (Search.Pattern(search) is { } pattern && query.Value(pattern, NpgsqlDbType.Text) is { } found) query.Filter($"(h.description ilike {found} or c.name ilike {found})");
            if (query.Sort(sort, "-availableFrom") is { } unsorted) return unsorted;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} {From} where h.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, CursorColumn, Card, stop)), stop);
        })
        .Produces<Page<ChargeCard>>()
        .Requires(Permission.SeeInvoicing)
        .WithSummary("The charges, by client, state, source and currency");

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
