namespace Billing.EventStore;

/// <summary>Folds the settled part of the log in memory. Several read and parse ahead, one folds, in order.</summary>
internal sealed class Replay(EventStore store, Projection projection, RowTable table)
{
    private const long Stretch = 10_000;
    private const long EventsAtOnce = 5_000_000;
    private static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>The log's only reader of this projection.</summary>
    public EventLog Log { get; } = new(store.Database, store.Registry, projection);

    /// <summary>Groups of tenants that are folded one after the other, so that a huge log does not lie in memory at once; null stands for all of them.</summary>
    public async Task<(long Events, List<string[]?> Parts)> Plan(long upTo, CancellationToken stop)
    {
        var counts = await Log.Count(upTo, stop);
        var total = counts.Sum(c => c.Events);
        if (total <= EventsAtOnce) return (total, [null]);
        var parts = new List<string[]?>();
        for (var rest = counts; rest.Count > 0;)
        {
            var sum = 0L;
            var part = rest.TakeWhile(c => (sum += c.Events) <= EventsAtOnce).ToList();
            if (part.Count == 0) part = [rest[0]];
            parts.Add([.. part.Select(c => c.Tenant)]);
            rest = rest[part.Count..];
        }
        return (total, parts);
    }

    /// <summary>All rows of the given tenants as they follow from the events up to a number.</summary>
    /// <exception cref="RebuildException">An event cannot be read or folded.</exception>
    public async Task<RowSet> Fold(long upTo, string[]? tenants, Action<int> folded, CancellationToken stop)
    {
        var rows = new RowSet(projection, table);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ahead = new Queue<Task<EventPage>>();
        try
        {
            for (var from = 0L; from < upTo || ahead.Count > 0;)
            {
                for (; from < upTo && ahead.Count <= Readers; from += Stretch)
                {
                    var after = from;
                    ahead.Enqueue(Task.Run(() => Log.Read(after, Math.Min(after + Stretch, upTo), int.MaxValue, tenants, failed.Token), failed.Token));
                }
                var page = await ahead.Dequeue();
                Digest(rows, page);
                folded(page.Events.Count);
            }
            return rows;
        }
        finally
        {
            await failed.CancelAsync();
            await ((Task)Task.WhenAll(ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Folds a page onto the rows.</summary>
    /// <exception cref="RebuildException">An event cannot be read or folded.</exception>
    public void Digest(RowSet rows, EventPage page)
    {
        page = rows.Fold(page);
        if (page.Poison is { } poison) throw new RebuildException($"{projection.Name} cannot digest event {poison.Sequence} of {poison.Tenant}: {poison.Why.Message}", poison.Why);
    }
}
