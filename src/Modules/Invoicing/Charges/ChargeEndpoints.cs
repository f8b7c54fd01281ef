using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Everything about charges.</summary>
internal static class ChargeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListCharges.Map(app);
        PostManualCharge.Map(app);
        ShowCharge.Map(app);
        ExportCharges.Map(app);
        WithdrawCharge.Map(app);
    }
}
