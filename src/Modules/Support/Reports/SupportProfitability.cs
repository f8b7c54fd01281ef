using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Support;

/// <summary>What the support, the projects and the hosting of each client bring.</summary>
internal sealed class SupportProfitability(IInvoicing invoicing)
{
    private const int MostBlocks = 3_000;

    private static readonly Refusal TooMuch = new("months-too-many", "These are too many months of too many clients for one look. Choose fewer months.");

    public ReportKind Report => new(
        "support-profitability", "What support by the hour, projects and hosting bring of each client, and what an hour brings.", Permission.SeeSupport, ReportSpan.Months,
        [
            new("client", "Client", ReportCell.Link), new("requests", "Requests", ReportCell.Number, Summed: true), new("hours", "Hours", ReportCell.Number, Summed: true), new("freeHours", "Free Hours", ReportCell.Number, Summed: true),
            new("support", "Support", ReportCell.Money, Summed: true), new("projects", "Projects", ReportCell.Money, Summed: true), new("hosting", "Hosting", ReportCell.Money, Summed: true),
            new("total", "Total", ReportCell.Money, Summed: true), new("perHour", "Support Per Hour", ReportCell.Money), new("note", "Note", ReportCell.Text),
        ],
        Tell);

    private async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop)
    {
        var (session, months) = (asked.Session, asked.Months);
        var reading = new MonthReading(session, session.Streams<SupportTerms>(), session.Streams<SupportLedger>());
        var clients = await reading.ClientsOf(months[0], Months.Last(months[^1]), stop);
        if (clients.Count * months.Count > MostBlocks) return TooMuch;
        var grounds = await MonthGrounds.Of(clients.Select(id => (id, months)), session, invoicing, reading, stop);
        var rows = new List<(string Name, ReportRow Row)>();
        foreach (var known in grounds.Known)
        {
            var (client, pages) = (known.Client, known.Pages.ToList());
            Money Sum(Func<MonthPage, Money> of) => pages.Select(of).Where(one => one.Currency == client.Currency).Aggregate(Money.Zero(client.Currency), (sum, one) => sum + one);
            if (pages.Sum(page => page.Requests.Items.Count + page.Projects.Items.Count + page.Hosting.Active) == 0) continue;
            var (hours, support) = (pages.Sum(page => page.Requests.Hours.Value), Sum(page => page.Requests.Net));
            rows.Add((client.Name, new ReportRow(
                $"{client.Id} {client.Currency}", Link(client.Id, client.Name, months), (decimal)pages.Sum(page => page.Requests.Items.Count), hours, pages.Sum(page => page.Requests.FreeHours.Value),
                ReportAmount.Of(support), ReportAmount.Of(Sum(page => page.Projects.Net)), ReportAmount.Of(Sum(page => page.Hosting.Net)), ReportAmount.Of(Sum(page => page.Total)), hours == 0 ? null : ReportAmount.Of(Money.Round(support.Amount / hours, client.Currency)), null)));
        }
        // Nobody is hidden: whose months cannot be worked out is named, with the reason.
        rows.AddRange(grounds.LeftOut.Select(one => (one.ClientName, new ReportRow($"{one.ClientId} -", Link(one.ClientId, one.ClientName, months), null, null, null, null, null, null, null, null, one.Sentence))));
        return rows.OrderBy(one => PlainText.Key(one.Name), StringComparer.Ordinal).ThenBy(one => one.Row.Key, StringComparer.Ordinal).Select(one => one.Row).ToList();
    }

    private static ReportLink Link(Guid client, string name, IReadOnlyList<DateOnly> months) => new(name, "supportClient", client, months[0], Months.Last(months[^1]));
}
