using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the quotes of a filter as a file, a page at a time: however many there are, memory stays flat.</summary>
internal static class ExportQuotes
{
    private static readonly SheetColumn<QuoteListRow>[] Columns =
    [
        SheetColumn<QuoteListRow>.Text("Number", r => r.Number),
        SheetColumn<QuoteListRow>.Text("State", r => Words.Of(r.State)),
        SheetColumn<QuoteListRow>.Text("Client", r => r.ClientName),
        SheetColumn<QuoteListRow>.Date("Issue Date", r => r.IssueDate),
        SheetColumn<QuoteListRow>.Date("Valid Until", r => r.ValidUntil),
        SheetColumn<QuoteListRow>.Text("Purchase Order", r => r.PurchaseOrder),
        SheetColumn<QuoteListRow>.Money("Subtotal", r => r.Subtotal),
        SheetColumn<QuoteListRow>.Money("Discount", r => r.Discount),
        SheetColumn<QuoteListRow>.Money("Shipping", r => r.Shipping),
        SheetColumn<QuoteListRow>.Money("Tax", r => r.Tax),
        SheetColumn<QuoteListRow>.YesNo("Prices Include Tax", r => r.PricesIncludeTax),
        SheetColumn<QuoteListRow>.Money("Total", r => r.Total),
        SheetColumn<QuoteListRow>.Text("Currency", r => r.Currency.Code),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/quotes/export", ([AsParameters] QuoteFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            var day = today.Date;
            if (filter.Query(day, out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Quotes", "quotes", day, Columns, cursor =>
            {
                filter.Query(day, out var query, sort, cursor);
                return ListQuotes.Page(session, query, day, ExportedList.PageSize, stop);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered quotes as CSV, XLSX or JSON");
}
