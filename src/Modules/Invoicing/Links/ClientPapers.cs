using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Shows a client's invoices on pages of other modules.</summary>
internal sealed class ClientPapers(PrintingPress press) : IClientPapers
{
    private const string Columns = "i.id, i.number, i.issue_date, i.due_date, i.total, i.outstanding, i.currency, i.outside_id is null, i.outside_page";
    private const int Width = 9;

    private const string Theirs = """
        from invoicing_invoices i
        where i.tenant_id = $1 and i.number is not null and i.standing <> 'voided' and i.client_id in (select c.id from invoicing_clients c where c.tenant_id = $1 and (c.id = $2 or c.merged_into = $2))
        """;

    private const string Sql = $"select {Columns} {Theirs} and ($3::uuid is null or (i.id = $3 and i.outside_id is null)) order by i.issue_date desc, i.number desc limit 100";

    private static readonly Dictionary<string, SortField> Fields = new() { ["issuedOn"] = new("i.issue_date", NpgsqlDbType.Date), ["number"] = new("i.number", NpgsqlDbType.Text) };

    public Task<IReadOnlyList<ClientInvoice>> Of(Session session, Guid client, CancellationToken stop) => Find(session, client, null, stop);

    public async Task<(Page<ClientInvoice>? Page, Problem? Wrong)> Listed(Session session, Guid client, int? limit, string? cursor, CancellationToken stop)
    {
        if (Limit.Check(limit) is { } tooMany) return (null, tooMany);
        var (query, rows) = (new ListQuery(Fields, new("i.id", NpgsqlDbType.Uuid)), limit ?? Limit.Default);
        query.Value(client, NpgsqlDbType.Uuid); // the first of its values: $2
        if ((query.Sort(null, "-issuedOn,-number") ?? query.After(cursor)) is { } unclear) return (null, unclear);
        return (await session.Read($"select {Columns}{query.CursorColumns} {Theirs}{query.Where}{query.Tail(rows)}", query.Values, reader => Pages.Read(reader, query, rows, Width, Read, stop), stop), null);
    }

    public async Task<ClientPaper?> Print(Session session, Organisation here, Guid client, Guid invoice, CancellationToken stop) =>
        (await Find(session, client, invoice, stop)).Count == 1 && await press.Invoice(session, here, invoice, stop) is { } paper ? new ClientPaper(paper.Name, paper.Bytes) : null;

    private static Task<IReadOnlyList<ClientInvoice>> Find(Session session, Guid client, Guid? invoice, CancellationToken stop) => session.Read<IReadOnlyList<ClientInvoice>>(
        Sql, [new NpgsqlParameter<Guid> { TypedValue = client }, new() { Value = invoice ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }], async row =>
        {
            var found = new List<ClientInvoice>();
            while (await row.ReadAsync(stop)) found.Add(Read(row));
            return found;
        }, stop);

    private static ClientInvoice Read(NpgsqlDataReader row)
    {
        var currency = Currency.Parse(row.GetString(6));
        return new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3), new Money(row.GetDecimal(4), currency), new Money(row.GetDecimal(5), currency), row.GetBoolean(7), row.IsDBNull(8) ? null : row.GetString(8));
    }
}
