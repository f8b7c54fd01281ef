using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about meters.</summary>
internal static class MeterEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListMeters.Map(app);
        DefineMeter.Map(app);
        ReviseMeter.Map(app);
        RetireMeter.Map(app);
    }
}
