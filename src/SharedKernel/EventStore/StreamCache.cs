using System.Collections.Concurrent;

namespace Billing.EventStore;

/// <summary>A folded stream: its state, its version and the inline rows that go with it. Immutable.</summary>
internal sealed record Folded(object State, long Version, object?[] Rows);

/// <summary>
/// Streams as last seen, per tenant. Safe because every append checks the version: after a conflict the entry is dropped and the stream read again.
/// Only what has been committed gets in. Two generations: when the young one is full it becomes the old one, and what was not asked for since then goes.
/// </summary>
internal sealed class StreamCache(int capacity = 20_000)
{
    private ConcurrentDictionary<(TenantId, string, Guid), Folded> _young = new();
    private ConcurrentDictionary<(TenantId, string, Guid), Folded> _old = new();
    private int _inYoung;
    private int _era;

    /// <summary>Goes on with each <see cref="Clear"/>: what was read in an earlier era is not kept.</summary>
    public int Era => Volatile.Read(ref _era);

    public Folded? Find(TenantId tenant, string type, Guid id)
    {
        if (_young.TryGetValue((tenant, type, id), out var folded)) return folded;
        if (!_old.TryRemove((tenant, type, id), out folded)) return null;
        Keep(tenant, type, id, folded, Era);
        return folded;
    }

    public void Keep(TenantId tenant, string type, Guid id, Folded folded, int era)
    {
        if (!_young.TryAdd((tenant, type, id), folded)) _young[(tenant, type, id)] = folded;
        else if (Interlocked.Increment(ref _inYoung) == capacity / 2)
        {
            _old = Interlocked.Exchange(ref _young, new());
            _inYoung = 0;
        }
        if (era != Era) Drop(tenant, type, id);
    }

    public void Drop(TenantId tenant, string type, Guid id)
    {
        _young.TryRemove((tenant, type, id), out _);
        _old.TryRemove((tenant, type, id), out _);
    }

    public void Clear()
    {
        Interlocked.Increment(ref _era);
        _young.Clear();
        _old.Clear();
    }
}
