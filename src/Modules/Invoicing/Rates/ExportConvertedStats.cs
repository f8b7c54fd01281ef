using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>The statistics seen in one currency as a file: a line for each currency with the rate it was converted by, and one for all, which is what the screen shows.</summary>
internal static class ExportConvertedStats
{
    private static readonly SheetColumn<Line>[] Columns =
    [
        SheetColumn<Line>.Date("From Date", r => r.From), SheetColumn<Line>.Date("Through Date", r => r.To), SheetColumn<Line>.Text("Billed In", r => r.BilledIn), SheetColumn<Line>.Text("Currency", r => r.Of.Currency.Code),
        SheetColumn<Line>.Number("Rate", r => r.Rate?.Rate.Value), SheetColumn<Line>.Date("Rate Of", r => r.Rate?.On), SheetColumn<Line>.Text("Rate Source", r => r.Rate?.Source),
        .. Pair("Billed", r => r.Billed), .. Pair("Received", r => r.Received), .. Pair("Paid", r => r.Paid), .. Pair("Unpaid", r => r.Unpaid), .. Pair("Overdue", r => r.Overdue),
        .. Pair("Draft", r => r.Draft), .. Pair("Uncollectible", r => r.Uncollectible), .. Pair("Voided", r => r.Voided),
        SheetColumn<Line>.Money("Refunded", r => r.Of.Refunded), SheetColumn<Line>.Money("Paid Out", r => r.Of.PaidOut), SheetColumn<Line>.Money("Credited", r => r.Of.Credited), SheetColumn<Line>.Money("Average", r => r.Of.Average),
        SheetColumn<Line>.Number("Collection Rate", r => r.Of.CollectionRate?.Value), .. ExportStats.Ages.Select(age => SheetColumn<Line>.Money(age.Name, r => age.Of(r.Of.Aging))),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/stats/converted/export", async (Session session, Today today, Organisation here, CommandEdge edge, CancellationToken stop, string? format = null, DateOnly? from = null, DateOnly? to = null, string? convertTo = null, DateOnly? at = null) =>
        {
            if (InvoiceStats.Asked(from, to, null, today.Date, out _) is { } unclear) return unclear;
            if (ConvertedStats.Asked(convertTo ?? here.Currency.Code, out var currency) is { } unknown) return unknown;
            var items = (await InvoiceStats.Read(session.Aside, today.Date, from, to, null, stop)).Items;
            var rates = (await session.Streams<ExchangeRates>().Load(ExchangeRates.Id, stop)).State;
            if (!ConvertedStats.Of(items, rates, currency, at ?? today.Date).TryGet(out var all, out var refused)) return edge.Refused(refused);
            var lines = items.Select(item => new Line(from, to, item.Currency.Code, ConvertedStats.Of([item], rates, currency, all.At).Value, all.Rates.FirstOrDefault(rate => rate.From == item.Currency)));
            return ExportedList.File(format, "Converted Statistics", "converted-statistics", today.Date, Columns, [.. lines, new Line(from, to, "all", all, null)], stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the statistics seen in one currency as CSV, XLSX or JSON: a line for each currency with its dated rate, and one for all; in the organisation's currency unless asked otherwise");

    private static SheetColumn<Line>[] Pair(string name, Func<ConvertedStats, CountAndSum> of) => [SheetColumn<Line>.Number($"{name} Count", r => of(r.Of).Count), SheetColumn<Line>.Money(name, r => of(r.Of).Sum)];

    private sealed record Line(DateOnly? From, DateOnly? To, string BilledIn, ConvertedStats Of, ExchangeRate? Rate);
}
