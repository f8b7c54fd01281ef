using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Who is in the portal, and whose portal it is. What guests are answered are records of their own: a field that is not there tells nobody anything.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Where their links go.</param>
/// <param name="Client">The name of the client whose things they see.</param>
/// <param name="Organisation">Who works for the client.</param>
/// <param name="Language">BCP 47: how texts, dates and amounts are written unless the guest chooses otherwise.</param>
/// <param name="SeesInvoices">Whether there are invoices to see.</param>
internal sealed record PortalMe(string Name, string Email, string Client, string Organisation, string Language, bool SeesInvoices)
{
    public static PortalMe Of(PortalGuest guest) => new(guest.Name, guest.Email, guest.Client.Name, guest.Here.Name, guest.Client.Language is { Length: > 0 } own ? own : guest.Here.Locale, guest.SeesInvoices);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portal/me", (PortalGuest guest) => Answer.Of(Of(guest))).Produces<PortalMe>().RequiresGuest().WithSummary("Who is in the portal, and whose portal it is");

        app.MapGet("/api/portal/mark", async (PortalGuest guest, PortalMark mark, HttpContext http, CancellationToken stop) =>
            {
                if (await mark.Of(guest.Here.Tenant, stop) is not var (bytes, type)) return (IResult)TypedResults.NoContent(); // the guest's page asks each time, and having none is no mistake
                http.Response.Headers.ContentDisposition = "inline; filename=mark";
                return TypedResults.Bytes(bytes, type);
            })
            .Produces(200, contentType: "image/png").Produces(204).RequiresGuest().WithSummary("The mark of the organisation whose portal it is");
    }
}
