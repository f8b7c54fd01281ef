using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>What reminders bring to the module.</summary>
internal static class ReminderParts
{
    public static void AddToStore(StoreModel store) => store.Project(new ReminderRows()).Handle<ReminderDay>().Handle<When_a_reminder_is_due>();

    public static void AddServices(IServiceCollection services) => services.AddSingleton<Reminding>().AddSingleton<IMailComposer, ReminderMail>().AddScoped<ReminderEndpoints>();

    public static void Map(IEndpointRouteBuilder app)
    {
        RemindersPage.Map(app);
        ArrangeReminders.Map(app);
        WriteInvoiceMail.Map(app);
        WriteQuoteMail.Map(app);
        PreviewMailText.Map(app);
        InvoiceRemindersPage.Map(app);
        ReminderEndpoints.Map(app);
    }
}
