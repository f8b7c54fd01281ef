using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Subscriptions;

/// <summary>What the module is made of as far as Stripe goes.</summary>
internal static class StripeParts
{
    public static StoreModel AddStripe(this StoreModel store) => store.Project(new StripeObjectRows()).Handle<When_stripe_tells>().Handle<StripeReconciled>().Handle<When_a_mirror_is_due>().Handle<When_all_is_to_be_mirrored>();

    public static IServiceCollection AddStripe(this IServiceCollection services) => services
        .AddSingleton<StripeConnections>().AddSingleton<StripeReconciliation>()
        .AddSingleton(provider => new StripeApi(provider.GetRequiredService<OutgoingCalls>(), provider.GetRequiredService<TimeProvider>()));

    public static void MapStripe(this IEndpointRouteBuilder app)
    {
        ReceiveStripeEvent.Map(app);
        ListStripeEvents.Map(app);
        StripePage.Map(app);
        StripeReconciliation.Map(app);
    }
}
