using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Exactly the credit notes of a filter as a file, a page at a time: however many there are, memory stays flat.</summary>
internal static class ExportCreditNotes
{
    private static readonly SheetColumn<CreditNoteListRow>[] Columns =
    [
        SheetColumn<CreditNoteListRow>.Text("Number", r => r.Number),
        SheetColumn<CreditNoteListRow>.Date("Issue Date", r => r.IssueDate),
        SheetColumn<CreditNoteListRow>.Text("Client", r => r.ClientName),
        SheetColumn<CreditNoteListRow>.Text("Invoice", r => r.InvoiceNumber),
        SheetColumn<CreditNoteListRow>.Text("Reason", r => r.Reason),
        SheetColumn<CreditNoteListRow>.Money("Tax", r => r.Tax),
        SheetColumn<CreditNoteListRow>.Money("Total", r => r.Total),
        SheetColumn<CreditNoteListRow>.Money("Off Invoice", r => r.OffInvoice),
        SheetColumn<CreditNoteListRow>.Money("To Credit", r => r.Total - r.OffInvoice),
        SheetColumn<CreditNoteListRow>.Text("Currency", r => r.Currency.Code),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/credit-notes/export", ([AsParameters] CreditNoteFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            return ExportedList.File(format, "Credit Notes", "credit-notes", today.Date, Columns, cursor =>
            {
                filter.Query(out var query, sort, cursor);
                return CreditNotePage.List(session, query, ExportedList.PageSize, stop);
            }, stop);
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered credit notes as CSV, XLSX or JSON");
}
