using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Subscriptions;

/// <summary>What clients subscribe to: plans, the days on which they are billed, and what a change within them costs.</summary>
public sealed class SubscriptionsModule : IModule
{
    public string Name => "subscriptions";

    public void AddToStore(StoreModel store) => store
        .Events(typeof(SubscriptionsModule).Assembly)
        .Project(new PlanRows())
        .Project(new SubscriptionRows())
        .Project(new SubscriptionLives())
        .Project(new MirroredSubscriptionRows())
        .Project(new OwnOrganisationRows())
        .Handle<When_a_period_begins>()
        .Handle(new When_a_trial_ends_soon())
        .Handle(new SubscriptionBorders())
        .AddStripe()
        .AddCollecting()
        .AddCheckout()
        .AddPortal()
        .Migrate(Name, typeof(SubscriptionsModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddStripe()
        .AddCollecting()
        .AddCheckout()
        .AddPortal()
        .AddScoped<SubscriptionDesk>()
        .AddSingleton<IChargedFacts, BilledFacts>()
        .AddSingleton<IMailComposer, TrialMail>()
        .AddSingleton<INotificationWriter, AttemptFailedNotification>().AddSingleton<INotificationWriter, CollectionExhaustedNotification>().AddSingleton<INotificationWriter, PaymentDisputedNotification>()
        .AddSingleton<IBinding, BillsOrganisations>()
        .AddSingleton<SoldEntitlements>().AddSingleton<IEntitlements>(provider => provider.GetRequiredService<SoldEntitlements>()).AddHostedService(provider => provider.GetRequiredService<SoldEntitlements>())
        .AddSingleton(new TakenRow("subscriptions_organisations_by_client", MakeClient.ClientTaken))
        .AddSingleton(new TakenRow("subscriptions_plans_by_code", PlanNo.CodeTaken))
        .AddRecord<Plan>("plan", Permission.SeeSubscriptions).AddRecord<Subscription>("subscription", Permission.SeeSubscriptions)
        .AddExplained<ExplainSubscriptionLine>().AddExplained<ExplainSubscription>().AddExplained<ExplainRevenue>().AddReport(MrrMovements.Report)
        .AddSingleton(new TakenRow("subscriptions_of_a_family", SubscriptionNo.AlreadySubscribed));

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ListPlans.Map(app);
        OfferPlan.Map(app);
        ReviseOffer.Map(app);
        ArchivePlan.Map(app);
        LinkPlanOutside.Map(app);
        SeedPlans.Map(app);
        PreviewPlan.Map(app);
        ArrangeSubscriptions.Map(app);
        SubscriptionEndpoints.Map(app);
        ListMirroredSubscriptions.Map(app);
        MakeClient.Map(app);
        ShowRevenue.Map(app);
        ListMovements.Map(app);
        app.MapStripe();
        app.MapCollecting();
        app.MapCheckout();
        app.MapPortal();
    }
}
