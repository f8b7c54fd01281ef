using System.Runtime.CompilerServices;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>That something has happened; what exactly, the reader asks for.</summary>
/// <param name="Sequence">The event's number: resume after it.</param>
/// <param name="Type">The event's alias.</param>
/// <param name="Stream">The stream's type.</param>
/// <param name="Id">The stream.</param>
/// <param name="Version">The event's number in the stream.</param>
/// <param name="At">Time of recording, UTC.</param>
/// <param name="CorrelationId">Ties together everything that one outside act set off.</param>
public sealed record LiveChange(long Sequence, string Type, string Stream, Guid Id, long Version, DateTimeOffset At, string? CorrelationId);

/// <summary>
/// Follows the high-water mark and tells each who watches what has happened for his tenant: in order, nothing twice, nothing left out, from wherever he
/// left off. The newest few thousand changes are read once for all watchers; whoever is further behind reads his own pages. Nothing is queued
/// for anyone, so a watcher who reads slowly, or not at all, costs no memory.
/// </summary>
public sealed class LiveChanges
{
    private const int Kept = 4_096;
    private const int Page = 500;

    private const string Changes = """
        select e.seq_id, e.tenant_id, e.type, coalesce(s.type, ''), e.stream_id, e.version, e.timestamp, e.correlation_id
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.seq_id > $1 and e.seq_id <= $2 and ($4::text is null or e.tenant_id = $4) order by e.seq_id limit $3
        """;

    private readonly EventStore _store;
    private readonly Pulse _pulse;
    private readonly Signal _news = new();
    private readonly Lock _lock = new();
    private readonly List<(TenantId Tenant, LiveChange Change)> _newest = [];
    private long _from;
    private long _upTo;
    private int _watchers;

    internal LiveChanges(EventStore store, Pulse pulse) => (_store, _pulse) = (store, pulse);

    /// <summary>Everything that happens for a tenant, until stopped. Waits while nothing does.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The number last seen; null to begin with what happens from now on.</param>
    /// <param name="stop">Ends it.</param>
    public async IAsyncEnumerable<LiveChange> Follow(TenantId tenant, long? after, [EnumeratorCancellation] CancellationToken stop)
    {
        _ = tenant.Value;
        Interlocked.Increment(ref _watchers);
        try
        {
            var position = after ?? _pulse.Mark;
            while (!stop.IsCancellationRequested)
            {
                var news = _news.Next;
                var (changes, reached) = Newest(tenant, position) ?? await Older(tenant, position, stop);
                foreach (var change in changes) yield return change;
                if (reached == position) await Steady.Until(news, TimeSpan.FromSeconds(5), _store.Time, stop);
                position = reached;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    /// <summary>Reads what is new, once for all who watch.</summary>
    internal async Task Run(CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var (moved, mark) = (_pulse.Moved.Next, _pulse.Mark);
            if (mark > _upTo)
            {
                var watched = Volatile.Read(ref _watchers) > 0;
                var read = !watched ? [] : await List(_store.Database.Daemon, Changes, Row, stop, Number(_upTo), Number(mark), Number(Kept + 1), Text(null));
                Keep(read, mark, complete: watched && read.Count <= Kept);
                _news.Raise();
            }
            await Steady.Until(moved, TimeSpan.FromSeconds(5), _store.Time, stop);
        }
    }

    private void Keep(List<(TenantId, LiveChange)> read, long mark, bool complete)
    {
        lock (_lock)
        {
            if (complete)
            {
                _newest.AddRange(read);
            }
            else
            {
                _newest.Clear();
                _from = mark;
            }
            if (_newest.Count > 2 * Kept)
            {
                _newest.RemoveRange(0, _newest.Count - Kept);
                _from = _newest[0].Change.Sequence - 1;
            }
            _upTo = mark;
        }
    }

    private (List<LiveChange> Changes, long Reached)? Newest(TenantId tenant, long position)
    {
        lock (_lock)
        {
            if (position < _from) return null;
            var first = _newest.Count;
            while (first > 0 && _newest[first - 1].Change.Sequence > position) first--;
            var changes = new List<LiveChange>();
            for (var i = first; i < _newest.Count; i++)
                if (_newest[i].Tenant == tenant) changes.Add(_newest[i].Change);
            return (changes, Math.Max(position, _upTo));
        }
    }

    private async Task<(List<LiveChange> Changes, long Reached)> Older(TenantId tenant, long position, CancellationToken stop)
    {
        long upTo;
        lock (_lock) upTo = _upTo;
        var page = await List(_store.Database.Daemon, Changes, Row, stop, Number(position), Number(upTo), Number(Page), Text(tenant.Value));
        return ([.. page.Select(p => p.Change)], page.Count == Page ? page[^1].Change.Sequence : upTo);
    }

    private static (TenantId Tenant, LiveChange Change) Row(NpgsqlDataReader reader) =>
        (new TenantId(reader.GetString(1)), new LiveChange(reader.GetInt64(0), reader.GetString(2), reader.GetString(3), reader.GetGuid(4), reader.GetInt64(5), MomentAt(reader, 6), TextAt(reader, 7)));
}
