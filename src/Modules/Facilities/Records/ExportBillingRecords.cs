using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

internal static class ExportBillingRecords
{
    internal static void Map(IEndpointRouteBuilder app) => _ = app;
}
