using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Usage;

/// <summary>What clients use, and what a price makes of it.</summary>
public sealed class UsageModule : IModule
{
    public string Name => "usage";

    public void AddToStore(StoreModel store) => UsageByMeter.Tables.Aggregate(store, (all, table) => all.TellsItsPast(table))
        .Events(typeof(UsageModule).Assembly)
        .Project(new MeterRows())
        .Project(new BackfillRows())
        .Handle(new When_a_backfill_is_undone())
        .Project(new SubjectLimitRows())
        .Project(new LimitAlertRows())
        .Handle<LimitsLookedOver>()
        .Handle<MonthsAhead>()
        .Promise(UsageHours.Promise, UsageHours.Broken)
        .Project(new WalletRows())
        .Project(new CouponRows())
        .Belongs(UsageBelongings.Events)
        .Belongs(UsageBelongings.Backfills)
        .Belongs(UsageBelongings.Reports)
        .Project(new PlanRows())
        .Project(new SubjectRows())
        .Project(new UsageBillRows())
        .Handle<When_a_period_has_ended>()
        .Handle<PeriodEnds>()
        .Migrate(Name, typeof(UsageModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<KnownMeters>().AddSingleton<Intake>();
        services.AddSingleton<KnownLimits>().AddScoped<EventLimits>().AddSingleton<IMailComposer, LimitMail>().AddSingleton<INotificationWriter, LimitNotification>().AddSingleton<LimitAlerts>().AddSingleton<LimitWatch>().AddHostedService(provider => provider.GetRequiredService<LimitWatch>());
        foreach (var taken in TakenRows.All) services.AddSingleton(taken);
        services.AddRecord<Meter>("meter", Permission.SeeUsage).AddRecord<UsagePlan>("usage-plan", Permission.SeeUsage).AddRecord<UsageBill>("usage-bill", Permission.SeeUsage).AddRecord<Wallet>("wallet", Permission.SeeUsage).AddRecord<Coupon>("coupon", Permission.SeeUsage);
        services.AddExplained<ExplainUsageBill>().AddExplained<ExplainBilledLine>().AddExplained<ExplainWallet>().AddExplained<ExplainTopUp>();
        services.AddReport(UsageByMeter.Report);
        services.AddScoped<WalletWork>().AddScoped<PlanDesk>().AddSingleton<IChargedFacts, BilledFacts>().AddSingleton<IMeteredUsage, MeteredUsage>().AddSingleton<ICoupons, KnownCoupons>().AddSingleton(new TakenRow("usage_coupons_by_code", CouponNo.CodeTaken));
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        MeterEndpoints.Map(app);
        TakeEvents.Map(app);
        BackfillEndpoints.Map(app);
        LimitEndpoints.Map(app);
        ShowUsage.Map(app);
        ListUsage.Map(app);
        CorrectUsage.Map(app);
        ReportUsage.Map(app);
        ReportStatistics.Map(app);
        QuotePrice.Map(app);
        WalletEndpoints.Map(app);
        CouponEndpoints.Map(app);
        PlanEndpoints.Map(app);
        BillEndpoints.Map(app);
        CompareWithPlan.Map(app);
    }
}
