using Billing.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Subscriptions;

/// <summary>What links by which people subscribe bring to the module.</summary>
internal static class CheckoutParts
{
    public static StoreModel AddCheckout(this StoreModel store) => store.Project(new CheckoutRows()).Handle(new When_a_checkout_runs_out());

    public static IServiceCollection AddCheckout(this IServiceCollection services) => services.AddSingleton<CheckoutDoor>().AddScoped<CheckoutPage>();

    public static void MapCheckout(this IEndpointRouteBuilder app)
    {
        OpenCheckout.Map(app);
        ListCheckouts.Map(app);
        CheckoutPage.Map(app);
    }
}
