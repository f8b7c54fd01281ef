using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What is owed of each tax for each month, by the days of invoices and credit notes.</summary>
internal static class TaxByRate
{
    private const int AtOnce = 500;

    private const string Invoices = "select id from invoicing_invoices where tenant_id = $1 and standing in ('issued', 'given_up') and issue_date between $2 and $3 order by issue_date, id";

    private const string Notes = "select id from invoicing_credit_notes where tenant_id = $1 and issue_date between $2 and $3 order by issue_date, id";

    public static ReportKind Report { get; } = new(
        "tax", "Tax by rate and month, less what credit notes gave back.", Permission.SeeInvoicing, ReportSpan.Months,
        [
            new("month", "Month", ReportCell.Month), new("tax", "Tax", ReportCell.Text), new("rate", "Rate In Percent", ReportCell.Number),
            new("on", "Net", ReportCell.Money, Summed: true), new("amount", "Tax Amount", ReportCell.Money, Summed: true),
        ],
        Tell);

    private static async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop)
    {
        var all = new List<(DateOnly On, Currency Currency, TaxTotal Tax, int Sign)>();
        foreach (var ids in (await Ids(asked, Invoices, stop)).Chunk(AtOnce))
            foreach (var invoice in (await asked.Session.Streams<Invoice>().LoadMany(ids, stop)).Values)
                if (invoice.Totals().TryGet(out var totals, out _)) all.AddRange(totals.Taxes.Select(tax => (invoice.IssueDate!.Value, invoice.Currency, tax, 1)));
        foreach (var ids in (await Ids(asked, Notes, stop)).Chunk(AtOnce))
            foreach (var note in (await asked.Session.Streams<CreditNote>().LoadMany(ids, stop)).Values)
                if (note.Issued is { } issued) all.AddRange(WriteCreditNote.TotalsOf(issued).Taxes.Select(tax => (issued.IssueDate, issued.Total.Currency, tax, -1)));
        var rows =
            from one in all
            group one by (Month: new DateOnly(one.On.Year, one.On.Month, 1), one.Currency, one.Tax.Tax) into same
            orderby same.Key.Month, same.Key.Currency.Code, same.Key.Tax.Name, same.Key.Tax.Rate.Value
            let first = DateText.Write(same.Key.Month)
            select new ReportRow(
                $"{first} {same.Key.Currency} {same.Key.Tax}", new ReportLink(first, "invoices", null, same.Key.Month, same.Key.Month.AddMonths(1).AddDays(-1)), same.Key.Tax.Name, same.Key.Tax.Rate.Value,
                new ReportAmount(same.Sum(one => one.Sign * one.Tax.On.Amount), same.Key.Currency), new ReportAmount(same.Sum(one => one.Sign * one.Tax.Amount.Amount), same.Key.Currency));
        return rows.ToList();
    }

    private static Task<List<Guid>> Ids(ReportAsked asked, string sql, CancellationToken stop) => asked.Session.Read(sql, [new NpgsqlParameter<DateOnly> { TypedValue = asked.From }, new NpgsqlParameter<DateOnly> { TypedValue = asked.Through }], async row =>
    {
        var ids = new List<Guid>();
        while (await row.ReadAsync(stop)) ids.Add(row.GetGuid(0));
        return ids;
    }, stop);
}
