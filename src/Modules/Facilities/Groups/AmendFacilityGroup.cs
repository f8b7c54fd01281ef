using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A group's name and terms become these. A new schedule applies to cycles that nobody saved yet.</summary>
internal static class AmendFacilityGroup
{
    private static readonly Refusal NotActive = new("group-archived", "This group is archived. Restore it first.");

    public static Decision<FacilityGroupEvent> Decide(FacilityGroup group, GroupTerms terms, StatusSet statuses) =>
        group.Standing == Standing.Active ? terms.From(group, isNew: false, statuses, group.Currency) : NotActive;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/facility-groups/{id}", async (FacilityGroupId id, GroupTerms terms, Commands<FacilityGroup> groups, Streams<StatusSet> sets, Habits habits, CancellationToken stop) =>
        {
            var known = (await groups.Streams.Peek(id.Value, stop)).State;
            var statuses = await sets.Load((terms.StatusSetId ?? known.StatusSetId).Value, stop);
            var figures = await ListFacilityGroups.Figures(groups.Streams.Session, id, habits.Today, stop);
            return await groups.Decide(id.Value, group => Decide(group, terms, statuses.State), now => GroupCard.Of(id, now, figures), stop);
        })
        .Produces<GroupCard>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Amend a facility group");
}
