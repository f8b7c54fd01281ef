using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A new group of facilities is opened.</summary>
internal static class OpenFacilityGroup
{
    public static Decision<FacilityGroupEvent> Decide(FacilityGroup group, GroupTerms terms, StatusSet statuses, Currency currency) => terms.From(group, isNew: true, statuses, currency);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/facility-groups", async (GroupTerms terms, Commands<FacilityGroup> groups, Habits habits, Streams<StatusSet> sets, CancellationToken stop) =>
        {
            var statuses = await sets.Load((terms.StatusSetId ?? StatusSetId.Default).Value, stop);
            var currency = habits.Currency(await habits.Settings(stop));
            var id = new FacilityGroupId(groups.Streams.Session.NewId());
            return await groups.Start(id.Value, group => Decide(group, terms, statuses.State, currency), now => GroupCard.Of(id, now, default), $"/api/facility-groups/{id}", stop);
        })
        .Produces<GroupCard>(201)
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Open a facility group");
}
