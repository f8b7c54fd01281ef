using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What the charts of the statistics are drawn from, as files.</summary>
internal static class ExportStats
{
    internal static readonly (string Name, Func<Aging, Money> Of)[] Ages =
        [("Not Due", aging => aging.NotDue), ("Late 1 To 30 Days", aging => aging.Days1To30), ("Late 31 To 60 Days", aging => aging.Days31To60), ("Late 61 To 90 Days", aging => aging.Days61To90), ("Late Over 90 Days", aging => aging.Over90)];

    private static readonly SheetColumn<FigureLine>[] Figures =
    [
        SheetColumn<FigureLine>.Date("From Date", r => r.From), SheetColumn<FigureLine>.Date("Through Date", r => r.To), SheetColumn<FigureLine>.Text("Currency", r => r.Of.Currency.Code),
        .. Pair("Billed", r => r.Billed), .. Pair("Received", r => r.Received), .. Pair("Paid", r => r.Paid), .. Pair("Unpaid", r => r.Unpaid), .. Pair("Overdue", r => r.Overdue),
        .. Pair("Draft", r => r.Draft), .. Pair("Uncollectible", r => r.Uncollectible), .. Pair("Voided", r => r.Voided),
        SheetColumn<FigureLine>.Money("Refunded", r => r.Of.Refunded), SheetColumn<FigureLine>.Money("Paid Out", r => r.Of.PaidOut), SheetColumn<FigureLine>.Money("Credited", r => r.Of.Credited), SheetColumn<FigureLine>.Money("Average", r => r.Of.Average),
        SheetColumn<FigureLine>.Number("Days To Pay", r => r.Of.AverageDaysToPay), SheetColumn<FigureLine>.Number("Collection Rate", r => r.Of.CollectionRate?.Value),
        .. Ages.Select(age => SheetColumn<FigureLine>.Money(age.Name, r => age.Of(r.Of.Aging))),
    ];

    private static readonly SheetColumn<AgeLine>[] Aged =
    [
        SheetColumn<AgeLine>.Date("From Date", r => r.From), SheetColumn<AgeLine>.Date("Through Date", r => r.To), SheetColumn<AgeLine>.Text("Currency", r => r.Outstanding.Currency.Code), SheetColumn<AgeLine>.Text("Age", r => r.Age), SheetColumn<AgeLine>.Money("Outstanding", r => r.Outstanding),
    ];

    private static readonly SheetColumn<InvoiceMonth>[] Months =
    [
        SheetColumn<InvoiceMonth>.Date("Month", r => r.Period.From), SheetColumn<InvoiceMonth>.Text("Currency", r => r.Billed.Sum.Currency.Code),
        SheetColumn<InvoiceMonth>.Number("Invoices", r => r.Billed.Count), SheetColumn<InvoiceMonth>.Money("Billed", r => r.Billed.Sum), SheetColumn<InvoiceMonth>.Number("Payments", r => r.Received.Count), SheetColumn<InvoiceMonth>.Money("Received", r => r.Received.Sum),
        SheetColumn<InvoiceMonth>.Date("Month Before", r => r.Before?.Period.From), SheetColumn<InvoiceMonth>.Money("Billed Before", r => r.Before?.Billed.Sum), SheetColumn<InvoiceMonth>.Money("Received Before", r => r.Before?.Received.Sum),
    ];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoices/stats/export", (Session session, Today today, CancellationToken stop, string? format = null, DateOnly? from = null, DateOnly? to = null, string? compare = null, string? currency = null) =>
                Stats(session, today, from, to, compare, currency, lines => ExportedList.File(format, "Statistics", "statistics", today.Date, Figures, lines, stop), stop))
            .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the statistics as CSV, XLSX or JSON: a line for each currency, and with compare one for the days before");

        app.MapGet("/api/invoices/stats/aging/export", (Session session, Today today, CancellationToken stop, string? format = null, DateOnly? from = null, DateOnly? to = null, string? compare = null, string? currency = null) =>
                Stats(session, today, from, to, compare, currency, lines => ExportedList.File(format, "Aging", "aging", today.Date, Aged, lines.SelectMany(line => Ages.Select(age => new AgeLine(line.From, line.To, age.Name, age.Of(line.Of.Aging)))), stop), stop))
            .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export what is outstanding by age as CSV, XLSX or JSON");

        app.MapGet("/api/invoices/stats/months/export", async (Session session, Today today, CancellationToken stop, string? format = null, DateOnly? from = null, DateOnly? to = null, string? compare = null, string? currency = null) =>
            {
                if (InvoiceMonths.Asked(from, to, compare, today.Date, out var months, out var before) is { } unclear) return unclear;
                var lines = (await InvoiceMonths.Read(session.Aside, months, before, stop)).Where(one => Wanted(one.Currency, currency)).SelectMany(one => one.Months);
                return ExportedList.File(format, "Months", "months", today.Date, Months, lines, stop);
            })
            .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export what was billed and received in each month as CSV, XLSX or JSON");
    }

    private static async Task<IResult> Stats(Session session, Today today, DateOnly? from, DateOnly? to, string? compare, string? currency, Func<IEnumerable<FigureLine>, IResult> file, CancellationToken stop)
    {
        if (InvoiceStats.Asked(from, to, compare, today.Date, out var before) is { } unclear) return unclear;
        var stats = await InvoiceStats.Read(session.Aside, today.Date, from, to, before, stop);
        IEnumerable<FigureLine> lines = [.. stats.Items.Select(item => new FigureLine(from, to, item)), .. stats.Before?.Items.Select(item => new FigureLine(stats.Before.From, stats.Before.To, item)) ?? []];
        return file(lines.Where(line => Wanted(line.Of.Currency, currency)));
    }

    private static bool Wanted(Currency one, string? asked) => string.IsNullOrEmpty(asked) || string.Equals(one.Code, asked, StringComparison.OrdinalIgnoreCase);

    private static SheetColumn<FigureLine>[] Pair(string name, Func<InvoiceStats, CountAndSum> of) => [SheetColumn<FigureLine>.Number($"{name} Count", r => of(r.Of).Count), SheetColumn<FigureLine>.Money(name, r => of(r.Of).Sum)];

    private sealed record FigureLine(DateOnly? From, DateOnly? To, InvoiceStats Of);

    private sealed record AgeLine(DateOnly? From, DateOnly? To, string Age, Money Outstanding);

}
