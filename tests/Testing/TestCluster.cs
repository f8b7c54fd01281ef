using System.Collections.Concurrent;
using System.Globalization;
using Billing.Postgres;
using Npgsql;

namespace Billing.Testing;

/// <summary>
/// Postgres for tests. <c>./dev test</c> starts one cluster for all test projects and names it in <c>BILLING_TEST_POSTGRES</c>;
/// a project that runs alone starts its own in a temporary folder and takes it away at its end.
/// </summary>
public static class TestCluster
{
    /// <summary>Holds the owner's connection string of a running cluster.</summary>
    public const string Variable = "BILLING_TEST_POSTGRES";

    private static readonly Lazy<Task<string>> Shared = new(Join);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static int _made;

    /// <summary>The owner's way into the shared cluster's database <c>postgres</c>. Never restart or kill that one: see <see cref="StartOwn"/>.</summary>
    public static Task<string> Owner => Shared.Value;

    /// <summary>A fresh, empty database, taken away when disposed.</summary>
    public static Task<TestDatabase> CreateDatabase(CancellationToken stop = default) => Create("template0", stop);

    /// <summary>A fresh copy of a database that <paramref name="prepare"/> filled once in this process (say, with the schema): a copy is quicker than migrating again.</summary>
    /// <param name="template">Names what was prepared.</param>
    /// <param name="prepare">Gets the owner's connection string of the empty template; must leave no open session behind.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<TestDatabase> CreateDatabase(string template, Func<string, Task> prepare, CancellationToken stop = default)
    {
        var source = await Templates.GetOrAdd(template, _ => new(async () =>
        {
            var made = await Create("template0", CancellationToken.None);
            await prepare(made.ConnectionString);
            NpgsqlConnection.ClearAllPools();
            return made.Name;
        })).Value;
        return await Create(source, stop);
    }

    /// <summary>A cluster of the caller's own, for tests that restart or kill it.</summary>
    /// <param name="maxConnections">Most sessions at once.</param>
    /// <param name="settings">Server settings that this test is about.</param>
    public static async Task<OwnCluster> StartOwn(int maxConnections = 100, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = TemporaryFolder();
        return new OwnCluster(await EmbeddedPostgres.Start(new() { Directory = folder, Database = "test", MaxConnections = maxConnections, Durable = false, Settings = settings ?? new Dictionary<string, string>() }), folder);
    }

    internal static async Task Execute(string connectionString, string sql, CancellationToken stop = default)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<TestDatabase> Create(string template, CancellationToken stop)
    {
        var owner = await Owner;
        var name = string.Create(CultureInfo.InvariantCulture, $"t_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await Execute(owner, $"create database {name} template {template} strategy file_copy", stop);
        return new TestDatabase(name, new NpgsqlConnectionStringBuilder(owner) { Database = name }.ConnectionString, owner);
    }

    private static async Task<string> Join()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        Leftovers.Sweep();
        var folder = TemporaryFolder();
        var cluster = await EmbeddedPostgres.Start(new() { Directory = folder, Database = "postgres", MaxConnections = 200, Durable = false, Settings = new Dictionary<string, string> { ["max_wal_size"] = "256MB" } });
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Leftovers.Delete(folder);
        };
        return cluster.ConnectionString;
    }

    private static string TemporaryFolder()
    {
        var folder = Path.Combine(Leftovers.Place, Leftovers.Prefix + string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref _made)}"));
        Directory.CreateDirectory(folder);
        return folder;
    }
}
