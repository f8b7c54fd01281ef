using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The owner wants the organisation gone. For thirty days they may think again, in test mode for one; until then everything works.</summary>
/// <param name="Slug">Written out, so that nobody does it by mistake.</param>
internal sealed record DeleteTenant(string Slug)
{
    public const int DaysToUndo = 30;
    private const int DaysToUndoTest = 1;

    private static readonly Refusal OtherSlug = new("other-slug", "Write the organisation's name in addresses out, so that it is no mistake.");

    public Decision<OrganisationEvent> Decide(Organisation here, DateOnly today) =>
        Slug != here.Slug ? OtherSlug : here.DeleteOn is not null ? Decision.Nothing : new DeletionAsked(today.AddDays(here.TestMode ? DaysToUndoTest : DaysToUndo));

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapDelete("/api/tenants/me", async ([Microsoft.AspNetCore.Mvc.FromBody] DeleteTenant command, Web.Organisation here, Session session, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                var before = await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
                if (edge.Expected is { } seen && seen != before.Version) return (IResult)Problems.Conflict(TenantPage.Of(here.Tenant, before));
                if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, org => command.Decide(org, LocalDay.Of(work.At, here.TimeZone))) is { } refusal) return edge.Refused(refusal);
                var now = await work.Load<Organisation>(Organisation.Id, stop);
                if (now.Version > before.Version)
                    foreach (var owner in now.State.Owners) work.WantMail(DeletionMail.Name, owner.PersonId.Value);
                return await edge.Commit(work, Answer.Of(TenantPage.Of(here.Tenant, now), now.Version), stop);
            })
            .Produces<TenantPage>().Requires(Permission.OwnOrganisation).WithSummary("Delete the organisation in thirty days; in test mode, tomorrow");

        app.MapPost("/api/tenants/me/restore", (Web.Organisation here, Commands<Organisation> organisations, CancellationToken stop) =>
                organisations.Decide<OrganisationEvent>(Organisation.Id, org => org.DeleteOn is null ? Decision.Nothing : new DeletionWithdrawn(), now => TenantPage.Of(here.Tenant, now), stop))
            .Produces<TenantPage>().Requires(Permission.OwnOrganisation).WithSummary("Keep the organisation after all");
    }
}
