namespace Billing.EventStore.Tests;

/// <summary>One node of the product, as far as the store goes.</summary>
internal sealed class Node(string connectionString, StoreModel model, TimeProvider? time = null, DaemonOptions? options = null) : IAsyncDisposable
{
    private Daemon? _daemon;

    private EventStore? _store;

    public Database Database { get; } = new(connectionString);

    public EventStore Store => _store ??= new EventStore(Database, model, time ?? TimeProvider.System);

    public Daemon Daemon => _daemon ??= new Daemon(Store, options: options);

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null) await _daemon.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        await Database.DisposeAsync();
    }
}
