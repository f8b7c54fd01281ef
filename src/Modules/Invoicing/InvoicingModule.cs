using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
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
            .Project(new ClientRows())
            .Project(new ClientImportRows())
            .Project(new ChargeRows())
            .Handle<When_a_client_took_over>()
            .Handle<When_money_went_back>()
            .Handle(new When_a_charge_is_wanted())
            .Handle(new When_a_charge_is_unwanted())
            .Project(new WantedInvoiceRows())
            .Handle<When_an_invoice_is_wanted>()
            .Handle<When_an_invoice_is_wanted_again>()
            .Handle<When_something_is_given_back>()
            .Handle<When_an_invoice_is_born_elsewhere>()
            .Belongs(PaperBelongings.Papers)
            .Migrate(Name, typeof(InvoicingModule).Assembly);
        InvoiceParts.AddToStore(store);
        RunParts.AddToStore(store);
        QuoteParts.AddToStore(store);
        RecurringParts.AddToStore(store);
        ReminderParts.AddToStore(store);
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IInvoicing, ChargeAnswers>().AddSingleton<IBinding, HasBound>().AddSingleton<IOutsideClients, OutsideClients>().AddScoped<ImportClients>();
        services.AddSingleton<INotificationWriter, OverdueNotification>().AddSingleton<INotificationWriter, SendingFailedNotification>().AddSingleton<INotificationWriter, SendingBouncedNotification>();
        services.AddSingleton<IEntitledUse, InvoicesOfTheMonth>().AddSingleton<IEntitledUse, PapersStored>();
        foreach (var taken in TakenRows.All) services.AddSingleton(taken);
        services.AddRecord<Client>("client", Permission.SeeInvoicing).AddRecord<Charge>("charge", Permission.SeeInvoicing).AddRecord<Invoice>("invoice", Permission.SeeInvoicing).AddRecord<CreditNote>("credit-note", Permission.SeeInvoicing);
        services.AddRecord<Payment>("payment", Permission.SeeInvoicing).AddRecord<ClientAccount>("client-account", Permission.SeeInvoicing).AddRecord<Quote>("quote", Permission.SeeInvoicing).AddRecord<RecurringInvoice>("recurring-invoice", Permission.SeeInvoicing).AddRecord<BillingRun>("billing-run", Permission.SeeInvoicing);
        services.AddExplained<ExplainInvoice>().AddExplained<ExplainInvoiceLine>().AddExplained<ExplainCharge>().AddExplained<ExplainPayment>().AddExplained<ExplainClient>().AddExplained<ExplainReceivables>();
        services.AddReport(ReceivablesAging.Report).AddReport(RevenueByMonth.Report).AddReport(TaxByRate.Report);
        InvoiceParts.AddServices(services);
        RunParts.AddServices(services);
        QuoteParts.AddServices(services);
        RecurringParts.AddServices(services);
        ReminderParts.AddServices(services);
    }

    /// <summary>Credit that lies with a double of old goes to the client that stays; what is new goes there with the merge.</summary>
    public Task Welcome(Session session, CancellationToken stop) => CreditOfDoubles.Gather(session, stop);

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ClientEndpoints.Map(app);
        ChargeEndpoints.Map(app);
        InvoicingSettingsPage.Map(app);
        InvoiceParts.Map(app);
        RunParts.Map(app);
        QuoteParts.Map(app);
        RecurringParts.Map(app);
        ReminderParts.Map(app);
    }
}
