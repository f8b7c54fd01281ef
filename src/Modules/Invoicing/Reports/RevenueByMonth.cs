using Billing.Web;

namespace Billing.Invoicing;

/// <summary>What was billed and received in each month: the figures of <see cref="InvoiceMonths"/>, as a report.</summary>
internal static class RevenueByMonth
{
    public static ReportKind Report { get; } = new(
        "revenue-billed-and-received", "What was billed and what came in, month by month.", Permission.SeeInvoicing, ReportSpan.Months,
        [
            new("month", "Month", ReportCell.Month), new("invoices", "Invoices", ReportCell.Number, Summed: true), new("billed", "Billed", ReportCell.Money, Summed: true),
            new("payments", "Payments", ReportCell.Number, Summed: true), new("received", "Received", ReportCell.Money, Summed: true),
        ],
        Tell);

    private static async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop)
    {
        Period[] months = [.. asked.Months.Select(first => new Period(first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1)))];
        var rows =
            from one in await InvoiceMonths.Read(asked.Session, months, null, stop)
            from month in one.Months
            let first = DateText.Write(month.Period.From)
            select new ReportRow($"{first} {one.Currency}", new ReportLink(first, "invoices", null, month.Period.From, month.Period.Through), (decimal)month.Billed.Count, ReportAmount.Of(month.Billed.Sum), (decimal)month.Received.Count, ReportAmount.Of(month.Received.Sum));
        return rows.ToList();
    }
}
