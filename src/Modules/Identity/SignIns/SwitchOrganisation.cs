using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Somebody goes over to another of their organisations; the session they were in ends.</summary>
/// <param name="Organisation">Its slug, or its key.</param>
internal sealed record SwitchOrganisation(string Organisation)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/auth/switch", async (SwitchOrganisation command, HttpContext http, Me me, People people, Memberships memberships, EventStore.EventStore store, Door door, CancellationToken stop) =>
        {
            if ((await memberships.Of(me.Person, stop)).Find(one => one.Slug == command.Organisation || one.Tenant.Value == command.Organisation) is not { } wanted) return (IResult)Problems.NotFound;
            var person = await people.Find(me.Person, stop);
            var (here, theirs) = (Visit.Open(store, http, wanted.Tenant, me.Caller.Actor).Begin(), Visit.Open(store, http, Tenants.People, me.Caller.Actor).Begin());
            var entry = Door.Admit(here, theirs, me.Person, http, SignInMeans.Switch, person?.SecondFactor == true);
            await here.CommitWith(theirs);
            await door.SignOut(me.Person, SignOutReason.Switched, http, me.Caller.Actor, only: me.Session);
            return await door.Welcome(http, entry, wanted, 200, stop);
        })
        .Produces<Tokens>()
        .RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer())
        .WithSummary("Go over to another of your organisations");
}
