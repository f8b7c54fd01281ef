using System.Diagnostics;
using Billing.Postgres;
using Billing.Testing;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>A server and a physical standby that follows it, made of a copy of its folder while it runs.</summary>
internal sealed class FollowedCluster : IAsyncDisposable
{
    private readonly OwnCluster _first;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-standby-");
    private EmbeddedPostgres? _second;

    private FollowedCluster(OwnCluster first) => _first = first;

    /// <summary>The owner's way into the database.</summary>
    public string Database => _first.ConnectionString;

    /// <summary>What is different of the standby.</summary>
    public string Replica => new NpgsqlConnectionStringBuilder { Host = _second!.SocketDirectory }.ConnectionString;

    public static async Task<FollowedCluster> Start()
    {
        var cluster = new FollowedCluster(await TestCluster.StartOwn(30, new Dictionary<string, string> { ["wal_level"] = "replica", ["max_wal_senders"] = "4" }));
        try
        {
            var data = Path.Combine(cluster._folder.FullName, "postgres");
            await using (var connection = new NpgsqlConnection(cluster.Database + ";Pooling=false"))
            {
                await connection.OpenAsync();
                var source = (string)(await Sql.Ask(connection, "select current_setting('data_directory')", CancellationToken.None))!;
                await Sql.Ask(connection, "select pg_backup_start('standby', true)", CancellationToken.None);
                await Run("cp", "-a", source, data); // what vanishes meanwhile is not missed: the log has it
                var label = (string)(await Sql.Ask(connection, "select labelfile from pg_backup_stop(false)", CancellationToken.None))!;
                File.Delete(Path.Combine(data, "postmaster.pid"));
                foreach (var (name, text) in new[] { ("backup_label", label), ("standby.signal", "") })
                {
                    await Run("cp", "-a", Path.Combine(data, "PG_VERSION"), Path.Combine(data, name)); // for its owner
                    await File.WriteAllTextAsync(Path.Combine(data, name), text);
                }
            }
            cluster._second = await EmbeddedPostgres.Start(new()
            {
                Directory = cluster._folder.FullName, Database = "postgres", MaxConnections = 30, Durable = false,
                Settings = new Dictionary<string, string> { ["primary_conninfo"] = $"host={cluster._first.Postgres.SocketDirectory} user=postgres", ["hot_standby"] = "on" },
            });
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the database writes comes, and is not taken up.</summary>
    public Task Pause() => Say("select pg_wal_replay_pause()");

    public Task Resume() => Say("select pg_wal_replay_resume()");

    public Task Kill() => _second!.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_second is not null) await _second.DisposeAsync();
        await _first.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        _folder.Delete(true);
    }

    private async Task Say(string sql)
    {
        await using var connection = new NpgsqlConnection(_second!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await Sql.Ask(connection, sql, CancellationToken.None);
    }

    private static async Task Run(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        await process.WaitForExitAsync();
        Assert.InRange(process.ExitCode, 0, 1);
    }
}
