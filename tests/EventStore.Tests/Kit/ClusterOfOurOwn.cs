using Billing.Testing;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>A server with thirty sessions that a class of tests may restart and kill. Commits are synchronous, so what was acknowledged survives a kill.</summary>
public sealed class ClusterOfOurOwn : IAsyncLifetime
{
    private int _made;

    public OwnCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await TestCluster.StartOwn(maxConnections: 30, settings: new Dictionary<string, string> { ["synchronous_commit"] = "on" });

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    public async Task<string> CreateDatabase()
    {
        var name = $"d{++_made}";
        await using var connection = new NpgsqlConnection(Cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Cluster.Postgres.ConnectionTo(name);
    }
}

/// <summary>The classes that share it take turns.</summary>
[CollectionDefinition(nameof(ClusterOfOurOwn))]
public sealed class SharedClusterOfOurOwn : ICollectionFixture<ClusterOfOurOwn>;
