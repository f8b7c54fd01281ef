using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>Everything about facility groups and their schedules.</summary>
internal static class GroupEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListFacilityGroups.Map(app);
        OpenFacilityGroup.Map(app);
        AmendFacilityGroup.Map(app);
        CloseFacilityGroup.Map(app);
        RestoreFacilityGroup.Map(app);
        ShowCycles.Map(app);
        BillCycle.Map(app);
        PreviewSchedule.Map(app);
        ListCustomDates.Map(app);
    }
}
