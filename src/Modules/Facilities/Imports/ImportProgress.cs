using System.Collections.Concurrent;

namespace Billing.Facilities;

/// <summary>How far the imports of this process have come. Once an import is taken, its stream says the rest.</summary>
internal sealed class ImportProgress
{
    private readonly ConcurrentDictionary<(TenantId, ImportId), (string FileName, double Done)> _running = new();

    /// <summary>Notes that an import runs, until disposed.</summary>
    public IDisposable Begin(TenantId tenant, ImportId id, string fileName)
    {
        _running[(tenant, id)] = (fileName, 0);
        return new Running(() => _running.TryRemove((tenant, id), out _));
    }

    /// <summary>Notes how much is done, 0 to 1.</summary>
    public void Report(TenantId tenant, ImportId id, double done)
    {
        if (_running.TryGetValue((tenant, id), out var running)) _running[(tenant, id)] = running with { Done = done };
    }

    /// <summary>The running import; null when it runs no (more).</summary>
    public (string FileName, double Done)? Find(TenantId tenant, ImportId id) => _running.TryGetValue((tenant, id), out var running) ? running : null;

    private sealed class Running(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
