using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Somebody wants to come into the portal and asks for a link. The answer is the same whether we know the address or not.</summary>
/// <param name="Email">Where the link goes, if it is a portal user's.</param>
internal sealed record AskForPortalLink(string Email)
{
    public override string ToString() => nameof(AskForPortalLink); // never the address

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/portal/links", async (AskForPortalLink command, HttpContext http, PortalDoor door, PortalAsking asking, EventStore.EventStore store, CancellationToken stop) =>
        {
            if (!EmailAddress.Read(command.Email).TryGet(out var email, out var bad)) return (IResult)Problem.From(bad, "support");
            if (await asking.Take(email, http.Connection.RemoteIpAddress) is { } tooMany) return tooMany;
            var users = await door.Under(email, stop);
            // A message for nobody costs as much as one for somebody.
            foreach (var (tenant, user) in users.Count > 0 ? users : [(Tenants.People, Guid.Empty)])
            {
                var work = store.Open(tenant, Actor.System, http.Connection.RemoteIpAddress?.ToString(), http.TraceIdentifier).InEverybodysTime.Begin();
                work.WantMail(PortalLinkMail.Name, user);
                await work.Commit();
            }
            return TypedResults.Accepted((string?)null);
        })
        .Produces(202).OpenToAnybody().WithSummary("Have a link mailed by which a portal user comes into the portal");
}

/// <summary>Somebody comes into the portal by the link that was mailed to them.</summary>
/// <param name="Token">From the link.</param>
internal sealed record EnterPortal(string Token)
{
    private static readonly Problem LinkSpent = new(410, "portal-link-spent", "This link was used, has run out, or never was one. Have a new one mailed to you.") { Module = "support" };

    private static readonly Problem TooMany = new(429, "too-many-links", "Links were opened too often. Try again in a minute.") { Module = "support", RetryAfter = 60 };

    public override string ToString() => nameof(EnterPortal); // never the secret

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/portal/session", async (EnterPortal command, HttpContext http, PortalDoor door, Turnstile turnstile, CancellationToken stop) =>
            {
                if (!turnstile.Pass(http.Connection.RemoteIpAddress)) return (IResult)TooMany;
                if (await door.Enter(new LinkSecret(command.Token), http.Connection.RemoteIpAddress?.ToString(), stop) is not var (guest, secret, until)) return LinkSpent;
                PortalGuests.Cookie.Set(http, secret.Text, until);
                return Answer.Of(PortalMe.Of(guest));
            })
            .Produces<PortalMe>().OpenToAnybody().WithSummary("Come into the portal by a mailed link; the session is in a cookie of its own");

        app.MapDelete("/api/portal/session", async (HttpContext http, PortalGuest guest, PortalDoor door) =>
            {
                await door.Leave(guest, http.Connection.RemoteIpAddress?.ToString());
                PortalGuests.Cookie.Clear(http);
                return TypedResults.NoContent();
            })
            .Produces(204).RequiresGuest().WithSummary("Leave the portal: the session is good for nothing any more");
    }
}
