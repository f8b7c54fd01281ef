using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A group's custom dates, newest first, each with the days it bills.</summary>
internal sealed record CustomDatesPage(CustomDates Items, long Version)
{
    public static CustomDatesPage Of(Versioned<FacilityGroup> group) => new(group.State.CustomDates, group.Version);
}

/// <summary>A group's custom dates become these.</summary>
internal sealed record ListCustomDates(IReadOnlyList<CustomDate> Items, long? Version = null)
{
    public Decision<FacilityGroupEvent> Decide(FacilityGroup group)
    {
        if (!CustomDates.Of(Items).TryGet(out var dates, out var refused)) return refused;
        return dates.Equals(group.CustomDates) ? Decision.Nothing : new CustomDatesListed(dates);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/custom-dates/{groupId}", async (FacilityGroupId groupId, Streams<FacilityGroup> groups, CancellationToken stop) =>
        {
            var group = await groups.Load(groupId.Value, stop);
            return group.Exists ? Answer.Of(CustomDatesPage.Of(group), group.Version) : (IResult)Problems.NotFound;
        })
        .Produces<CustomDatesPage>().Requires(Permission.SeeFacilities).WithSummary("A group's custom dates");

        app.MapPut("/api/custom-dates/{groupId}", (FacilityGroupId groupId, ListCustomDates command, Commands<FacilityGroup> groups, CancellationToken stop) =>
            groups.Decide(groupId.Value, command.Decide, now => CustomDatesPage.Of(now), stop))
        .Produces<CustomDatesPage>().Requires(Permission.ArrangeFacilities).WithSummary("List a group's custom dates");
    }
}
