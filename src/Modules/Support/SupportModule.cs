using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Support;

/// <summary>What an agency does for its clients every month: support by the hour, projects, hosting.</summary>
public sealed class SupportModule : IModule
{
    public string Name => "support";

    public void AddToStore(StoreModel store) => store
        .Events(typeof(SupportModule).Assembly)
        .Project(new RequestRows())
        .Belongs(SupportBelongings.Descriptions)
        .Migrate(Name, typeof(SupportModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
    }
}
