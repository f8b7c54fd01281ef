using Microsoft.Extensions.Caching.Memory;

namespace Billing.EventStore;

/// <summary>A folded stream: its state, its version and the inline rows that go with it. Immutable.</summary>
internal sealed record Folded(object State, long Version, object?[] Rows);

/// <summary>
/// Streams as last seen, per tenant. Safe because every append checks the version: after a conflict the entry is dropped and the stream read again.
/// Only what has been committed gets in.
/// </summary>
internal sealed class StreamCache(int capacity = 20_000) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = capacity });

    public Folded? Find(TenantId tenant, string type, Guid id) => _cache.TryGetValue((tenant, type, id), out Folded? folded) ? folded : null;

    public void Keep(TenantId tenant, string type, Guid id, Folded folded) =>
        _cache.Set((tenant, type, id), folded, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });

    public void Drop(TenantId tenant, string type, Guid id) => _cache.Remove((tenant, type, id));

    public void Clear() => _cache.Clear();

    public void Dispose() => _cache.Dispose();
}
