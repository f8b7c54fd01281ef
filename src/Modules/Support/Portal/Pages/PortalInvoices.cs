using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>An invoice as the client whom it asks sees it.</summary>
/// <param name="Number">As printed.</param>
/// <param name="IssuedOn">The date it bears.</param>
/// <param name="DueOn">The last day that is not late.</param>
/// <param name="Total">What it asks for.</param>
/// <param name="State">Whether it is paid, and whether it is late on the organisation's day.</param>
/// <param name="Printed">Whether there is a PDF of it here; else it was issued elsewhere.</param>
/// <param name="Page">Where another system that issued it shows it; null where it does not.</param>
internal sealed record PortalInvoice(Guid Id, string Number, DateOnly IssuedOn, DateOnly DueOn, Money Total, [property: AllowedValues("open", "overdue", "paid")] string State, bool Printed, string? Page);

/// <summary>The invoices of the guest's client, for guests who may see them.</summary>
internal static class PortalInvoices
{
    private static Problem NotShown { get; } = new(403, "portal-invoices-hidden", "Invoices are not shown to you here. Ask whoever invited you.") { Module = "support" };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portal/invoices", async (PortalGuest guest, Session session, IClientPapers papers, CancellationToken stop) =>
            {
                if (!guest.SeesInvoices) return (IResult)NotShown;
                var today = LocalDay.Of(session.Now, guest.Here.TimeZone);
                return Answer.Of(new Page<PortalInvoice>([.. (await papers.Of(session, guest.Client.Id, stop)).Select(one => Of(one, today))], null));
            })
            .Produces<Page<PortalInvoice>>().RequiresGuest().WithSummary("The client's invoices that are out, newest first, at most a hundred");

        app.MapGet("/api/portal/invoices/{id}/pdf", async (Guid id, PortalGuest guest, Session session, IClientPapers papers, HttpContext http, CancellationToken stop) =>
            {
                if (!guest.SeesInvoices) return (IResult)NotShown;
                return await papers.Print(session, guest.Here, guest.Client.Id, id, stop) is { } paper ? TypedResults.File(paper.Bytes, "application/pdf", paper.Name) : Problems.NotFound;
            })
            .Produces(200, contentType: "application/pdf").RequiresGuest().WithSummary("An invoice of the client as a PDF");
    }

    private static PortalInvoice Of(ClientInvoice one, DateOnly today) => new(one.Id, one.Number, one.IssuedOn, one.DueOn, one.Total, !one.Outstanding.IsPositive ? "paid" : one.DueOn < today ? "overdue" : "open", one.IsOurs, one.Page);
}
