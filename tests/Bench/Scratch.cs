using System.Globalization;
using Billing.EventStore;
using Billing.Postgres;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>A server of the bench's own, as durable as the product's, in a folder on disk that goes when the bench ends.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    /// <summary>An address of the product whose answer takes a query.</summary>
    public const string First = "/api/auth/setup";

    private readonly DirectoryInfo _folder;

    private Scratch(DirectoryInfo folder, EmbeddedPostgres server) => (_folder, Server) = (folder, server);

    public EmbeddedPostgres Server { get; }

    /// <summary>Goes when the bench ends.</summary>
    public string Folder => _folder.FullName;

    public static async Task<Scratch> Start()
    {
        var folder = Directory.CreateTempSubdirectory("billing-bench-");
        return new Scratch(folder, await EmbeddedPostgres.Start(new()
        {
            Directory = Path.Combine(folder.FullName, "server"),
            // No checkpoint in the middle of one contender's turn; otherwise the product's own settings.
            Settings = new Dictionary<string, string> { ["checkpoint_timeout"] = "30min", ["max_wal_size"] = "8GB" },
        }));
    }

    /// <summary>An empty database.</summary>
    public async Task<Database> Create(string name)
    {
        await using var first = new Database(Server.ConnectionString);
        await Billing.Bench.Bed.Execute(first, $"create database {name}");
        return new Database(Server.ConnectionTo(name));
    }

    /// <summary>The product as it is served, on a database that was created here.</summary>
    public Task<Served> Serve(string database, int port) => Served.Start(Repository.Host, ["serve"], port, First, new Dictionary<string, string>(Settings(database, port)) { ["Logging__LogLevel__Default"] = "Error" });

    /// <summary>What a product on that database is configured with.</summary>
    public Dictionary<string, string> Settings(string database, int port) => new()
    {
        ["ConnectionStrings__Billing"] = Server.ConnectionTo(database), ["Secrets__MasterKey"] = MasterKey.New().Reveal(), ["PORT"] = port.ToString(CultureInfo.InvariantCulture), ["Limits__RequestsPerMinute"] = "1000000",
    };

    /// <summary>A database of its own with a store on it.</summary>
    public async Task<Bed> Bed(string name, params Projection[] projections)
    {
        var model = new StoreModel().Events(typeof(Scratch).Assembly).Migrate("bench", typeof(Scratch).Assembly);
        foreach (var projection in projections) model.Project(projection);
        var bed = new Bed(this, name, await Create(name), model);
        await new Migrations(bed.Database, model).Apply(CancellationToken.None);
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
            if (await bed.Ask<string>($"show {setting}") != "on") throw new InvalidOperationException($"{setting} is not on: figures without durability mean nothing.");
        return bed;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(true);
    }
}
