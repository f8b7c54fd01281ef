using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A plan is given to no further client; who has it is billed by it on.</summary>
internal static class RetirePlan
{
    public static Decision<UsagePlanEvent> Decide(UsagePlan plan) => plan.IsRetired ? Decision.Nothing : new PlanRetired();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapDelete("/api/usage-plans/{code}", async (string code, Commands<UsagePlan> plans, PlanDesk desk, Session session, CancellationToken stop) =>
            await ListPlans.Find(session, code, stop) is { } row
                ? await plans.Decide<UsagePlanEvent>(row.Id, Decide, plan => PlanCard.Of(plan, desk.Today), stop)
                : Problems.NotFound)
        .Produces<PlanCard>().Requires(Permission.ArrangeUsage).WithSummary("Retire a usage plan");
}
