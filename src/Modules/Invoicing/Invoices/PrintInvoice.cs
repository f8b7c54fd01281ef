using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Billing.Invoicing;

/// <summary>An invoice, a credit note or a quote as PDF: of what was issued, the very paper that was printed first.</summary>
internal static class PrintInvoice
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoices/{id:guid}/pdf", async (Guid id, PrintingPress press, Session session, Organisation organisation, CommandEdge edge, CancellationToken stop) =>
            MirroredInvoice.Elsewhere((await session.Streams<Invoice>().Peek(id, stop)).State) is { } elsewhere ? edge.Refused(elsewhere) : File(await press.Invoice(session, organisation, id, stop)))
            .Produces(200, contentType: "application/pdf").Requires(Permission.SeeInvoicing).WithSummary("An invoice as PDF; once issued, the same bytes each time");
        app.MapGet("/api/credit-notes/{id:guid}/pdf", async (Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) => File(await press.CreditNote(session, organisation, id, stop)))
            .Produces(200, contentType: "application/pdf").Requires(Permission.SeeInvoicing).WithSummary("A credit note as PDF, the same bytes each time");
        app.MapGet("/api/quotes/{id:guid}/pdf", async (Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) => File(await press.Quote(session, organisation, id, stop)))
            .Produces(200, contentType: "application/pdf").Requires(Permission.SeeInvoicing).WithSummary("A quote as PDF; once issued, the same bytes each time");
    }

    private static IResult File(PrintedPaper? paper) =>
        paper is null ? Problems.NotFound : Results.File(paper.Bytes, "application/pdf", paper.Name, entityTag: new EntityTagHeaderValue($"\"{paper.Hash}\""));
}
