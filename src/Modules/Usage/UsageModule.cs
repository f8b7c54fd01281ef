using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Usage;

/// <summary>What clients use, and what a price makes of it.</summary>
public sealed class UsageModule : IModule
{
    public string Name => "usage";

    public void AddToStore(StoreModel store) => store
        .Events(typeof(UsageModule).Assembly)
        .Project(new WalletRows())
        .Migrate(Name, typeof(UsageModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<WalletWork>();
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        QuotePrice.Map(app);
        WalletEndpoints.Map(app);
    }
}
