using System.Threading.Channels;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Commits together what waits together: while one transaction is being made durable, the next commits gather and share its successor.
/// If one of them fails, the shared transaction is gone and each runs once more alone, so that nobody suffers for a neighbour.
/// </summary>
internal sealed class Lanes : IAsyncDisposable
{
    private const int Together = 64;
    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = false });
    private readonly Database _database;
    private readonly EventRegistry _registry;
    private readonly Action _committed;
    private readonly Task[] _lanes;

    public Lanes(Database database, EventRegistry registry, Action committed, int lanes = 2)
    {
        _database = database;
        _registry = registry;
        _committed = committed;
        _lanes = [.. Enumerable.Range(0, lanes).Select(_ => Task.Run(Run))];
    }

    /// <summary>Completes when the commit is durable; the value is the number of its last event (0 without events).</summary>
    public Task<long> Enqueue(Commit commit)
    {
        var waiting = new Waiting(commit);
        return _waiting.Writer.TryWrite(waiting) ? waiting.Done.Task : Task.FromException<long>(new ObjectDisposedException(nameof(Lanes)));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_lanes);
    }

    private async Task Run()
    {
        var together = new List<Waiting>(Together);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < Together && _waiting.Reader.TryRead(out var next)) together.Add(next);
            if (together.Count == 0) continue;
            if (together.Count > 1) together.Sort(static (a, b) => a.FirstStream.CompareTo(b.FirstStream)); // one lock order for all lanes
            await Commit(together);
            _committed();
        }
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
        try
        {
            await using var connection = await _database.Web.OpenConnectionAsync();
            backend = connection.ProcessID;
            await using var batch = new NpgsqlBatch(connection);
            foreach (var each in together) each.Results = CommitBatch.Add(batch, each.Commit, _registry);
            await using (var reader = await batch.ExecuteReaderAsync())
            {
                foreach (var each in together)
                {
                    for (var i = 0; i < each.Results; i++)
                    {
                        if (i > 0 && await reader.ReadAsync()) each.Last = reader.GetInt64(0);
                        await reader.NextResultAsync();
                    }
                }
            }
        }
        catch (Exception cut) when (backend != 0 && Outcome.IsUnknown(cut))
        {
            await new Outcome(_database).Find(together, backend, cut);
            return;
        }
        foreach (var each in together) each.Done.TrySetResult(each.Last);
    }

    private static Exception Meaning(Exception failed, Commit commit) => failed switch
    {
        PostgresException { SqlState: "BL409" } => new ConcurrencyException(commit.Appends[0].StreamId, commit.Appends[0].ExpectedVersion, failed),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_mt_events_stream_and_version" or "pk_mt_streams" } => new ConcurrencyException(commit.Appends[0].StreamId, commit.Appends[0].ExpectedVersion, failed),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken => new RowTakenException(taken.ConstraintName ?? "", failed),
        _ => failed,
    };

    internal sealed class Waiting(Commit commit)
    {
        public Commit Commit { get; } = commit;

        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Guid FirstStream { get; } = commit.Appends.Count > 0 ? commit.Appends[0].StreamId : default;

        public int Results { get; set; }

        public long Last { get; set; }

        public int Tries { get; set; }
    }
}
