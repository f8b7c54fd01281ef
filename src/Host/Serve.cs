using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>The product at work: database, schema, API, dashboard, until it is asked to stop.</summary>
internal static class Serve
{
    public static async Task<int> Run(IModule[] modules, string[] args, CancellationToken stop)
    {
        var configuration = Settings.Read(args);
        var settings = Settings.From(configuration);
        settings.RequireFreePort();
        MasterKeyFile.Require(settings);
        await using var server = await DatabaseServer.Start(settings, stop);
        if (server.Own?.Elsewhere is { } elsewhere) Console.Error.WriteLine($"Postgres may not enter {settings.Embedded.Directory}; its data lie in {elsewhere}.");
        settings = MasterKeyFile.Complete(settings);
        using var telemetry = Telemetry.Start(configuration);
        await using var app = Product.Build(modules, configuration, settings, server.ConnectionString, telemetry);
        await app.Services.GetRequiredService<Migrations>().Apply(stop);
        await MasterKeyFile.Keep(settings, configuration, app.Services.GetRequiredService<KeyRing>(), stop);
        await Product.Welcome(app, modules, stop);
        await using var watch = new PostgresWatch(server.Own, app.Services.GetRequiredService<ILogger<PostgresWatch>>());
        await app.StartAsync(stop);
        if (configuration["demo"] is { Length: > 0 } file) await Demo.Fill(app.Urls.First(), file, stop);
        Console.Out.WriteLine($"Billing is at {string.Join(" and ", app.Urls)}");
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var asked = stop.Register(stopping.StopApplication);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }
}
