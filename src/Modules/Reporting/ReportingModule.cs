using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Reporting;

/// <summary>Tells the reports that modules offer, as of now or of any instant before. It owns no facts of theirs, and of its own only which reports are asked for again and again.</summary>
public sealed class ReportingModule : IModule
{
    public string Name => "reporting";

    public void AddToStore(StoreModel store) => store
        .Events(typeof(ReportingModule).Assembly)
        .Project(new SavedReportRows())
        .Handle<ReportMailDay>()
        .Migrate(Name, typeof(ReportingModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<ReportDesk>().AddSingleton<IMailComposer, SavedReportMail>().AddSingleton(new TakenRow("reporting_saved_reports_by_name", SavedReportNo.NameTaken))
        .AddRecord<SavedReport>("saved-report", Permission.KeepReports);

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ListReports.Map(app);
        ShowReport.Map(app);
        ReplayReport.Map(app);
        ExportReport.Map(app);
        SaveReport.Map(app);
        AmendSavedReport.Map(app);
        AgreeReportMail.Map(app);
    }
}
