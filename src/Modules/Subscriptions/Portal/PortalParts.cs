using Billing.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Subscriptions;

/// <summary>What links by which clients look after what they have bring to the module.</summary>
internal static class PortalParts
{
    public static StoreModel AddPortal(this StoreModel store) => store.Project(new PortalRows());

    public static IServiceCollection AddPortal(this IServiceCollection services) => services.AddSingleton<PortalDoor>().AddScoped<PortalPage>();

    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        OpenPortal.Map(app);
        PortalPage.Map(app);
    }
}
