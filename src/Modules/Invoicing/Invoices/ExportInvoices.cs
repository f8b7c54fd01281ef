using System.Runtime.CompilerServices;
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
    private const int PageSize = 2_000;

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
        SheetColumn<InvoiceListRow>.Money("Discount", r => r.Discount),
        SheetColumn<InvoiceListRow>.Money("Tax", r => r.Tax),
        SheetColumn<InvoiceListRow>.Money("Total", r => r.Total),
        SheetColumn<InvoiceListRow>.Money("Paid", r => r.Paid),
        SheetColumn<InvoiceListRow>.Money("Credited", r => r.Credited),
        SheetColumn<InvoiceListRow>.Money("Outstanding", r => r.Outstanding),
        SheetColumn<InvoiceListRow>.Text("Currency", r => r.Currency.Code),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/export", ([AsParameters] InvoiceFilter filter, Session session, Today today, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            var day = today.Date;
            if (filter.Query(day, out _, sort) is { } unclear) return unclear;
            var table = SheetTable.Of("Invoices", Columns, Rows(session, filter, day, sort, stop));
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"invoices-{DateText.Write(day)}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export the filtered invoices as CSV, XLSX or JSON");

    private static async IAsyncEnumerable<InvoiceListRow> Rows(Session session, InvoiceFilter filter, DateOnly today, string? sort, [EnumeratorCancellation] CancellationToken stop)
    {
        for (string? cursor = null; ;)
        {
            filter.Query(today, out var query, sort, cursor);
            var page = await ListInvoices.Page(session, query, today, PageSize, stop);
            foreach (var row in page.Items) yield return row;
            if ((cursor = page.NextCursor) is null) yield break;
        }
    }
}
