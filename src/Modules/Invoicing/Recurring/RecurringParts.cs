using Billing.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>What recurring invoices bring to the module.</summary>
internal static class RecurringParts
{
    public static void AddToStore(StoreModel store) => store.Project(new RecurringInvoiceRows()).Handle<When_a_recurring_invoice_is_due>().Handle<RecurringInvoiceDays>();

    public static void AddServices(IServiceCollection services) => services.AddScoped<RecurringEndpoints>();

    public static void Map(IEndpointRouteBuilder app)
    {
        RecurringEndpoints.Map(app);
        ListRecurringInvoices.Map(app);
        ExportRecurringInvoices.Map(app);
    }
}
