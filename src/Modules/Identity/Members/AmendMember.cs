using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>A member gets another role, or may enter or not.</summary>
/// <param name="Role">As what from now on; left out: as before.</param>
/// <param name="Active">Whether they may enter; left out: as before.</param>
internal sealed record AmendMember(Role? Role = null, bool? Active = null)
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPatch("/api/users/{id}", async (PersonId id, AmendMember command, HttpContext http, Me me, MemberEdge edge, IEnumerable<IEntitlements> plans, CancellationToken stop) =>
                await edge.Run(me, org => command.Active == true && org.Find(id) is { Active: false } && Members.Closed(org, Allowed.Of(plans, me.Caller.Organisation.Tenant, Allowed.Users)) is { } full ? full : Members.Amend(org, new(me.Person, me.Caller.Role!.Value), id, command.Role, command.Active), http, stop, leaves: command.Active == false ? id : null))
            .Produces(204).Requires(Permission.ArrangePeople).ForPeople().WithSummary("Give a member another role, let them in or not");

        app.MapDelete("/api/users/{id}", async (PersonId id, HttpContext http, Me me, MemberEdge edge, CancellationToken stop) =>
                await edge.Run(me, org => Members.Remove(org, new(me.Person, me.Caller.Role!.Value), id), http, stop, leaves: id))
            .Produces(204).Requires(Permission.ArrangePeople).ForPeople().WithSummary("Take somebody out of the organisation");

        app.MapPost("/api/users/me/leave", async (HttpContext http, Me me, MemberEdge edge, CancellationToken stop) =>
                await edge.Run(me, org => Members.Remove(org, new(me.Person, me.Caller.Role!.Value), me.Person), http, stop, leaves: me.Person))
            .Produces(204).RequiresSignIn().ForPeople().WithSummary("Leave the organisation");

        app.MapPost("/api/tenants/me/transfer", async (TransferOwnership command, HttpContext http, Me me, MemberEdge edge, CancellationToken stop) =>
                await edge.Run(me, org => Members.Transfer(org, me.Person, command.PersonId), http, stop))
            .Produces(204).Requires(Permission.OwnOrganisation).ForPeople().WithSummary("Hand the organisation to another owner");
    }
}

/// <summary>The organisation gets another owner; who was, becomes an admin.</summary>
/// <param name="PersonId">A member.</param>
internal sealed record TransferOwnership(PersonId PersonId);

/// <summary>The edge that commands on members share. The caller's own role is looked at once more in the state that is decided on.</summary>
internal sealed class MemberEdge(CommandEdge edge, Streams<Organisation> organisations, Door door, Standings standings)
{
    public async Task<IResult> Run(Me me, Func<Organisation, Decision<OrganisationEvent>> decide, HttpContext http, CancellationToken stop, PersonId? leaves = null)
    {
        var outcome = await organisations.Decide<OrganisationEvent>(Organisation.Id, here => here.Find(me.Person) is { Active: true } self && self.Role >= me.Caller.Role ? decide(here) : Members.No.NoMember, stop, edge.Expected);
        if (outcome.Kind == OutcomeKind.Stale) return Problems.Conflict();
        if (outcome.Kind == OutcomeKind.Missing) return Problems.NotFound;
        if (outcome.Refusal is { } refused) return refused == Members.No.NoMember || refused == Members.No.NoInvitation ? Problems.NotFound : edge.Refused(refused);
        standings.Forget();
        if (leaves is { } gone) await door.SignOut(gone, SignOutReason.Disabled, http, me.Caller.Actor, organisation: me.Caller.Organisation.Tenant);
        return TypedResults.NoContent();
    }
}
