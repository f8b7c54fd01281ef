using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>Nobody subscribes to a plan any more; who has it keeps it.</summary>
internal static class ArchivePlan
{
    public static Decision<PlanEvent> Decide(Plan plan) => plan.IsArchived ? Decision.Nothing : new PlanArchived();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/plans/{code}/archive", async (string code, Commands<Plan> plans, Session session, CancellationToken stop) =>
            await ListPlans.Find(session, code, stop) is { } id ? await plans.Decide<PlanEvent>(id.Value, Decide, now => PlanPage.Of(id, now), stop) : Problems.NotFound)
        .Produces<PlanPage>().Requires(Permission.ArrangeSubscriptions).WithSummary("Archive a plan: who has it keeps it");
}
