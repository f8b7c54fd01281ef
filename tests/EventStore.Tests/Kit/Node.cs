namespace Billing.EventStore.Tests;

/// <summary>One node of the product, as far as the store goes.</summary>
internal sealed class Node(string connectionString, StoreModel model, TimeProvider? time = null, DaemonOptions? options = null) : IAsyncDisposable
{
    private Daemon? _daemon;

    private EventStore? _store;

    public Database Database { get; } = new(connectionString);

    public EventStore Store => _store ??= new EventStore(Database, model, time ?? TimeProvider.System, StoreTest.Master);

    public Daemon Daemon => _daemon ??= new Daemon(Store, new TestLog(), options: options);

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null) await _daemon.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>What the daemon says, among a test's diagnostic messages.</summary>
internal sealed class TestLog : Microsoft.Extensions.Logging.ILogger<Daemon>
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

    public void Log<TState>(Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        TestContext.Current.SendDiagnosticMessage("{0}: {1} {2}", logLevel, formatter(state, exception), exception);
}
