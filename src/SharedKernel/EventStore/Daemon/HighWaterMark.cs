using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// The highest number up to which every number is either readable or dead, exactly and without time-outs.
/// Numbers are taken before the commit, so a reader may see 7 before 6. Whoever has taken a number holds a lock on the sequence
/// until his transaction has ended, whatever else he does: a hole is dead when all who held that lock after the hole was seen have let go and it is still
/// missing. An idle session, or a long write that took no number, holds nothing up. Nothing of this is remembered across a restart.
/// </summary>
/// <remarks>
/// Why not by transaction ids: the owner's may lie at or above <c>pg_snapshot_xmax</c> (that is one past the highest <em>completed</em> one), so
/// "xmin has reached the xmax of then" would call his number dead while he runs; and every older writer elsewhere would hold xmin back.
/// </remarks>
internal sealed class HighWaterMark(Database database, Pulse pulse, TimeProvider time)
{
    public const string Name = "HighWaterMark";

    private const long Page = 500_000;

    private const string OnSequence = "from pg_locks where database = (select oid from pg_database where datname = current_database()) and relation = 'mt_events_sequence'::regclass and mode = 'RowExclusiveLock' and granted";

    private const string StillThere = $"select cardinality($1) > 0 and exists (select {OnSequence} and virtualtransaction = any ($1))";

    private const string Next = """
        with numbers as (
            select seq_id, lag(seq_id, 1, $1) over (order by seq_id) as before
            from (select seq_id from mt_events where seq_id > $1 order by seq_id limit $2) as page)
        select max(seq_id), array_agg(before + 1 order by seq_id) filter (where seq_id > before + 1), array_agg(seq_id - 1 order by seq_id) filter (where seq_id > before + 1) from numbers
        """;

    private const string Move = """
        with moved as (update mt_event_progression set last_seq_id = $2, last_updated = clock_timestamp() where name = 'HighWaterMark' and last_seq_id = $1 returning 1)
        select coalesce((select 1 from moved), refuse('BL410', 'another node has moved the high-water mark'))
        """;

    private const string Skip = "insert into mt_high_water_skips (starting_sequence, ending_sequence, timestamp) select f, t, clock_timestamp() from unnest($1, $2) as h (f, t) on conflict do nothing";

    private long? _position;
    private (long UpTo, string[] Owners)? _witness;

    /// <summary>Whether it waits for the end of transactions that may own a hole.</summary>
    public bool AtHole => _witness is not null;

    /// <summary>Follows the log until stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        (_position, _witness) = (null, null);
        var patience = 1;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var next = pulse.Committed.Next;
            var moved = await Look(stop);
            patience = moved || !AtHole ? 1 : Math.Min(patience * 2, 100);
            if (moved) await Steady.Pause(TimeSpan.FromMilliseconds(10), time, stop); // under load, a hundred looks a second are enough
            else await Steady.Until(next, AtHole ? TimeSpan.FromMilliseconds(patience) : TimeSpan.FromMilliseconds(500), time, stop);
        }
    }

    /// <summary>Looks once; true when the mark has moved.</summary>
    /// <exception cref="PostgresException">BL410: another node has moved it.</exception>
    public async Task<bool> Look(CancellationToken stop)
    {
        await using var connection = await database.Daemon.OpenConnectionAsync(stop);
        var position = _position ??= await Load(connection, stop);
        var (ownersThere, highest, holes) = await Read(connection, position, stop);
        if (highest is not { } seen)
        {
            _witness = null;
            return false;
        }
        var deadUpTo = _witness is { } witness && !ownersThere ? witness.UpTo : 0;
        var dead = holes.TakeWhile(h => h.To < deadUpTo).ToList();
        var reached = dead.Count < holes.Count ? holes[dead.Count].From - 1 : seen;
        if (reached > position) await Advance(connection, position, reached, dead, stop);
        if (dead.Count == holes.Count) _witness = null;
        else if (_witness is null || _witness.Value.UpTo <= Math.Max(reached, deadUpTo)) _witness = (seen, await Owners(connection, stop));
        return reached > position;
    }

    private static async Task<long> Load(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into mt_event_progression (name, last_seq_id, last_updated) values ('HighWaterMark', 0, clock_timestamp()) on conflict do nothing"),
                new("select last_seq_id from mt_event_progression where name = 'HighWaterMark'"),
            },
        };
        return (long)(await batch.ExecuteScalarAsync(stop))!;
    }

    /// <summary>First whether an owner is still there, then, in a later snapshot, what is missing.</summary>
    private async Task<(bool OwnersThere, long? Highest, List<(long From, long To)> Holes)> Read(NpgsqlConnection connection, long position, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Sql.Batched(StillThere, Sql.Texts(_witness?.Owners ?? [])),
                Sql.Batched(Next, Sql.Number(position), Sql.Number(Page)),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var there = reader.GetBoolean(0);
        await reader.NextResultAsync(stop);
        await reader.ReadAsync(stop);
        if (reader.IsDBNull(0)) return (there, null, []);
        List<(long, long)> holes = reader.IsDBNull(1) ? [] : [.. reader.GetFieldValue<long[]>(1).Zip(reader.GetFieldValue<long[]>(2))];
        return (there, reader.GetInt64(0), holes);
    }

    private static async Task<string[]> Owners(NpgsqlConnection connection, CancellationToken stop) =>
        (string[])(await Sql.Ask(connection, $"select coalesce(array_agg(virtualtransaction), '{{}}') {OnSequence}", stop))!;

    private async Task Advance(NpgsqlConnection connection, long from, long to, List<(long From, long To)> skipped, CancellationToken stop)
    {
        _position = null;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select set_config('synchronous_commit', 'off', true)"), // it can be found again from the log
                Sql.Batched(Move, Sql.Number(from), Sql.Number(to)),
                Sql.Batched("select pg_notify($1, $2)", Sql.Text(database.Schema), Sql.Text(Pulse.SayMark(to))),
            },
        };
        if (skipped.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Batched(Skip, Sql.Numbers(skipped.Select(h => h.From)), Sql.Numbers(skipped.Select(h => h.To))));
        }
        await batch.ExecuteNonQueryAsync(stop);
        _position = to;
        pulse.MarkIs(to);
    }
}
