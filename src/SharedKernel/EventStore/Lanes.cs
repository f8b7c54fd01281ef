using System.Diagnostics;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Commits together what waits together: while one transaction is being made durable, the next commits gather and share its successor.
/// If one of them fails, the shared transaction is gone and each runs once more alone, so that nobody suffers for a neighbour.
/// </summary>
internal sealed class Lanes(Database database, EventRegistry registry, Action committed, int lanes = 2) : IAsyncDisposable
{
    private const int Together = 64;
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _closed;

    /// <summary>Completes when the commit is durable; the value is the number of its last event (0 without events).</summary>
    /// <param name="commit">What becomes true.</param>
    /// <param name="with">What becomes true with it or not at all: another tenant's.</param>
    public Task<long> Enqueue(Commit commit, Commit? with = null)
    {
        var waiting = new Waiting(commit) { Appends = WrittenAppend.Of(commit, registry), With = with is null ? null : new Waiting(with) { Appends = WrittenAppend.Of(with, registry) } };
        lock (_gate)
        {
            if (_closed) return Task.FromException<long>(new ObjectDisposedException(nameof(Lanes)));
            _waiting.Enqueue(waiting);
            if (_running == lanes) return waiting.Done.Task;
            _running++;
        }
        _ = Run(); // begins on the caller's thread: a lone commit is handed to nobody
        return waiting.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_running == 0) _ended.TrySetResult();
        }
        await _ended.Task;
    }

    private async Task Run()
    {
        while (Next() is { Count: > 0 } together)
        {
            await Commit(together);
            committed();
            Activity.Current = null; // the lane began in one caller's trace; what follows are others' commits
        }
    }

    private List<Waiting> Next()
    {
        var together = new List<Waiting>();
        lock (_gate)
        {
            while (together.Count < Together && _waiting.TryDequeue(out var next)) together.Add(next);
            if (together.Count == 0 && --_running == 0 && _closed) _ended.TrySetResult();
        }
        return together;
    }

    private async Task Commit(List<Waiting> together)
    {
        try
        {
            await Send(together);
        }
        catch (PostgresException) when (together.Count > 1)
        {
            foreach (var each in together) await Commit([each]);
        }
        catch (PostgresException gone) when (gone.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected && together[0].Tries++ < 5)
        {
            await Commit(together); // Postgres itself said that the transaction is gone
        }
        catch (Exception failed)
        {
            foreach (var each in together) each.Done.TrySetException(Meaning(failed, each.Commit));
        }
    }

    private async Task Send(List<Waiting> together)
    {
        var backend = 0;
        List<Waiting> all = [.. together, .. together.Select(each => each.With).OfType<Waiting>()];
        try
        {
            await using var connection = await database.Web.OpenConnectionAsync();
            backend = connection.ProcessID;
            await using var batch = new NpgsqlBatch(connection);
            var results = CommitBatch.Add(batch, all, registry);
            await using var reader = await batch.ExecuteReaderAsync();
            var next = 0;
            do
            {
                if (next == results.Count || reader.FieldCount == 0 || reader.GetName(0) != AppendStatement.Number) continue;
                foreach (var append in results[next++])
                {
                    for (var i = 0; i < append.Data.Length; i++) await reader.ReadAsync();
                    append.Last = reader.GetInt64(0);
                }
            }
            while (await reader.NextResultAsync()); // to the end: what a later statement says against it, too
        }
        catch (Exception cut) when (backend != 0 && Outcome.IsUnknown(cut))
        {
            await new Outcome(database).Find(together, backend, cut);
            return;
        }
        foreach (var each in together) each.Done.TrySetResult(each.Last);
    }

    private static Exception Meaning(Exception failed, Commit commit) => failed switch
    {
        PostgresException { SqlState: "BL409" } => new ConcurrencyException(commit.Appends[0].StreamId, commit.Appends[0].ExpectedVersion, failed),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_mt_events_stream_and_version" or "pkey_mt_streams_tenant_id_id" } => new ConcurrencyException(commit.Appends[0].StreamId, commit.Appends[0].ExpectedVersion, failed),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken => new RowTakenException(taken.ConstraintName ?? "", failed),
        _ => failed,
    };

    internal sealed class Waiting(Commit commit)
    {
        public Commit Commit { get; } = commit;

        public IReadOnlyList<WrittenAppend> Appends { get; init; } = [];

        public Waiting? With { get; init; }

        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Last => Appends.Count == 0 ? 0 : Appends.Max(a => a.Last);

        public int Tries { get; set; }
    }
}
