using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A group is put away: archived when facilities or records are in it, deleted when it never had any. Both can be restored.</summary>
internal static class CloseFacilityGroup
{
    public static Decision<FacilityGroupEvent> Decide(FacilityGroup group, bool hasHistory) =>
        group.Standing != Standing.Active ? Decision.Nothing : hasHistory ? new FacilityGroupArchived() : new FacilityGroupWithdrawn();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapDelete("/api/facility-groups/{id}", async (FacilityGroupId id, Commands<FacilityGroup> groups, Habits habits, CancellationToken stop) =>
        {
            var figures = await ListFacilityGroups.Figures(groups.Streams.Session, id, habits.Today, stop);
            return await groups.Decide(id.Value, group => Decide(group, figures.Facilities + figures.Records > 0), now => new Closed(now.State.Standing == Standing.Withdrawn ? "deleted" : "archived"), stop);
        })
        .Produces<Closed>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Archive a facility group, or delete one that never had a facility");
}

/// <summary>An archived group comes back.</summary>
internal static class RestoreFacilityGroup
{
    public static Decision<FacilityGroupEvent> Decide(FacilityGroup group) => group.Standing == Standing.Active ? Decision.Nothing : new FacilityGroupRestored();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/facility-groups/{id}/restore", async (FacilityGroupId id, Commands<FacilityGroup> groups, Habits habits, CancellationToken stop) =>
        {
            var figures = await ListFacilityGroups.Figures(groups.Streams.Session, id, habits.Today, stop);
            return await groups.Decide(id.Value, Decide, now => GroupCard.Of(id, now, figures), stop);
        })
        .Produces<GroupCard>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Restore an archived facility group");
}
