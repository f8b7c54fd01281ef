using System.Collections.Concurrent;

namespace Billing.Web;

/// <summary>How far long work of this process has come, for whoever waits for it: imports, taking an organisation out or in. Once it is done, its own page says the rest.</summary>
public sealed class WorkProgress
{
    private readonly ConcurrentDictionary<(TenantId, Guid), (string What, double Done)> _running = new();

    /// <summary>Notes that work runs, until disposed.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Chosen by who waits.</param>
    /// <param name="what">The file, or the stage.</param>
    public IDisposable Begin(TenantId tenant, Guid id, string what)
    {
        _running[(tenant, id)] = (what, 0);
        return new Running(() => _running.TryRemove((tenant, id), out _));
    }

    /// <summary>Notes how much is done, 0 to 1.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">As it began.</param>
    /// <param name="done">0 to 1.</param>
    /// <param name="what">Another stage; left out, as before.</param>
    public void Report(TenantId tenant, Guid id, double done, string? what = null)
    {
        if (_running.TryGetValue((tenant, id), out var running)) _running[(tenant, id)] = (what ?? running.What, done);
    }

    /// <summary>The running work; null when it runs no (more).</summary>
    public (string What, double Done)? Find(TenantId tenant, Guid id) => _running.TryGetValue((tenant, id), out var running) ? running : null;

    private sealed class Running(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
