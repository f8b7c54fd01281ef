using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// The rows of one organisation as they follow from its events, made for the projections that a statement names when it first does. A stream ends for them with its
/// first event after the instant, as it does in the history of a record.
/// </summary>
internal sealed class PastRows(Moment moment, DateTimeOffset? until) : ISessionReading
{
    private const int Page = 5_000;

    // $2 is the instant, $3 the types that are used, $4 all that are known, $5 those of the streams that must be known whole. What is left out is not sent either.
    private const string Log = """
        select seq_id, id, tenant_id, stream_id, version, type, case when $2::timestamptz is null or timestamp <= $2 then data end, timestamp, headers, correlation_id, causation_id
        from mt_events e
        where tenant_id = $1 and (type = any ($3) or (type <> all ($4) and exists (select from mt_events k where k.tenant_id = $1 and k.stream_id = e.stream_id and k.type = any ($5))))
        order by seq_id
        """;

    private readonly Dictionary<Projection, RowSet> _made = [];

    /// <summary>How many events were folded.</summary>
    public long Events { get; private set; }

    private EventStore Store => moment.Store;

    /// <summary>Runs a statement on the rows as they were.</summary>
    /// <exception cref="UntoldPastException">It names a table whose past nothing tells.</exception>
    /// <exception cref="RebuildException">An event cannot be digested.</exception>
    public async Task<T> Read<T>(string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop)
    {
        var statement = await PastStatement.Of(Store, sql, stop);
        await Make([.. statement.Projections.Where(projection => !_made.ContainsKey(projection))], stop);
        var (text, all) = statement.On(_made, values, until);
        return await moment.Read(text, all, read, stop);
    }

    /// <summary>The rows made so far, held against those that stand.</summary>
    public async Task<Comparison> Compare(CancellationToken stop)
    {
        var (rows, differing, found) = (0L, 0L, new List<Difference>());
        foreach (var (projection, made) in _made.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal))
        {
            var live = await moment.Read($"select tenant_id, {projection.RowTable.ColumnList} from {projection.RowTable.Name} where tenant_id = $1", [], reader => Comparison.Of(reader, projection.RowTable, made, stop), stop);
            rows += live.Rows;
            differing += live.Differing;
            found.AddRange(live.Differences.Select(one => one with { Key = $"{projection.RowTable.Name} {one.Key}" }));
        }
        return new Comparison(rows, differing, found);
    }

    private async Task Make(IReadOnlyList<Projection> wanted, CancellationToken stop)
    {
        if (wanted.Count == 0) return;
        var limits = new Dictionary<Projection, long>();
        foreach (var projection in wanted)
        {
            _made[projection] = new RowSet(projection, projection.RowTable);
            // What runs behind the log is held against where it has come to; the past was complete.
            limits[projection] = until is null && projection.Lifecycle == Lifecycle.Async ? await Position(projection, stop) : long.MaxValue;
        }
        var registry = Store.Registry;
        await moment.Read(
            Log,
            [MomentOrNull(until), Texts(registry.AliasesOf(type => wanted.Any(projection => projection.Wants(type)))), Texts(registry.EveryAlias), Texts(registry.AliasesOf(type => wanted.Any(projection => projection.Knows.Contains(type))))],
            async reader =>
            {
                var (over, page) = (new HashSet<Guid>(), new List<StoredEvent>(Page));
                while (await reader.ReadAsync(stop))
                {
                    if (reader.IsDBNull(6)) over.Add(reader.GetGuid(3));
                    else if (!over.Contains(reader.GetGuid(3))) page.Add(Understood(reader));
                    if (page.Count < Page) continue;
                    Fold(wanted, limits, page);
                    page.Clear();
                }
                Fold(wanted, limits, page);
                return true;
            },
            stop);
    }

    private StoredEvent Understood(NpgsqlDataReader reader)
    {
        try
        {
            return EventReading.Read(reader, Store.Registry);
        }
        catch (Exception why) when (why is not NpgsqlException)
        {
            throw new RebuildException($"Event {reader.GetInt64(0)} cannot be read: {why.Message}", why);
        }
    }

    private void Fold(IReadOnlyList<Projection> wanted, Dictionary<Projection, long> limits, List<StoredEvent> page)
    {
        Events += page.Count;
        foreach (var projection in wanted)
        {
            List<StoredEvent> its = [.. page.Where(happened => happened.Sequence <= limits[projection] && projection.Wants(happened.Data.GetType()))];
            if (its.Count > 0 && _made[projection].Fold(new EventPage(its, its[^1].Sequence, null)).Poison is { } poison)
                throw new RebuildException($"{projection.Name} cannot digest event {poison.Sequence}: {poison.Why.Message}", poison.Why);
        }
    }

    private Task<long> Position(Projection projection, CancellationToken stop) => moment.Read(
        "select last_seq_id from mt_event_progression where name = $2", [Text(projection.ProgressionName)],
        async reader => await reader.ReadAsync(stop) && !reader.IsDBNull(0) ? reader.GetInt64(0) : 0, stop);
}
