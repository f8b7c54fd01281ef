using System.Runtime.CompilerServices;
using Billing.Documents;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Exactly the requests of a filter as a file, a page at a time.</summary>
internal static class ExportRequests
{
    private const int PageSize = 2_000;

    private static readonly SheetColumn<RequestCard>[] Columns =
    [
        SheetColumn<RequestCard>.Date("Date", r => r.ResolvedOn),
        SheetColumn<RequestCard>.Text("Time", r => r.ResolvedAt.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)),
        SheetColumn<RequestCard>.Text("Client Id", r => r.ClientId.ToString()),
        SheetColumn<RequestCard>.Text("Type", r => r.Type),
        SheetColumn<RequestCard>.Text("Category", r => r.Category),
        SheetColumn<RequestCard>.Text("Description", r => r.Description),
        SheetColumn<RequestCard>.Text("Urgency", r => Words.Of(r.Urgency)),
        SheetColumn<RequestCard>.Text("Effort", r => Words.Of(r.Effort)),
        SheetColumn<RequestCard>.Number("Hours", r => r.Hours.Value),
        SheetColumn<RequestCard>.Text("Source", r => Words.Of(r.Source)),
        SheetColumn<RequestCard>.Text("Web Address", r => r.WebAddress),
        SheetColumn<RequestCard>.Text("Status", r => Words.Of(r.Status)),
        SheetColumn<RequestCard>.YesNo("Open", r => r.Open),
        SheetColumn<RequestCard>.YesNo("Billable", r => r.Charged),
        SheetColumn<RequestCard>.Text("Invoice", r => r.Billed?.InvoiceNumber),
        SheetColumn<RequestCard>.Text("Outside Id", r => r.OutsideId),
        SheetColumn<RequestCard>.Text("Id", r => r.Id.ToString()),
    ];

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/support/requests/export", async ([AsParameters] RequestFilter filter, Session session, IInvoicing invoicing, Organisation here, Streams<SupportTerms> terms, CancellationToken stop, string? format = null, string? sort = null) =>
        {
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            var agreed = (await terms.Peek(SupportTerms.Id, stop)).State;
            if (filter.Query(out _, agreed, sort) is { } unclear) return unclear;
            var table = SheetTable.Of("Support requests", Columns, Rows(session, invoicing, filter, agreed, sort, stop));
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), $"support-requests-{DateText.Write(LocalDay.Of(session.Now, here.TimeZone))}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeSupport).WithSummary("Export the filtered support requests as CSV, XLSX or JSON");

    private static async IAsyncEnumerable<RequestCard> Rows(Session session, IInvoicing invoicing, RequestFilter filter, SupportTerms terms, string? sort, [EnumeratorCancellation] CancellationToken stop)
    {
        for (string? cursor = null; ;)
        {
            filter.Query(out var query, terms, sort, cursor);
            var page = await ListRequests.Page(session, invoicing, query, terms, PageSize, stop);
            foreach (var row in page.Items) yield return row;
            if ((cursor = page.NextCursor) is null) yield break;
        }
    }
}
