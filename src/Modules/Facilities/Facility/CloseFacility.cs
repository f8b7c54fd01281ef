using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A facility is put away: archived when it has records, deleted when it has none. Both can be restored.</summary>
internal static class CloseFacility
{
    public static Decision<FacilityEvent> Decide(Facility facility, long records) =>
        facility.Standing != Standing.Active ? Decision.Nothing : records > 0 ? new FacilityArchived() : new FacilityWithdrawn();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapDelete("/api/facilities/{id}", async (FacilityId id, Commands<Facility> facilities, CancellationToken stop) =>
        {
            var records = await ListFacilities.Records(facilities.Streams.Session, id, stop);
            return await facilities.Decide(id.Value, facility => Decide(facility, records), now => new Closed(now.State.Standing == Standing.Withdrawn ? "deleted" : "archived"), stop);
        })
        .Produces<Closed>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Archive a facility, or delete one without records");
}

/// <summary>An archived facility comes back.</summary>
internal static class RestoreFacility
{
    public static Decision<FacilityEvent> Decide(Facility facility, Versioned<FacilityGroup> group) =>
        facility.Standing == Standing.Active ? Decision.Nothing : OpenFacility.No.Unusable(group) is { } no ? no : new FacilityRestored();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/facilities/{id}/restore", async (FacilityId id, Commands<Facility> facilities, Streams<FacilityGroup> groups, CancellationToken stop) =>
        {
            var known = await facilities.Streams.Peek(id.Value, stop);
            var group = await groups.Load(known.State.GroupId.Value, stop);
            var records = await ListFacilities.Records(facilities.Streams.Session, id, stop);
            return await facilities.Decide(id.Value, facility => Decide(facility, group), now => FacilityLine.Of(id, now, group.State.Name, records), stop);
        })
        .Produces<FacilityLine>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Restore an archived facility");
}
