using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Keeps one projection up to the high-water mark: page by page, rows and checkpoint in one transaction, each event once.
/// The checkpoint is moved only from where this runner left it, so one that was replaced without noticing cannot write.
/// </summary>
internal sealed class ProjectionRunner(EventStore store, Projection projection, Pulse pulse)
{
    internal const string Move = """
        with moved as (update mt_event_progression set last_seq_id = $3, last_updated = clock_timestamp() where name = $1 and last_seq_id = $2 returning 1)
        select coalesce((select 1 from moved), refuse('BL410', 'another node has moved the checkpoint of ' || $1))
        """;

    private const string Bury = """
        insert into projection_dead_letters (tenant_id, projection, seq_id, error, failed_at) values ($1, $2, $3, $4, clock_timestamp())
        on conflict (tenant_id, projection, seq_id) do update set error = excluded.error, failed_at = excluded.failed_at, attempts = projection_dead_letters.attempts + 1, replay = false
        """;

    private static readonly TimeSpan SaveAfter = TimeSpan.FromMilliseconds(500);
    private readonly EventLog _log = new(store.Database, store.Registry, projection);
    private long _position;
    private long _saved;
    private long _savedAt;
    private int _together = Together;
    private int _applied;
    private bool _letters;

    /// <summary>Events read at once.</summary>
    public const int FullPage = 5_000;

    /// <summary>Events that are applied in one transaction by one who is far behind.</summary>
    private const int Together = 10 * FullPage;

    public async Task Run(CancellationToken stop)
    {
        var found = await new ProjectionStart(store, projection).Find(stop);
        if (found is null || projection.Lifecycle == Lifecycle.Inline) await Task.Delay(Timeout.InfiniteTimeSpan, store.Time, stop);
        _position = _saved = found!.Value;
        _letters = true;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var moved = pulse.Moved.Next;
            var mark = pulse.Mark;
            if (await Stands(stop)) await Steady.Until(moved, TimeSpan.FromSeconds(5), store.Time, stop);
            else if (_position < mark) await CatchUp(mark, stop);
            else if (_saved < _position && store.Time.GetElapsedTime(_savedAt) >= SaveAfter) await Apply(new EventPage([], _position, null), null, stop);
            else await Steady.Until(moved, _saved < _position ? SaveAfter : TimeSpan.FromSeconds(5), store.Time, stop);
        }
    }

    /// <summary>Whether an event ahead could not be digested and nobody has asked to try again.</summary>
    private async Task<bool> Stands(CancellationToken stop)
    {
        if (!_letters) return false;
        return await Sql.Ask(store.Database.Daemon, "select not bool_and(replay) from projection_dead_letters where projection = $1 and seq_id > $2", stop, Sql.Text(projection.Name), Sql.Number(_position)) is true;
    }

    /// <summary>Applies what there is up to the mark.</summary>
    private async Task CatchUp(long mark, CancellationToken stop)
    {
        await using var pages = new PagesAhead(_log, _position, mark, Math.Min(FullPage, _together), stop);
        while (await pages.Next() is { } page)
        {
            try
            {
                if (page.Events.Count == 0 && page.Poison is null && store.Time.GetElapsedTime(_savedAt) < SaveAfter) _position = page.UpTo;
                else if (await Apply(page, pages, stop) is not null) return;
                _together = Math.Min(Together, _together * 2);
            }
            catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23" && page.Events.Count > 0)
            {
                if (_applied == 1) await Apply(new EventPage([], _position, null).Before(page.Events[0], refused), null, stop);
                _together = Math.Max(1, _applied / 2); // find the one that the table does not take
                return;
            }
        }
        await Steady.Pause(TimeSpan.FromMilliseconds(5), store.Time, stop);
    }

    /// <summary>
    /// Rows read, folded and written, and the checkpoint, in one transaction; with it as many more pages as belong together, so that a row which many of
    /// them touch is written once. Returns what it could not digest.
    /// </summary>
    private async Task<Poison?> Apply(EventPage page, PagesAhead? more, CancellationToken stop)
    {
        await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var rows = new RowSet(projection, projection.RowTable);
        _applied = page.Events.Count;
        page = rows.Fold(await rows.Load(connection, transaction, page, stop));
        while (more is not null && page.Poison is null && _applied < _together && await more.Next() is { } next)
        {
            _applied += next.Events.Count;
            page = rows.Fold(await rows.Load(connection, transaction, next, stop));
        }
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("select set_config('synchronous_commit', 'off', true)"), // rows and checkpoint are lost together, and made again
                Sql.Batched(Move, Sql.Text(projection.ProgressionName), Sql.Number(_saved), Sql.Number(page.UpTo)),
            },
        };
        rows.AddTo(batch);
        if (page.Poison is { } poison) batch.BatchCommands.Add(Sql.Batched(Bury, Sql.Text(poison.Tenant.Value), Sql.Text(projection.Name), Sql.Number(poison.Sequence), Sql.Text(poison.Why.ToString())));
        else if (_letters) batch.BatchCommands.Add(Sql.Batched("delete from projection_dead_letters where projection = $1 and seq_id <= $2", Sql.Text(projection.Name), Sql.Number(page.UpTo)));
        await batch.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
        _position = _saved = page.UpTo;
        _savedAt = store.Time.GetTimestamp();
        _letters = page.Poison is not null;
        return page.Poison;
    }
}
