using Billing.Postgres;

namespace Billing.Testing;

/// <summary>One database of the shared cluster, for one test or one class of tests.</summary>
/// <param name="Name">Its name in the cluster.</param>
/// <param name="ConnectionString">The owner's way in.</param>
/// <param name="Owner">The owner's way into the cluster.</param>
public sealed record TestDatabase(string Name, string ConnectionString, string Owner) : IAsyncDisposable
{
    /// <summary>Cuts its sessions and drops it.</summary>
    public async ValueTask DisposeAsync() => await TestCluster.Execute(Owner, $"drop database if exists {Name} with (force)");
}

/// <summary>A cluster that one test owns and may restart or kill.</summary>
/// <param name="Postgres">The server.</param>
/// <param name="Folder">Its temporary folder.</param>
public sealed record OwnCluster(EmbeddedPostgres Postgres, string Folder) : IAsyncDisposable
{
    /// <summary>The owner's way into its database <c>test</c>.</summary>
    public string ConnectionString => Postgres.ConnectionString;

    /// <summary>Stops it and takes its folder away.</summary>
    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        Leftovers.Delete(Folder);
    }
}
