using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the invoices of a filter as a file, a page at a time: however many there are, memory stays flat.</summary>
internal static class ExportInvoices
{
    private static readonly SheetColumn<InvoiceListRow>[] Columns =
    [
        SheetColumn<InvoiceListRow>.Text("Number", r => r.Number),
        SheetColumn<InvoiceListRow>.Text("State", r => r.State.ToString()),
        SheetColumn<InvoiceListRow>.Text("Client", r => r.ClientName),
        SheetColumn<InvoiceListRow>.Date("Issue Date", r => r.IssueDate),
        SheetColumn<InvoiceListRow>.Date("Due Date", r => r.DueDate),
        SheetColumn<InvoiceListRow>.Date("From Date", r => r.Period?.From),
        SheetColumn<InvoiceListRow>.Date("Through Date", r => r.Period?.Through),
        SheetColumn<InvoiceListRow>.Text("Purchase Order", r => r.PurchaseOrder),
        SheetColumn<InvoiceListRow>.Money("Subtotal", r => r.Subtotal),
        SheetColumn<InvoiceListRow>.Money("Discount", r => r.Discount),
        SheetColumn<InvoiceListRow>.Money("Shipping", r => r.Shipping),
        SheetColumn<InvoiceListRow>.Money("Tax", r => r.Tax),
        SheetColumn<InvoiceListRow>.YesNo("Prices Include Tax", r => r.PricesIncludeTax),
        SheetColumn<InvoiceListRow>.Money("Total", r => r.Total),
        SheetColumn<InvoiceListRow>.Money("Paid", r => r.Paid),
        SheetColumn<InvoiceListRow>.Money("Credited", r => r.Credited),
        SheetColumn<InvoiceListRow>.Money("Outstanding", r => r.Outstanding),
        SheetColumn<InvoiceListRow>.Text("Currency", r => r.Currency.Code),
        SheetColumn<InvoiceListRow>.Text("Outside Id", r => r.Mirror?.OutsideId),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/export", ([AsParameters] InvoiceFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            var day = today.Date;
            if (filter.Query(day, out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Invoices", "invoices", day, Columns, cursor =>
            {
                filter.Query(day, out var query, sort, cursor);
                return ListInvoices.Page(session, query, day, ExportedList.PageSize, stop);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered invoices as CSV, XLSX or JSON");
}
