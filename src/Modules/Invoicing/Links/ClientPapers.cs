using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>Shows a client's invoices on pages of other modules.</summary>
internal sealed class ClientPapers(PrintingPress press) : IClientPapers
{
    private const string Sql = """
        select i.id, i.number, i.issue_date, i.due_date, i.total, i.outstanding, i.currency, i.outside_id is null, i.outside_page from invoicing_invoices i
        where i.tenant_id = $1 and i.number is not null and i.standing <> 'voided' and ($3::uuid is null or (i.id = $3 and i.outside_id is null))
            and i.client_id in (select c.id from invoicing_clients c where c.tenant_id = $1 and (c.id = $2 or c.merged_into = $2))
        order by i.issue_date desc, i.number desc limit 100
        """;

    public Task<IReadOnlyList<ClientInvoice>> Of(Session session, Guid client, CancellationToken stop) => Find(session, client, null, stop);

    public async Task<ClientPaper?> Print(Session session, Organisation here, Guid client, Guid invoice, CancellationToken stop) =>
        (await Find(session, client, invoice, stop)).Count == 1 && await press.Invoice(session, here, invoice, stop) is { } paper ? new ClientPaper(paper.Name, paper.Bytes) : null;

    private static Task<IReadOnlyList<ClientInvoice>> Find(Session session, Guid client, Guid? invoice, CancellationToken stop) => session.Read<IReadOnlyList<ClientInvoice>>(
        Sql, [new NpgsqlParameter<Guid> { TypedValue = client }, new() { Value = invoice ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }], async row =>
        {
            var found = new List<ClientInvoice>();
            while (await row.ReadAsync(stop))
            {
                var currency = Currency.Parse(row.GetString(6));
                found.Add(new ClientInvoice(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3), new Money(row.GetDecimal(4), currency), new Money(row.GetDecimal(5), currency), row.GetBoolean(7), row.IsDBNull(8) ? null : row.GetString(8)));
            }
            return found;
        }, stop);
}
