using Billing.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>What invoices, their numbers, payments and credit notes bring to the module.</summary>
internal static class InvoiceParts
{
    public static void AddToStore(StoreModel store) => _ = store;

    public static void AddServices(IServiceCollection services) => _ = services;

    public static void Map(IEndpointRouteBuilder app) => _ = app;
}
