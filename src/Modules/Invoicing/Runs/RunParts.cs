using Billing.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>What billing runs bring to the module.</summary>
internal static class RunParts
{
    public static void AddToStore(StoreModel store) => store.Project(new BillingRunRows()).Handle<When_a_billing_run_goes_on>();

    public static void AddServices(IServiceCollection services) => services.AddScoped<GoOnWithBillingRun>();

    public static void Map(IEndpointRouteBuilder app)
    {
        StartBillingRun.Map(app);
        ListBillingRuns.Map(app);
        ExportBillingRuns.Map(app);
        BillingRunPage.Map(app);
        GoOnWithBillingRun.Map(app);
    }
}
