using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.AiCosts;

/// <summary>What AI services cost: accounts at providers, what they report, and what that comes to.</summary>
public sealed class AiCostsModule : IModule
{
    public string Name => "aicosts";

    /// <summary>What is spent elsewhere is spent in everybody's time.</summary>
    public bool InEverybodysTime => true;

    public void AddToStore(StoreModel store) => store
        .Events(typeof(AiCostsModule).Assembly)
        .Project(new AiAccountRows())
        .Project(new AiBudgetRows())
        .Project(new AiImportRows())
        .Project(new AiAllocationRows())
        .Project(new AiRebillingTermsRows())
        .Project(new AiChargeRows())
        .Project(new AiSeatsRows())
        .Project(new AiAlertRows())
        .Project(new AiAlertRuleRows())
        .TellsItsPast("ai_usage", AiCostByClient.Then)
        .Belongs(AiBelongings.Usage)
        .Belongs(AiBelongings.Buckets)
        .Belongs(AiBelongings.Reports)
        .Belongs(AiBelongings.Prices)
        .Belongs(AiBelongings.Charged)
        .Belongs(AiBelongings.Forgotten)
        .Handle<When_a_reading_is_due>()
        .Handle<AiReadingsDue>()
        .Handle<When_costs_have_come>()
        .Handle<AiBudgetsLookedOver>()
        .Handle<When_names_are_looked_over>()
        .Handle<AiSeatsDue>()
        .Migrate(Name, typeof(AiCostsModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<AiCalls>().AddSingleton<AiProviders>().AddSingleton<AiCredentials>()
        .AddSingleton<AiSync>().AddSingleton<AiRejections>().AddSingleton<IMailComposer, AiRejectionMail>().AddSingleton<IMailComposer, AiBudgetMail>().AddSingleton<INotificationWriter, AiBudgetNotification>().AddSingleton<INotificationWriter, AiAlertNotification>()
        .AddScoped<RebillMonth>().AddSingleton<IChargedFacts, ChargedFacts>()
        .AddSingleton<AiOblivion>().AddSingleton<IForgetsAddresses>(services => services.GetRequiredService<AiOblivion>())
        .AddSingleton(new TakenRow("ai_accounts_by_name", AiAccountNo.NameTaken)).AddSingleton(new TakenRow("ai_budgets_by_name", AiBudgetNo.NameTaken))
        .AddExplained<ExplainAiCharge>().AddExplained<ExplainAiMonth>()
        .AddReport(services => new AiCostByClient(services.GetRequiredService<IInvoicing>()).Report)
        .AddRecord<AiAccount>("ai-account", Permission.SeeAiCosts).AddRecord<AiBudget>("ai-budget", Permission.SeeAiCosts).AddRecord<AiSeats>("ai-seats", Permission.SeeAiCosts).AddRecord<AiAlertRule>("ai-alert-rule", Permission.SeeAiCosts);

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ListAccounts.Map(app);
        OpenAccount.Map(app);
        ArrangeAccount.Map(app);
        ArchiveAccount.Map(app);
        SyncAccount.Map(app);
        WritePrice.Map(app);
        ImportPrices.Map(app);
        PriceAgain.Map(app);
        ShowUsage.Map(app);
        ListUsage.Map(app);
        ExportUsage.Map(app);
        TellCalls.Map(app);
        WriteUsage.Map(app);
        ImportUsage.Map(app);
        ListAiImports.Map(app);
        UndoAiImport.Map(app);
        ReconcileUsage.Map(app);
        ForgetUser.Map(app);
        ListAllocations.Map(app);
        WriteAllocation.Map(app);
        AgreeRebilling.Map(app);
        Rebill.Map(app);
        ChargedMonths.Map(app);
        ListAlerts.Map(app);
        AcknowledgeAlert.Map(app);
        AiSeatsWork.Map(app);
        BookSeats.Map(app);
        AgreeSeats.Map(app);
        AiBalances.Map(app);
        ShowTrends.Map(app);
        ShowForecast.Map(app);
        ListAnomalies.Map(app);
        ListAlertRules.Map(app);
        WriteAlertRule.Map(app);
        ArrangeAlertRule.Map(app);
        CompareModels.Map(app);
        ListBudgets.Map(app);
        OpenBudget.Map(app);
        ArrangeBudget.Map(app);
    }
}
