using Billing.EventStore;
using Billing.Invoicing.Contracts;
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
        .Project(new ProjectRows())
        .Project(new SiteRows())
        .Belongs(SupportBelongings.Descriptions)
        .Handle<When_an_invoice_moves>()
        .Project(new SourceConnectionRows())
        .Project(new MessageImportRows())
        .Belongs(SourceBelongings.Passes)
        .Belongs(SourceBelongings.Lines)
        .Belongs(SourceBelongings.Outside)
        .Handle<When_a_pass_is_due>()
        .Handle<SourcePassesDue>()
        .Migrate(Name, typeof(SupportModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<SourceCalls>().AddSingleton<FluentReader>().AddSingleton<TwentyReader>().AddSingleton<SourceCredentials>().AddSingleton<FluentTaking>().AddSingleton<TwentyTaking>().AddSingleton<SourceSync>().AddSingleton<ReceiveNudge>()
        .AddScoped<ImportMessages>().AddSingleton(new TakenRow("support_connections_by_name", ConnectionNo.NameTaken))
        .AddScoped<RequestDesk>().AddScoped<MonthReading>().AddSingleton<IChargedFacts, BilledLines>().AddSingleton<IFollowsClients, SupportOfDoubles>()
        .AddSingleton(new TakenRow("support_requests_by_outside_id", RequestNo.OutsideIdTaken)).AddSingleton(new TakenRow("support_projects_by_outside_id", ProjectNo.OutsideIdTaken)).AddSingleton(new TakenRow("support_sites_by_outside_id", SiteNo.OutsideIdTaken))
        .AddRecord<SupportRequest>("support-request", Permission.SeeSupport).AddRecord<SupportProject>("support-project", Permission.SeeSupport).AddRecord<SupportSite>("support-site", Permission.SeeSupport);

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        KeepCategories.Map(app);
        AgreeRates.Map(app);
        AgreeAllowance.Map(app);
        ListRequests.Map(app);
        ShowStatistics.Map(app);
        WriteRequest.Map(app);
        AmendRequest.Map(app);
        PutRequestAway.Map(app);
        AmendManyRequests.Map(app);
        ExportRequests.Map(app);
        ListProjects.Map(app);
        PlanProject.Map(app);
        AmendProject.Map(app);
        ListSites.Map(app);
        TakeOnSite.Map(app);
        AmendSite.Map(app);
        ListHostingMonths.Map(app);
        ListMonths.Map(app);
        ShowMonth.Map(app);
        CloseMonth.Map(app);
        KeepMessageLists.Map(app);
        ImportMessages.Map(app);
        UndoMessageImport.Map(app);
        ListMessageImports.Map(app);
        ConnectSource.Map(app);
        ArrangeConnection.Map(app);
        ConnectionDesk.Map(app);
        SyncConnection.Map(app);
        UndoPass.Map(app);
        ReceiveNudge.Map(app);
    }
}
