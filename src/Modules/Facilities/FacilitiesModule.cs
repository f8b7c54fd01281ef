using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Facilities;

/// <summary>Billing a set of facilities on repeating cycles.</summary>
public sealed class FacilitiesModule : IModule
{
    public string Name => "facilities";

    public void AddToStore(StoreModel store) => store
        .Events(typeof(FacilitiesModule).Assembly)
        .Project(new StatusSetRows())
        .Project(new FacilityGroupRows())
        .Project(new FacilityRows())
        .Project(new BillingRecordRows())
        .Project(new ImportRows())
        .Project(new ActivityRows())
        .Migrate(Name, typeof(FacilitiesModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Habits>().AddScoped<Directory>().AddScoped<Grid>().AddScoped<RecordCharges>().AddScoped<TakeImport>();
        foreach (var taken in TakenRows.All) services.AddSingleton(taken);
        services.AddExplained<ExplainBillingRecord>().AddExplained<ExplainBilledFacility>();
        services.AddRecord<Facility>("facility", Permission.SeeFacilities).AddRecord<FacilityGroup>("facility-group", Permission.SeeFacilities).AddRecord<BillingRecord>("billing-record", Permission.SeeFacilities).AddRecord<StatusSet>("status-set", Permission.SeeFacilities);
        services.AddReport(FacilitiesByGroup.Report);
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        StatusSetEndpoints.Map(app);
        GroupEndpoints.Map(app);
        FacilityEndpoints.Map(app);
        RecordEndpoints.Map(app);
        SettingsPage.Map(app);
        TakeImport.Map(app);
        ListImports.Map(app);
        UndoImport.Map(app);
        ListActivity.Map(app);
    }

    public Task Welcome(Session session, CancellationToken stop) => DefaultStatusSet.Ensure(session, stop);
}
