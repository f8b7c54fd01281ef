using Npgsql;

namespace Billing.EventStore;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Projection">Its name.</param>
/// <param name="Done">Events folded.</param>
/// <param name="Total">Events there were when it began.</param>
public sealed record RebuildProgress(string Projection, long Done, long Total);

/// <summary>What a rebuild came to.</summary>
/// <param name="Position">The number of the log up to which the rows now go.</param>
/// <param name="Rows">Rows folded and copied, before catching up.</param>
/// <param name="Events">Events folded, before catching up.</param>
public sealed record RebuildResult(long Position, long Rows, long Events);

/// <summary>The rebuild stopped and the live rows are as they were.</summary>
public sealed class RebuildException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Makes a projection's rows anew from the log, in a shadow table beside the live one, and swaps the two in one transaction. Appends go on meanwhile;
/// those that write the same table wait for the swap alone.
/// </summary>
public sealed class Rebuild(EventStore store)
{
    private const string Reach = """
        insert into mt_event_progression (name, last_seq_id, last_updated) values ($1, $2, clock_timestamp())
        on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
        """;

    private const string Retire = "delete from mt_event_progression where name <> $1 and (name = $2 || ':All' or starts_with(name, $2 || ':V'))";

    private readonly Database _database = store.Database;

    /// <summary>Rebuilds one projection, inline or async.</summary>
    /// <exception cref="RebuildException">An event cannot be digested, or the projection is being rebuilt already; the live rows are untouched.</exception>
    public async Task<RebuildResult> Run(Projection projection, IProgress<RebuildProgress>? progress, CancellationToken stop)
    {
        var live = projection.RowTable;
        var shadow = live.As(live.Name + "_rebuild");
        await using var owner = await _database.OpenOwner(stop);
        if (await Sql.Ask(owner, NodeSession.TryLock(LockName(projection)), stop) is not true) throw new RebuildException($"{projection.Name} is being rebuilt already.");
        try
        {
            await SettleMark(owner, stop);
            var position = await Mark(owner, stop);
            var replay = new Replay(store, projection, shadow);
            await Sql.Ask(owner, $"select shadow_begin('{live.Name}', '{shadow.Name}')", stop);
            var (rows, events) = await Fill(owner, replay, projection, position, progress, stop);
            await Sql.Ask(owner, $"select shadow_index('{live.Name}', '{shadow.Name}')", stop);
            for (var tries = 1; ; tries++)
            {
                position = await CatchUp(owner, null, replay, projection, shadow, position, await Mark(owner, stop), stop);
                try
                {
                    position = await Swap(owner, replay, projection, shadow, position, stop);
                    break;
                }
                catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && tries < 30)
                {
                    // somebody reads the live table for long: let the others pass and try again
                }
            }
            await Sql.Ask(owner, $"analyze {live.Name}; select pg_notify('{_database.Schema}', 'resume')", stop);
            return new RebuildResult(position, rows, events);
        }
        catch
        {
            await Steady.Quietly(Sql.Ask(owner, $"drop table if exists {shadow.Name}", CancellationToken.None));
            throw;
        }
    }

    internal static string LockName(Projection projection) => "rebuild " + projection.Name;

    internal async Task SettleMark(NpgsqlConnection session, CancellationToken stop)
    {
        if (await Sql.Ask(session, NodeSession.TryLock(HighWaterMark.Name), stop) is not true) return; // some node keeps it
        var mark = new HighWaterMark(_database, new Pulse(store.Committed, store.Sent), store.Time);
        while (await mark.Look(stop))
        {
        }
        await Sql.Ask(session, NodeSession.Unlock(HighWaterMark.Name), stop);
    }

    private static async Task<(long Rows, long Events)> Fill(NpgsqlConnection owner, Replay replay, Projection projection, long upTo, IProgress<RebuildProgress>? progress, CancellationToken stop)
    {
        var (total, parts) = await replay.Plan(upTo, stop);
        var (rows, done) = (0L, 0L);
        foreach (var part in parts)
        {
            var folded = await replay.Fold(upTo, part, count => progress?.Report(new(projection.Name, done += count, total)), stop);
            rows += await folded.Copy(owner, stop);
        }
        return (rows, total);
    }

    private static async Task<long> CatchUp(NpgsqlConnection owner, NpgsqlTransaction? transaction, Replay replay, Projection projection, RowTable shadow, long position, long upTo, CancellationToken stop)
    {
        while (position < upTo)
        {
            var page = await replay.Log.Read(position, upTo, ProjectionRunner.FullPage, null, stop);
            var rows = new RowSet(projection, shadow);
            replay.Digest(rows, await rows.Load(owner, transaction, page, stop));
            await using var batch = new NpgsqlBatch(owner, transaction);
            rows.AddTo(batch);
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(stop);
            position = page.UpTo;
        }
        return position;
    }

    /// <summary>Under the lock nobody writes the live rows: what is committed is caught up with, what is not yet will write to the new table.</summary>
    private static async Task<long> Swap(NpgsqlConnection owner, Replay replay, Projection projection, RowTable shadow, long position, CancellationToken stop)
    {
        await using var transaction = await owner.BeginTransactionAsync(stop);
        await Sql.Ask(owner, $"set local lock_timeout = '2s'; lock table {projection.RowTable.Name} in access exclusive mode", stop);
        var mark = await Mark(owner, stop);
        await CatchUp(owner, transaction, replay, projection, shadow, position, projection.Lifecycle == Lifecycle.Inline ? long.MaxValue : mark, stop);
        await using var move = new NpgsqlBatch(owner, transaction)
        {
            BatchCommands =
            {
                Sql.Batched(Reach, Sql.Text(projection.ProgressionName), Sql.Number(mark)),
                Sql.Batched(Retire, Sql.Text(projection.ProgressionName), Sql.Text(projection.Name)),
            },
        };
        await move.ExecuteNonQueryAsync(stop);
        await Sql.Ask(owner, $"select shadow_swap('{projection.RowTable.Name}', '{shadow.Name}')", stop);
        await transaction.CommitAsync(stop);
        return mark;
    }

    private static async Task<long> Mark(NpgsqlConnection session, CancellationToken stop) =>
        await Sql.Ask(session, "select last_seq_id from mt_event_progression where name = 'HighWaterMark'", stop) as long? ?? 0;
}
