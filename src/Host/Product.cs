using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Billing.Host;

/// <summary>Puts the product together: server, edge, modules, dashboard. Nothing runs yet.</summary>
internal static class Product
{
    public static WebApplication Build(IModule[] modules, IConfiguration configuration, Settings settings, string connectionString, Telemetry? telemetry, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "billing", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Billing", connectionString)]);
        Logs(builder, telemetry);
        Server(builder, settings);
        builder.Services.AddRoutingCore().AddEdge().AddApiDescription().AddCompression();
        builder.Services.AddSingleton(time ?? TimeProvider.System).AddSingleton(_ => new Dashboard(settings.DashboardFolder));
        AddStore(builder.Services, modules, connectionString, settings);
        builder.Services.AddAccess().AddSingleton(settings).AddSingleton(settings.AuditRetention).AddSingleton<IReadOnlyList<IModule>>(modules);
        builder.Services.AddSingleton<IHealthPart, DatabaseHealth>().AddSingleton<IHealthParts, StoreHealthParts>();
        if (settings.Replica is not null) builder.Services.AddSingleton<IHealthPart, ReplicaHealth>();
        builder.Services.AddSingleton(services => new PublicAddress(settings.PublicAddress, services.GetService<IServer>())).AddOutgoing(builder.Configuration);
        builder.Services.AddHostedService<IdleMemory>().AddSingleton<Sample.SampleStage>();
        foreach (var module in modules) module.AddServices(builder.Services, builder.Configuration);

        var app = builder.Build();
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseEdge();
        app.UseOwnSite(settings.Hosts);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseMiddleware<DashboardFiles>();
        app.UseAccess();
        app.UseJsonBodies();
        app.UseIdempotency();
        HealthPage.Map(app);
        DatabaseHealth.Map(app);
        OrganisationPage.Map(app);
        LivePage.Map(app);
        OperationsPages.Map(app);
        Sample.SamplePages.Map(app);
        AuditPages.Map(app);
        HistoryPages.Map(app);
        ExplainPages.Map(app);
        SecurityText.Map(app, settings.SecurityContact);
        ApiDescription.Map(app);
        foreach (var module in modules) module.MapEndpoints(app.MapGroup("").WithMetadata(new ModuleName(module.Name, module.InEverybodysTime)).WithTags(char.ToUpperInvariant(module.Name[0]) + module.Name[1..]));
        return app;
    }

    /// <summary>Gives every organisation what each module says it begins with: after an upgrade that may be more than when it was founded.</summary>
    public static async Task Welcome(WebApplication app, IModule[] modules, CancellationToken stop)
    {
        var store = app.Services.GetRequiredService<EventStore.EventStore>();
        foreach (var tenant in await app.Services.GetRequiredService<IOrganisations>().All(stop))
            foreach (var module in modules) await module.Welcome(store.Open(tenant, Actor.System), stop);
    }

    /// <summary>The product for documents about it: without database and port, never started.</summary>
    public static WebApplication Describe(IModule[] modules)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Default", "Warning")]).Build();
        return Build(modules, configuration, Settings.From(configuration), "Host=nowhere.example.test;Username=nobody", null);
    }

    private static void AddStore(IServiceCollection services, IModule[] modules, string connectionString, Settings settings)
    {
        var model = new StoreModel();
        foreach (var module in modules) module.AddToStore(model);
        services.AddSingleton(model);
        services.AddSingleton(_ => new Database(connectionString, replica: settings.Replica));
        services.AddSingleton<Migrations>();
        services.AddSingleton(provider => new EventStore.EventStore(provider.GetRequiredService<Database>(), model, provider.GetRequiredService<TimeProvider>(), settings.Keys));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton<Daemon>().AddHostedService(provider => provider.GetRequiredService<Daemon>());
        services.AddSingleton(provider => provider.GetRequiredService<Daemon>().Live);
        services.AddCommands();
    }

    private static void Server(WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls(settings.Url.Split(';', StringSplitOptions.RemoveEmptyEntries)).ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            // What cannot be parsed (400), is no HTTP of ours (505), has too long a line (414) or too large headers (431) or sends them too slowly (408), Kestrel
            // answers before there is a request: no body, none of our headers, the line is closed. It offers no way to put a problem there.
            server.Limits.MaxRequestBodySize = BodyLimit.Normal;
            server.Limits.MaxRequestLineSize = 8 * 1024;
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            server.Limits.MaxRequestHeaderCount = 64;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            server.Configure(builder.Configuration.GetSection("Kestrel"));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        // A form is read whole by whoever asks for it; no part of one may be larger than an import.
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = BodyLimit.Import);
    }

    private static void Logs(WebApplicationBuilder builder, Telemetry? telemetry)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        if (builder.Configuration["Logging:Console:FormatterName"] == "simple") builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        telemetry?.AddLogs(builder.Logging);
    }

    private static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // no answer mixes a secret with text of the asker's choice
            compression.MimeTypes = ["application/json", Problem.MediaType, "text/csv", "text/plain", "text/html"];
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = System.IO.Compression.CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = System.IO.Compression.CompressionLevel.Fastest);
}
