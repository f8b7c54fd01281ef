using Microsoft.Extensions.Caching.Memory;

namespace Billing.EventStore;

/// <summary>
/// Remembers what was computed from the database for exactly as long as it is true: each value carries the snapshot it was computed under,
/// and <c>pg_current_snapshot()</c> stays the same only while no transaction has ended anywhere in the server. No invalidation, no staleness,
/// correct over any number of nodes.
/// </summary>
public sealed class SnapshotCache(int capacity = 2_000) : IDisposable
{
    /// <summary>An expression to select beside the rows: the snapshot, and the server's start so that a restored server is another one.</summary>
    public const string Stamp = "pg_current_snapshot()::text || pg_postmaster_start_time()::text";

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = capacity });

    /// <summary>The value computed under that very snapshot, or a new one.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="key">What, with everything it depends on besides the database, such as today's date.</param>
    /// <param name="stamp">The value of <see cref="Stamp"/>, read before <paramref name="compute"/> reads.</param>
    /// <param name="compute">Reads the database.</param>
    public async Task<T> Get<T>(TenantId tenant, string key, string stamp, Func<Task<T>> compute)
    {
        if (_cache.TryGetValue((tenant, key), out (string Stamp, object? Value) known) && known.Stamp == stamp) return (T)known.Value!;
        var value = await compute();
        _cache.Set((tenant, key), (stamp, (object?)value), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(5) });
        return value;
    }

    public void Dispose() => _cache.Dispose();
}
