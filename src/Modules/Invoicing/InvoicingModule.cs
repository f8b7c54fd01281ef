using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>The hub: charges come in, numbered invoices that explain themselves go out.</summary>
public sealed class InvoicingModule : IModule
{
    public string Name => "invoicing";

    public void AddToStore(StoreModel store)
    {
        store
            .Events(typeof(InvoicingModule).Assembly)
            .Migrate(Name, typeof(InvoicingModule).Assembly);
        InvoiceParts.AddToStore(store);
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration) => InvoiceParts.AddServices(services);

    public void MapEndpoints(IEndpointRouteBuilder app) => InvoiceParts.Map(app);
}
