using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody goes: this session, or all of theirs, everywhere.</summary>
internal static class SignOut
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/auth/logout", async (HttpContext http, RefreshTokens tokens, Door door, CancellationToken stop, Refresh? command = null) =>
            {
                var (token, problem) = Cookie.Read(http.Request, command?.RefreshToken);
                if (problem is not null) return (IResult)problem;
                var said = http.Request.Headers.Authorization.ToString();
                if (await tokens.SessionOf(token, said.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? said[7..].Trim() : null, stop) is { } leaving)
                    await door.SignOut(leaving.Person, SignOutReason.Asked, http, new Actor("person", leaving.Person.ToString(), ""), only: leaving.Session);
                Cookie.Clear(http);
                return TypedResults.NoContent();
            })
            .Produces(204).OpenToAnybody().WithSummary("Sign out: the session's tokens are good for nothing any more");

        app.MapPost("/api/auth/logout-all", async (HttpContext http, Me me, Door door) =>
            {
                await door.SignOut(me.Person, SignOutReason.EndedFromElsewhere, http, me.Caller.Actor);
                Cookie.Clear(http);
                return TypedResults.NoContent();
            })
            .RequiresSignIn().ForPeople().WithSummary("Sign out everywhere");
    }
}
