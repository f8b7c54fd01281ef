using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A facility is renamed, or moves to another group; its records stay with it.</summary>
internal sealed record AmendFacility(string Name, FacilityGroupId GroupId)
{
    private static readonly Refusal Archived = new("facility-archived", "This facility is archived. Restore it first.");

    public Decision<FacilityEvent> Decide(Facility facility, Versioned<FacilityGroup> group)
    {
        if (facility.Standing != Standing.Active) return Archived;
        if (!PlainText.Name(Name, "A facility").TryGet(out var name, out var refused)) return refused;
        if (GroupId != facility.GroupId && OpenFacility.No.Unusable(group) is { } no) return no;
        List<FacilityEvent> happened = [];
        if (name != facility.Name) happened.Add(new FacilityRenamed(name));
        if (GroupId != facility.GroupId) happened.Add(new FacilityMoved(GroupId));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/facilities/{id}", async (FacilityId id, AmendFacility command, Commands<Facility> facilities, Streams<FacilityGroup> groups, CancellationToken stop) =>
        {
            var group = await groups.Load(command.GroupId.Value, stop);
            var records = await ListFacilities.Records(facilities.Streams.Session, id, stop);
            return await facilities.Decide(id.Value, facility => command.Decide(facility, group), now => FacilityLine.Of(id, now, group.State.Name, records), stop);
        })
        .Produces<FacilityLine>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Rename or move a facility");
}
