using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A facility comes into a group.</summary>
internal sealed record OpenFacility(string Name, FacilityGroupId GroupId)
{
    public Decision<FacilityEvent> Decide(Versioned<FacilityGroup> group)
    {
        if (!PlainText.Name(Name, "A facility").TryGet(out var name, out var refused)) return refused;
        return No.Unusable(group) is { } no ? no : new FacilityOpened(name, GroupId);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/facilities", async (OpenFacility command, Commands<Facility> facilities, Streams<FacilityGroup> groups, CancellationToken stop) =>
        {
            var group = await groups.Load(command.GroupId.Value, stop);
            var id = new FacilityId(facilities.Streams.Session.NewId());
            return await facilities.Start(id.Value, _ => command.Decide(group), now => FacilityLine.Of(id, now, group.State.Name, 0), $"/api/facilities/{id}", stop);
        })
        .Produces<FacilityLine>(201)
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Open a facility in a group");

    /// <summary>Why a group takes no facility.</summary>
    internal static class No
    {
        public static readonly Refusal UnknownGroup = new("unknown-group", "There is no such facility group. Choose one of yours.");
        public static readonly Refusal ArchivedGroup = new("group-archived", "This group is archived. Restore it first, or choose another one.");
        public static Refusal? Unusable(Versioned<FacilityGroup> group) => !group.Exists ? UnknownGroup : group.State.Standing == Standing.Active ? null : ArchivedGroup;
    }
}
