using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Subscriptions;

/// <summary>Plans, subscriptions, renewals, payment.</summary>
public sealed class SubscriptionsModule : IModule
{
    public string Name => "subscriptions";

    public void AddToStore(StoreModel store) => store.Events(typeof(SubscriptionsModule).Assembly).AddStripe().Migrate(Name, typeof(SubscriptionsModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddStripe();

    public void MapEndpoints(IEndpointRouteBuilder app) => app.MapStripe();
}
