using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Commands that look after the database and stop.</summary>
internal static class Maintenance
{
    public static async Task<int> Migrate(IModule[] modules, string[] args, CancellationToken stop)
    {
        var configuration = Settings.Read(args);
        var settings = Settings.From(configuration);
        await using var server = await DatabaseServer.Join(settings, stop);
        await using var app = Product.Build(modules, configuration, settings, server.ConnectionString, null);
        var applied = await app.Services.GetRequiredService<Migrations>().Apply(stop);
        foreach (var name in applied) Console.WriteLine($"applied {name}");
        if (applied.Count == 0) Console.WriteLine("The database is up to date.");
        return 0;
    }
}
