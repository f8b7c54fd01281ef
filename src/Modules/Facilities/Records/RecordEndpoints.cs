using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>Everything about billing records.</summary>
internal static class RecordEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListBillingRecords.Map(app);
        ExportBillingRecords.Map(app);
        ShowBillingRecord.Map(app);
        SaveRecord.Map(app);
        SaveManyRecords.Map(app);
        WithdrawBillingRecord.Map(app);
        RecordHistory.Map(app);
    }
}
