using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Http;
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
        .Project(new PortalUserRows())
        .Belongs(PortalOblivion.Visits)
        .Handle(new PortalSwept())
        .Belongs(SourceBelongings.Passes)
        .Belongs(SourceBelongings.Lines)
        .Belongs(SourceBelongings.Outside)
        .Handle<When_a_pass_is_due>()
        .Handle<SourcePassesDue>()
        .Migrate(Name, typeof(SupportModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<SourceCalls>().AddSingleton<FluentReader>().AddSingleton<TwentyReader>().AddSingleton<SourceCredentials>().AddSingleton<FluentTaking>().AddSingleton<TwentyTaking>().AddSingleton<SourceSync>().AddSingleton<ReceiveNudge>()
        .AddSingleton<INotificationWriter, SourceShutNotification>().AddScoped<ImportMessages>().AddScoped<ImportRequests>().AddSingleton(new TakenRow("support_connections_by_name", ConnectionNo.NameTaken))
        .AddScoped<RequestDesk>().AddScoped<MonthReading>().AddSingleton<IChargedFacts, BilledLines>().AddSingleton<IFollowsClients, SupportOfDoubles>()
        .AddSingleton(new TakenRow("support_requests_by_outside_id", RequestNo.OutsideIdTaken)).AddSingleton(new TakenRow("support_projects_by_outside_id", ProjectNo.OutsideIdTaken)).AddSingleton(new TakenRow("support_sites_by_outside_id", SiteNo.OutsideIdTaken))
        .AddSingleton<PortalDoor>().AddSingleton<PortalAsking>().AddSingleton<PortalMark>().AddSingleton<IGuests, PortalGuests>().AddScoped(services => PortalGuests.Of(services.GetRequiredService<IHttpContextAccessor>()))
        .AddSingleton<IMailComposer, PortalInvitationMail>().AddSingleton<IMailComposer, PortalLinkMail>().AddSingleton<PortalOblivion>().AddSingleton<IForgetsAddresses>(services => services.GetRequiredService<PortalOblivion>()).AddSingleton<IForgetsClients>(services => services.GetRequiredService<PortalOblivion>())
        .AddSingleton(new TakenRow("support_portal_users_once", PortalNo.Known)).AddRecord<PortalUser>("portal-user", Permission.ArrangeSupport)
        .AddExplained<ExplainMonthLine>().AddExplained<ExplainMonth>()
        .AddReport(services => new SupportProfitability(services.GetRequiredService<IInvoicing>()).Report)
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
        ImportRequests.Map(app);
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
        InvitePortalUser.Map(app);
        AmendPortalUser.Map(app);
        ListPortalUsers.Map(app);
        AskForPortalLink.Map(app);
        EnterPortal.Map(app);
        PortalMe.Map(app);
        PortalTickets.Map(app);
        PortalSites.Map(app);
        PortalProjects.Map(app);
        PortalInvoices.Map(app);
    }
}
