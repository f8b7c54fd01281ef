using Billing.Postgres;

namespace Billing.Host;

/// <summary>The Postgres that we use: the one named in the settings, else our own.</summary>
internal sealed class DatabaseServer(string connectionString, EmbeddedPostgres? own) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    /// <summary>Our own server; null when it is somebody else's to start and stop.</summary>
    public EmbeddedPostgres? Own => own;

    /// <summary>For serving: our own server is started, and a second product on the same data is refused.</summary>
    public static async Task<DatabaseServer> Start(Settings settings, CancellationToken stop)
    {
        if (settings.ConnectionString is { } given) return new(given, null);
        var own = await EmbeddedPostgres.Start(settings.Embedded, stop);
        return new(own.ConnectionString, own);
    }

    /// <summary>For maintenance: joins the server of a running product, else starts it for the time of one command.</summary>
    public static async Task<DatabaseServer> Join(Settings settings, CancellationToken stop) =>
        settings.ConnectionString is null && EmbeddedPostgres.FindRunning(settings.Embedded) is { } running ? new(running, null) : await Start(settings, stop);

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
