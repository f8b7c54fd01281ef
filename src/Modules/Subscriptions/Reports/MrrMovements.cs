using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>What subscriptions bring in each month, and what changed it, month by month.</summary>
internal static class MrrMovements
{
    public static ReportKind Report { get; } = new(
        "mrr-movements", "Monthly recurring revenue at the end of each month, and what moved it.", Permission.SeeSubscriptions, ReportSpan.Months,
        [
            new("month", "Month", ReportCell.Month), new("new", "New", ReportCell.Money, Summed: true), new("expansion", "Expansion", ReportCell.Money, Summed: true), new("contraction", "Contraction", ReportCell.Money, Summed: true),
            new("churn", "Churn", ReportCell.Money, Summed: true), new("reactivation", "Reactivation", ReportCell.Money, Summed: true), new("change", "Change", ReportCell.Money, Summed: true), new("mrr", "MRR", ReportCell.Money),
        ],
        Tell);

    private static async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop)
    {
        var whole = await ShowRevenue.Read(asked.Session, stop);
        var (zone, months) = (asked.Here.TimeZone, asked.Months);
        // What is agreed for later is not yet so: the last month ends with the instant that is asked for.
        List<DateTimeOffset> borders = [LocalDay.StartOf(months[0], zone).AddTicks(-1), .. months.Select(first => LocalDay.StartOf(first.AddMonths(1), zone).AddTicks(-1)).Select(end => end < asked.Session.Now ? end : asked.Session.Now)];
        var rows =
            from currency in whole.Currencies
            from month in whole.In(currency).Between(borders).Zip(months)
            let moved = month.First.Movements
            let first = DateText.Write(month.Second)
            select new ReportRow(
                $"{first} {currency}", new ReportLink(first, "mrr", null, month.Second, month.Second.AddMonths(1).AddDays(-1)), Amount(moved.New, currency), Amount(moved.Expansion, currency), Amount(moved.Contraction, currency),
                Amount(moved.Churn, currency), Amount(moved.Reactivation, currency), new ReportAmount(moved.Sum(), currency), new ReportAmount(month.First.After, currency));
        return rows.ToList();
    }

    private static ReportAmount Amount(UnitPrice change, Currency currency) => new(change.Value, currency);
}
