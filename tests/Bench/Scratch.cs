using Billing.EventStore;
using Billing.Postgres;
using Npgsql;

namespace Billing.Bench;

/// <summary>A server of the bench's own, as durable as the product's, in a folder on disk that goes when the bench ends; and the store on it.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    public static readonly Actor Ann = new("person", "ann", "Ann Example");

    /// <summary>Two organisations, so that every figure includes the wall between them.</summary>
    private static readonly TenantId[] Tenants = [new("0"), new("1")];

    private readonly DirectoryInfo _folder;

    private Scratch(DirectoryInfo folder, EmbeddedPostgres server, Database database, EventStore.EventStore store, string version)
    {
        _folder = folder;
        (Server, Database, Store, Version) = (server, database, store, version);
    }

    public EmbeddedPostgres Server { get; }

    public Database Database { get; }

    public EventStore.EventStore Store { get; }

    /// <summary>Goes when the bench ends.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The server's version.</summary>
    public string Version { get; }

    public static async Task<Scratch> Start()
    {
        var folder = Directory.CreateTempSubdirectory("billing-bench-");
        var server = await EmbeddedPostgres.Start(new()
        {
            Directory = folder.FullName,
            Database = "bench",
            // No checkpoint in the middle of one contender's turn; otherwise the product's own settings.
            Settings = new Dictionary<string, string> { ["checkpoint_timeout"] = "30min", ["max_wal_size"] = "8GB" },
        });
        var database = new Database(server.ConnectionString);
        var model = new StoreModel().Events(typeof(Scratch).Assembly).Project(new TrackedAccountRows()).Migrate("bench", typeof(Scratch).Assembly);
        await new Migrations(database, model).Apply(CancellationToken.None);
        var scratch = new Scratch(folder, server, database, new EventStore.EventStore(database, model, TimeProvider.System), await Ask<string>(database, "show server_version"));
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
            if (await Ask<string>(database, $"show {setting}") != "on") throw new InvalidOperationException($"{setting} is not on: figures without durability mean nothing.");
        return scratch;
    }

    public static TenantId TenantOf(int writer) => Tenants[writer % 2];

    /// <summary>A session as each request opens one.</summary>
    public Session Session(int writer) => Store.Open(TenantOf(writer), Ann, "127.0.0.1", "0HN7A1B2C3D4E:00000001");

    /// <summary>Asks as the owner.</summary>
    public Task<T> Ask<T>(string sql) => Ask<T>(Database, sql);

    /// <summary>Runs statements as the owner.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await Database.OpenOwner(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Delete(true);
    }

    private static async Task<T> Ask<T>(Database database, string sql)
    {
        await using var connection = await database.OpenOwner(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
