using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>Everything about status sets.</summary>
internal static class StatusSetEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListStatusSets.Map(app);
        DefineStatusSet.Map(app);
        RearrangeStatusSet.Map(app);
        RetireStatusSet.Map(app);
    }
}
