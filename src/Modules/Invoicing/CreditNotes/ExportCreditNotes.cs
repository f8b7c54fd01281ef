using System.Runtime.CompilerServices;
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
    private const int PageSize = 2_000;

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
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            if (filter.Query(out _, sort) is { } unclear) return unclear;
            var table = SheetTable.Of("Credit Notes", Columns, Rows(session, filter, sort, stop));
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"credit-notes-{DateText.Write(today.Date)}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered credit notes as CSV, XLSX or JSON");

    private static async IAsyncEnumerable<CreditNoteListRow> Rows(Session session, CreditNoteFilter filter, string? sort, [EnumeratorCancellation] CancellationToken stop)
    {
        for (string? cursor = null; ;)
        {
            filter.Query(out var query, sort, cursor);
            var page = await CreditNotePage.List(session, query, PageSize, stop);
            foreach (var row in page.Items) yield return row;
            if ((cursor = page.NextCursor) is null) yield break;
        }
    }
}
