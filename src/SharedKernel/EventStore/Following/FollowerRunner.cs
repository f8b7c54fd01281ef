using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>Keeps a follower up to the high-water mark, page by page. The checkpoint is moved only from where this runner left it, so one that was replaced without noticing cannot write.</summary>
internal sealed class FollowerRunner(EventStore store, LogFollower follower, Pulse pulse)
{
    private const int FullPage = 500;

    private const string Begin = """
        insert into mt_event_progression (name, last_seq_id, last_updated)
        select $1, coalesce((select max(seq_id) from mt_events), 0), clock_timestamp() on conflict do nothing
        """;

    private const string Page = """
        select e.seq_id, e.tenant_id, e.id, n.today, coalesce(s.type, ''), e.stream_id, e.version, e.timestamp
        from mt_events e join unnest($3, $4) as n (stored, today) on n.stored = e.type left join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.seq_id > $1 and e.seq_id <= $2 and not coalesce(e.headers ? 'moved', false) order by e.seq_id limit $5
        """;

    /// <summary>How far the checkpoint may lie behind while nothing that it wants happens.</summary>
    private static readonly TimeSpan SaveAfter = TimeSpan.FromMilliseconds(500);

    private long _position;
    private long _saved;
    private long _savedAt;

    public async Task Run(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var both = new[] { Follow(ending.Token), follower.Beside(ending.Token) };
        await Steady.Quietly(Task.WhenAny(both));
        await ending.CancelAsync(); // where one fails, both begin anew
        await Task.WhenAll(both);
    }

    private async Task Follow(CancellationToken stop)
    {
        await Ask(store.Database.Daemon, Begin, stop, Text(follower.ProgressionName));
        _position = _saved = (long)(await Ask(store.Database.Daemon, "select last_seq_id from mt_event_progression where name = $1", stop, Text(follower.ProgressionName)))!;
        var names = store.Registry.NamesOf(follower.Wants);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var (moved, mark) = (pulse.Moved.Next, pulse.Mark);
            while (_position < mark) await Advance(names, mark, stop);
            if (_saved < _position && store.Time.GetElapsedTime(_savedAt) >= SaveAfter) await Save([], _position, stop);
            else await Steady.Until(moved, _saved < _position ? SaveAfter : TimeSpan.FromSeconds(5), store.Time, stop);
        }
    }

    private async Task Advance((string[] Stored, string[] Today) names, long mark, CancellationToken stop)
    {
        var page = await List(store.Database.Daemon, Page, Row, stop, Number(_position), Number(mark), Texts(names.Stored), Texts(names.Today), Number(FullPage));
        var upTo = page.Count == FullPage ? page[^1].Sequence : mark;
        if (page.Count == 0) _position = upTo;
        else await Save(page, upTo, stop);
    }

    private async Task Save(List<Headline> page, long upTo, CancellationToken stop)
    {
        await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select set_config('synchronous_commit', 'off', true)"), // rows and checkpoint are lost together, and made again
                Batched(ProjectionRunner.Move, Text(follower.ProgressionName), Number(_saved), Number(upTo)),
            },
        };
        if (page.Count > 0)
            foreach (var statement in follower.Write(page)) batch.BatchCommands.Add(statement);
        await batch.ExecuteNonQueryAsync(stop);
        (_position, _saved, _savedAt) = (upTo, upTo, store.Time.GetTimestamp());
        if (page.Count == 0) return;
        if (follower.Sends) store.Sent.Raise();
        follower.Written();
    }

    private static Headline Row(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), new TenantId(reader.GetString(1)), reader.GetGuid(2), reader.GetString(3), reader.GetString(4), reader.GetGuid(5), reader.GetInt64(6), MomentAt(reader, 7));
}
