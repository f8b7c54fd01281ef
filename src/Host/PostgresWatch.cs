using Billing.Postgres;

namespace Billing.Host;

/// <summary>While the product serves, a Postgres of our own that ends unasked is started again. Somebody else's is his to start.</summary>
internal sealed class PostgresWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _enough = new();
    private readonly Task _watching;

    public PostgresWatch(EmbeddedPostgres? own, ILogger<PostgresWatch> log) =>
        _watching = own is null ? Task.CompletedTask : Task.Run(() => own.KeepRunning(said => log.LogError("{Said}", said), _enough.Token));

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _watching;
        _enough.Dispose();
    }
}
