using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about usage plans.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListPlans.Map(app);
        DefinePlan.Map(app);
        RevisePlan.Map(app);
        RetirePlan.Map(app);
        PlanClient.Map(app);
        AssignPlan.Map(app);
        LeavePlan.Map(app);
    }
}
