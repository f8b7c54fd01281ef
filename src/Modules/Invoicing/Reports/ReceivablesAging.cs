using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What clients owe, by the days it is late.</summary>
internal static class ReceivablesAging
{
    // $2 is the day it is late by.
    private const string Sql = """
        select i.client_id, c.name, i.currency, count(*),
               coalesce(sum(i.outstanding) filter (where $2 - i.due_date <= 0), 0), coalesce(sum(i.outstanding) filter (where $2 - i.due_date between 1 and 30), 0), coalesce(sum(i.outstanding) filter (where $2 - i.due_date between 31 and 60), 0),
               coalesce(sum(i.outstanding) filter (where $2 - i.due_date between 61 and 90), 0), coalesce(sum(i.outstanding) filter (where $2 - i.due_date > 90), 0), sum(i.outstanding)
        from invoicing_invoices i left join invoicing_clients c on c.tenant_id = i.tenant_id and c.id = i.client_id
        where i.tenant_id = $1 and i.standing = 'issued' and i.outstanding > 0
        group by i.client_id, c.name, i.currency order by lower(c.name), i.client_id, i.currency
        """;

    public static ReportKind Report { get; } = new(
        "receivables-aging", "What clients owe, by the days it is late.", Permission.SeeInvoicing, ReportSpan.Instant,
        [
            new("client", "Client", ReportCell.Link), new("invoices", "Invoices", ReportCell.Number, Summed: true),
            new("notDue", "Not Due", ReportCell.Money, Summed: true), new("days1To30", "Late 1 To 30 Days", ReportCell.Money, Summed: true), new("days31To60", "Late 31 To 60 Days", ReportCell.Money, Summed: true),
            new("days61To90", "Late 61 To 90 Days", ReportCell.Money, Summed: true), new("over90", "Late Over 90 Days", ReportCell.Money, Summed: true), new("outstanding", "Outstanding", ReportCell.Money, Summed: true),
        ],
        Tell);

    private static async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop) => await asked.Session.Read(Sql, [new NpgsqlParameter<DateOnly> { TypedValue = asked.On }], async row =>
    {
        var rows = new List<ReportRow>();
        while (await row.ReadAsync(stop))
        {
            var (client, currency) = (row.GetGuid(0), Currency.Parse(row.GetString(2)));
            rows.Add(new ReportRow($"{client} {currency}", [new ReportLink(row.IsDBNull(1) ? PersonalText.Erased : row.GetString(1), "client", client), (decimal)row.GetInt64(3), .. Enumerable.Range(4, 6).Select(column => new ReportAmount(row.GetDecimal(column), currency))]));
        }
        return rows;
    }, stop);
}
