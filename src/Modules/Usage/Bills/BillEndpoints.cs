using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about bills of usage.</summary>
internal static class BillEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        BillUsage.Map(app);
        UsageBillLine.Map(app);
        UsageBillCard.Map(app);
        EventsOfBill.Map(app);
        LateUsageOfBills.Map(app);
    }
}
