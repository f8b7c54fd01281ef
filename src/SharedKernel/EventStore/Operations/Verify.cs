using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>Something in the log that should not be.</summary>
/// <param name="Check">Which promise it breaks.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">Where, the first time.</param>
public sealed record Finding(string Check, long Count, string Example);

/// <summary>What was looked at, and what was found.</summary>
/// <param name="Streams">Streams counted.</param>
/// <param name="Events">Events counted and read.</param>
/// <param name="Skipped">Numbers recorded as dead.</param>
/// <param name="Findings">Empty when all is well.</param>
public sealed record Verification(long Streams, long Events, long Skipped, IReadOnlyList<Finding> Findings)
{
    /// <summary>0 when all is well, else 1.</summary>
    public int ExitCode => Findings.Count == 0 ? 0 : 1;
}

/// <summary>Holds the log against its promises. Reads only; a million events take seconds.</summary>
public sealed class Verify(EventStore store)
{
    private const string Versions = """
        with counted as (select tenant_id, stream_id as id, count(*) as events, min(version) as first, max(version) as last from mt_events group by 1, 2),
        wrong as (
            select coalesce(s.tenant_id, c.tenant_id) || '/' || coalesce(s.id, c.id) as stream
            from mt_streams s full join counted c on c.tenant_id = s.tenant_id and c.id = s.id
            where s.version is distinct from coalesce(c.events, 0) or c.first <> 1 or c.last <> c.events)
        select (select count(*) from wrong), (select min(stream) from wrong)
        """;

    private const string Holes = """
        with mark as (select coalesce(max(last_seq_id), 0) as at from mt_event_progression where name = 'HighWaterMark'),
        known as (
            select seq_id as f, seq_id as t from mt_events where seq_id <= (select at from mark)
            union all select starting_sequence, ending_sequence from mt_high_water_skips where ending_sequence <= (select at from mark)),
        numbers as (select f, coalesce(max(t) over (order by f, t rows between unbounded preceding and 1 preceding), 0) as before from known),
        wrong as (select before + 1 as f, f - 1 as t from numbers where f > before + 1)
        select coalesce((select sum(t - f + 1) from wrong), 0)::bigint, (select f || ' to ' || t from wrong order by f limit 1)
        """;

    // each stretch looks for its events, not each event for its stretch: an organisation that was removed leaves thousands of stretches
    private const string Resurrected = """
        select coalesce(sum(back.events), 0)::bigint, min(back.first)::text
        from mt_high_water_skips k, lateral (select count(*) as events, min(seq_id) as first from mt_events where seq_id between k.starting_sequence and k.ending_sequence) as back
        """;

    private const string Totals = "select (select count(*) from mt_streams), (select count(*) from mt_events), (select coalesce(sum(ending_sequence - starting_sequence + 1), 0)::bigint from mt_high_water_skips)";

    /// <summary>Looks at everything.</summary>
    public async Task<Verification> Run(CancellationToken stop)
    {
        var findings = new List<Finding>();
        await Check("stream versions are 1, 2, 3 … and mt_streams.version is their count", Versions);
        await Check("every number up to the mark is there or recorded as dead", Holes);
        await Check("no number recorded as dead has come back", Resurrected);
        foreach (var projection in store.Model.Projections.Where(p => p.Lifecycle == Lifecycle.Inline && p.RowTable.Columns.Any(c => c is { Name: "version", DbType: NpgsqlTypes.NpgsqlDbType.Bigint })))
        {
            var table = projection.RowTable;
            await Check($"each row of {table.Name} has the version of its stream's last event that it uses", $"""
                with last as (select tenant_id, stream_id, max(version) as version from mt_events where type = any ($1) group by 1, 2),
                wrong as (
                    select t.tenant_id || '/' || t.{table.KeyColumns[0].Name} as id from {table.Name} t
                    left join last l on l.tenant_id = t.tenant_id and l.stream_id = t.{table.KeyColumns[0].Name} where l.version is distinct from t.version)
                select (select count(*) from wrong), (select min(id) from wrong)
                """, Texts(store.Registry.AliasesOf(projection.Uses)));
        }
        foreach (var (promise, sql) in store.Model.Promises) await Check(promise, sql);
        await CheckReading(findings, stop);
        var (streams, events, skipped) = (await List(store.Database.Daemon, Totals, reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)), stop))[0];
        return new Verification(streams, events, skipped, findings);

        async Task Check(string promise, string sql, params Npgsql.NpgsqlParameter[] values)
        {
            var (count, example) = (await List(store.Database.Daemon, sql, reader => (reader.GetInt64(0), TextAt(reader, 1)), stop, values))[0];
            if (count > 0) findings.Add(new Finding(promise, count, example ?? ""));
        }
    }

    /// <summary>Reads each event as the product would, on as many connections as there are processors.</summary>
    private async Task CheckReading(List<Finding> findings, CancellationToken stop)
    {
        const long Stretch = 20_000;
        var last = (long)(await Ask(store.Database.Daemon, "select coalesce(max(seq_id), 0) from mt_events", stop))!;
        var unreadable = new System.Collections.Concurrent.ConcurrentBag<(long Sequence, string Why)>();
        var stretches = Enumerable.Range(0, (int)((last + Stretch - 1) / Stretch)).Select(n => n * Stretch);
        await Parallel.ForEachAsync(stretches, new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 4), CancellationToken = stop }, async (from, stop) =>
        {
            await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
            await using var command = Command(connection, null, "select seq_id, type, data, tenant_id from mt_events where seq_id > $1 and seq_id <= $2", Number(from), Number(from + Stretch));
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                try
                {
                    store.Registry.Read(new TenantId(reader.GetString(3)), reader.GetString(1), reader.GetFieldValue<byte[]>(2));
                }
                catch (Exception why) when (why is not Npgsql.NpgsqlException)
                {
                    unreadable.Add((reader.GetInt64(0), why.Message));
                }
            }
        });
        if (unreadable.IsEmpty) return;
        var (first, message) = unreadable.Min();
        findings.Add(new Finding("each event can be read", unreadable.Count, $"{first}: {message}"));
    }
}
