using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Where somebody is signed in.</summary>
/// <param name="Items">The one used last first.</param>
internal sealed record SessionPage(IReadOnlyList<SessionLine> Items);

/// <summary>One stay on one device.</summary>
/// <param name="Device">What the browser or program calls itself.</param>
/// <param name="Address">Where it was used last from.</param>
/// <param name="Organisation">The key of the organisation it sees.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="UsedAt">When a token was last fetched for it, UTC.</param>
/// <param name="ExpiresAt">When it ends unless it is used, UTC.</param>
/// <param name="Current">Whether it is the one that asks.</param>
internal sealed record SessionLine(SignInId Id, string Device, string Address, string Organisation, DateTimeOffset StartedAt, DateTimeOffset UsedAt, DateTimeOffset ExpiresAt, bool Current)
{
    private const string List = """
        select id, device, address, organisation, started_at, used_at, expires_at from identity_sessions
        where tenant_id = $1 and person_id = $2 and ended_at is null and expires_at > $3 order by used_at desc, id limit 200
        """;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/auth/sessions", async (Me me, EventStore.EventStore store, TimeProvider time, CancellationToken stop) =>
                TypedResults.Ok(new SessionPage(await store.Open(Tenants.People, me.Caller.Actor).Many(List, row => Read(row, me), stop, Value.Id(me.Person.Value), Value.Moment(time.GetUtcNow())))))
            .RequiresSignIn().ForPeople().WithSummary("Where you are signed in");

        app.MapDelete("/api/auth/sessions/{id}", async (SignInId id, HttpContext http, Me me, Door door) =>
                await door.SignOut(me.Person, SignOutReason.EndedFromElsewhere, http, me.Caller.Actor, only: id) > 0 ? (IResult)TypedResults.NoContent() : Problems.NotFound)
            .Produces(204).RequiresSignIn().ForPeople().WithSummary("Sign out elsewhere");
    }

    private static SessionLine Read(Npgsql.NpgsqlDataReader row, Me me) =>
        new(new(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.Moment(4), row.Moment(5), row.Moment(6), row.GetGuid(0) == me.Session.Value);
}
