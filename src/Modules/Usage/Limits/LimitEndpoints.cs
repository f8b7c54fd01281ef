using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about limits.</summary>
internal static class LimitEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListLimits.Map(app);
        AgreeLimit.Map(app);
        Entitlement.Map(app);
    }
}
