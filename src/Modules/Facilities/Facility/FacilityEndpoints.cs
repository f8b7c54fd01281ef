using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>Everything about facilities.</summary>
internal static class FacilityEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListFacilities.Map(app);
        OpenFacility.Map(app);
        AmendFacility.Map(app);
        CloseFacility.Map(app);
        RestoreFacility.Map(app);
    }
}
