using Billing.EventStore;
using Billing.Testing;
using Billing.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests;

/// <summary>Databases that have the schema of some modules: it is migrated once in this process and copied for each test, which is quicker.</summary>
internal static class Migrated
{
    /// <summary>A fresh one, with nothing but the schema.</summary>
    public static Task<TestDatabase> Database(params IModule[] modules) => TestCluster.CreateDatabase(
        string.Join(' ', modules.Select(module => module.Name)),
        async empty =>
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Secrets:MasterKey"] = MasterKey.New().Reveal(), ["Logging:LogLevel:Default"] = "None" }).Build();
            await using var app = Product.Build(modules, configuration, Settings.From(configuration), empty, null);
            await app.Services.GetRequiredService<Migrations>().Apply(CancellationToken.None);
        });
}
