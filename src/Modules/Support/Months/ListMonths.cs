using Billing.Documents;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>What months come to, of one client or of all, by currency.</summary>
internal static class ListMonths
{
    private const int MostMonths = 36;
    private const int MostBlocks = 3_000;

    private static readonly Refusal TooMuch = new("months-too-many", "These are too many months of too many clients for one look. Choose a client or fewer months.");

    private static readonly SheetColumn<MonthTotals>[] Columns =
    [
        SheetColumn<MonthTotals>.Text("Month", r => r.Month),
        SheetColumn<MonthTotals>.Text("Currency", r => r.Currency.Code),
        SheetColumn<MonthTotals>.Number("Requests", r => r.Requests),
        SheetColumn<MonthTotals>.Number("Hours", r => r.Hours.Value),
        SheetColumn<MonthTotals>.Money("Support Gross", r => r.SupportGross),
        SheetColumn<MonthTotals>.Money("Support Savings", r => r.SupportSavings),
        SheetColumn<MonthTotals>.Money("Support Net", r => r.SupportNet),
        SheetColumn<MonthTotals>.Number("Projects", r => r.Projects),
        SheetColumn<MonthTotals>.Money("Projects Net", r => r.ProjectsNet),
        SheetColumn<MonthTotals>.Number("Sites", r => r.Sites),
        SheetColumn<MonthTotals>.Money("Hosting Net", r => r.HostingNet),
        SheetColumn<MonthTotals>.Money("Discounts", r => r.Discounts),
        SheetColumn<MonthTotals>.Money("Total", r => r.Total),
    ];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/months", async (string from, string to, Session session, IInvoicing invoicing, MonthReading reading, CommandEdge edge, CancellationToken stop, Guid? clientId = null) =>
        {
            var (months, left, wrong) = await Read(from, to, clientId, session, invoicing, reading, edge, stop);
            return wrong ?? (IResult)Answer.Of(new MonthList(months, MonthsSum.Of(months, to), left));
        })
        .Produces<MonthList>().Requires(Permission.SeeSupport).WithSummary("What months come to, of a client or of all, by currency, with what the cards of an overview show");

        app.MapGet("/api/support/months/export", async (string from, string to, Session session, Organisation here, IInvoicing invoicing, MonthReading reading, CommandEdge edge, CancellationToken stop, Guid? clientId = null, string? format = null) =>
        {
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            var (months, left, wrong) = await Read(from, to, clientId, session, invoicing, reading, edge, stop);
            if (wrong is not null) return wrong;
            if (left is [var first, ..]) return edge.Refused(new Refusal(first.Code, first.Sentence)); // a file says of nobody that it is missing
            var table = SheetTable.Of("Support months", Columns, months.ToAsyncEnumerable());
            return Results.Stream(into => SheetWriter.WriteAsync(kind, into, table, stop), kind.MediaType(), $"support-months-{DateText.Write(LocalDay.Of(session.Now, here.TimeZone))}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeSupport).WithSummary("Export what months come to as CSV, XLSX or JSON");
    }

    private static async Task<(IReadOnlyList<MonthTotals> Months, IReadOnlyList<MonthLeftOut> LeftOut, IResult? Wrong)> Read(string from, string to, Guid? only, Session session, IInvoicing invoicing, MonthReading reading, CommandEdge edge, CancellationToken stop)
    {
        if (Months.Span(from, to, MostMonths) is not { } months) return ([], [], Months.NoSpan(MostMonths));
        List<Guid> clients = only is { } one ? [one] : await reading.ClientsOf(months[0], Months.Last(months[^1]), stop);
        if (clients.Count * months.Count > MostBlocks) return ([], [], edge.Refused(TooMuch));
        var grounds = await MonthGrounds.Of(clients.Select(id => (id, months)), session, invoicing, reading, stop);
        return ([.. grounds.Known.SelectMany(client => client.Pages).GroupBy(page => (page.Month, page.Currency)).Select(month => MonthTotals.Of(month.Key.Month, month.Key.Currency, month)).Where(month => month.Requests + month.Projects + month.Sites > 0).OrderByDescending(month => month.Month, StringComparer.Ordinal).ThenBy(month => month.Currency.Code, StringComparer.Ordinal)], grounds.LeftOut, null);
    }
}

/// <summary>What months come to.</summary>
/// <param name="Items">The latest month first.</param>
/// <param name="Sums">Of all of them, by currency.</param>
/// <param name="LeftOut">Clients of whom nothing is in them.</param>
internal sealed record MonthList(IReadOnlyList<MonthTotals> Items, IReadOnlyList<MonthsSum> Sums, IReadOnlyList<MonthLeftOut> LeftOut);

/// <summary>What a month comes to in a currency.</summary>
/// <param name="Month">Such as 2025-06.</param>
/// <param name="Requests">Those that are billed.</param>
/// <param name="Discounts">What free hours, projects and sites save.</param>
/// <param name="Total">Everything, with what corrects hosting.</param>
internal sealed record MonthTotals(
    string Month, Currency Currency, int Requests, Quantity Hours, Money SupportGross, Money SupportSavings, Money SupportNet, int Projects, Money ProjectsGross, Money ProjectsNet, int Sites, Money HostingGross, Money HostingNet, Money Discounts, Money Total)
{
    public static MonthTotals Of(string month, Currency currency, IEnumerable<MonthPage> pages)
    {
        var all = pages.ToList();
        Money Sum(Func<MonthPage, Money> of) => all.Select(of).Where(one => one.Currency == currency).Aggregate(Money.Zero(currency), (sum, one) => sum + one);
        return new(
            month, currency, all.Sum(one => one.Requests.Items.Count), new(all.Sum(one => one.Requests.Hours.Value)), Sum(one => one.Requests.Gross), Sum(one => one.Requests.Savings), Sum(one => one.Requests.Net),
            all.Sum(one => one.Projects.Items.Count), Sum(one => one.Projects.Gross), Sum(one => one.Projects.Net), all.Sum(one => one.Hosting.Active), Sum(one => one.Hosting.Gross), Sum(one => one.Hosting.Net),
            Sum(one => one.Requests.Savings) + Sum(one => one.Projects.Savings) + Sum(one => one.Hosting.Credit), Sum(one => one.Total));
    }
}

/// <summary>What several months come to in a currency.</summary>
/// <param name="HostingPerMonth">Of the last month that was asked for; nothing where there was none.</param>
/// <param name="AverageRequest">What a billed request comes to; null without any.</param>
/// <param name="AverageProject">What a project comes to; null without any.</param>
/// <param name="AverageSite">What a site comes to in the last month that was asked for; null without any.</param>
internal sealed record MonthsSum(Currency Currency, Money Total, int Requests, Money Support, int Projects, Money ProjectsNet, Money Hosting, Money HostingPerMonth, Money? AverageRequest, Money? AverageProject, Money? AverageSite, Money Discounts)
{
    /// <param name="last">The last month that was asked for, such as 2025-06.</param>
    public static IReadOnlyList<MonthsSum> Of(IReadOnlyList<MonthTotals> months, string last) => [.. months.GroupBy(month => month.Currency).OrderBy(same => same.Key.Code, StringComparer.Ordinal).Select(same => Of(same.Key, [.. same], last))];

    private static MonthsSum Of(Currency currency, List<MonthTotals> months, string last)
    {
        Money Sum(Func<MonthTotals, Money> of) => months.Select(of).Aggregate(Money.Zero(currency), (sum, one) => sum + one);
        Money? Average(Money sum, int count) => count == 0 ? null : Money.Round(sum.Amount / count, currency);
        var (latest, requests, projects) = (months.Find(month => month.Month == last), months.Sum(month => month.Requests), months.Sum(month => month.Projects));
        return new(
            currency, Sum(month => month.Total), requests, Sum(month => month.SupportNet), projects, Sum(month => month.ProjectsNet), Sum(month => month.HostingNet), latest?.HostingNet ?? Money.Zero(currency),
            Average(Sum(month => month.SupportNet), requests), Average(Sum(month => month.ProjectsNet), projects), latest is null ? null : Average(latest.HostingNet, latest.Sites), Sum(month => month.Discounts));
    }
}
