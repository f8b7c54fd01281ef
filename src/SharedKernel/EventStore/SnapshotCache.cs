using Microsoft.Extensions.Caching.Memory;

namespace Billing.EventStore;

/// <summary>
/// Remembers what was read from the database for exactly as long as it is true: each value carries the snapshot it was read under,
/// and <c>pg_current_snapshot()</c> stays the same only while no transaction has ended anywhere in the server. No invalidation, no staleness,
/// correct over any number of nodes.
/// </summary>
/// <param name="capacity">Most bytes kept.</param>
public sealed class SnapshotCache(long capacity = 16 * 1024 * 1024) : IDisposable
{
    private const string Stamp = "select pg_current_snapshot()::text || pg_postmaster_start_time()::text where $1 <> ''";

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = capacity });

    /// <summary>The bytes read under the snapshot that holds now, or new ones.</summary>
    /// <param name="session">Whose, and where to read.</param>
    /// <param name="key">What, with everything it depends on besides the database, such as today's date.</param>
    /// <param name="read">Reads the database and makes the bytes; null is not remembered.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<byte[]?> Get(Session session, string key, Func<Task<byte[]?>> read, CancellationToken stop)
    {
        // read before the rows are: if it still holds later, nothing ended in between
        var stamp = await session.Read(Stamp, [], async reader => await reader.ReadAsync(stop) ? reader.GetString(0) : "", stop);
        if (_cache.TryGetValue((session.Tenant, key), out Kept? kept) && kept!.Stamp == stamp) return kept.Value;
        var value = await read();
        if (value is not null) _cache.Set((session.Tenant, key), new Kept(stamp, value), new MemoryCacheEntryOptions { Size = value.Length + 200, SlidingExpiration = TimeSpan.FromMinutes(5) });
        return value;
    }

    public void Dispose() => _cache.Dispose();

    private sealed record Kept(string Stamp, byte[] Value);
}
