using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>
/// Puts the events of another log into that of a tenant who has none of these streams. Each is tried on every projection before anything is written, because
/// one that a projection cannot digest would hold up all tenants; then all of them are true in one transaction, or none is.
/// </summary>
public sealed class PuttingIn(EventStore store)
{
    private const string Starts = "insert into mt_streams (tenant_id, id, type, version, timestamp, created) select $1, s.id, s.type, s.version, s.at, s.at from unnest($2, $3, $4, $5) as s (id, type, version, at) on conflict do nothing";

    private const string Goes = "update mt_streams t set version = s.version, timestamp = s.at from unnest($2, $3, $4) as s (id, version, at) where t.tenant_id = $1 and t.id = s.id";

    private const string Events = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers)
        select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, e.at, $1, e.dotnet, e.correlation, e.causation, e.headers
        from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) with ordinality as e (id, stream, version, data, type, at, dotnet, correlation, causation, headers, n)
        order by e.n
        """;

    private const int Page = 1_000;
    private const int PageCharacters = 8 << 20;

    private readonly EventRegistry _open = store.Model.BuildRegistry();
    private readonly Dictionary<Guid, (string Type, long Version)> _streams = [];
    private readonly Dictionary<(Projection Projection, object Key), object?> _rows = [];

    /// <summary>How many were tried.</summary>
    public long Count { get; private set; }

    /// <summary>How many streams they belong to.</summary>
    public int StreamCount => _streams.Count;

    /// <summary>Tries the next one.</summary>
    /// <param name="tenant">Whose it becomes.</param>
    /// <param name="moved">The event.</param>
    /// <param name="now">Nothing may have happened later: what time it is where it happened, UTC.</param>
    /// <exception cref="NotMovableException">It cannot be taken over; the message says which, and why.</exception>
    public void Try(TenantId tenant, MovedEvent moved, DateTimeOffset now)
    {
        Count++;
        var (type, version) = _streams.GetValueOrDefault(moved.Stream, (moved.StreamType, 0));
        if (type != moved.StreamType || moved.Version != version + 1) throw No(moved, "it does not follow the one before it");
        if (moved.At > now || moved.Address is { Length: > 100 } || moved.RequestId is { Length: > 300 } || moved.By is not { Kind: "person" or "key" or "system" or "client", Id.Length: <= 100, Name.Length: <= 300 } || moved.Data.ValueKind != JsonValueKind.Object) throw No(moved, "its time, its actor or its data make no sense");
        try
        {
            var happened = Open(tenant, moved);
            foreach (var projection in store.Model.Projections)
            {
                if ((projection.InlineStream is { } stream && stream != moved.StreamType) || !projection.Uses(happened.Data.GetType()) || projection.KeyOf(happened) is not { } key) continue;
                _rows[(projection, RowTable.Normal(key))] = projection.Fold(_rows.GetValueOrDefault((projection, RowTable.Normal(key))), happened);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw No(moved, "no page can show it", e);
        }
        _streams[moved.Stream] = (type, moved.Version);
    }

    /// <summary>Whether a tenant has streams already: what was to be put in is in.</summary>
    public Task<bool> IsIn(TenantId tenant, CancellationToken stop) =>
        store.Database.Read(tenant, "select exists (select from mt_streams where tenant_id = $1)", [], async reader => await reader.ReadAsync(stop) && reader.GetBoolean(0), stop);

    /// <summary>Makes room for what a module keeps beside the log.</summary>
    /// <exception cref="NotMovableException">There is none for one of the lines.</exception>
    public async Task Prepare(TenantId tenant, Belonging belonging, IEnumerable<string> lines, CancellationToken stop)
    {
        if (belonging.Ahead.Count == 0) return;
        await using var connection = await store.Database.Web.OpenConnectionAsync(stop);
        foreach (var page in Pages(lines))
        {
            try
            {
                await Run(connection, tenant, [.. belonging.Ahead.Select(sql => Database.Command(tenant, sql, [Jsons(page)]))], stop);
            }
            catch (PostgresException e) when (IsOfTheData(e))
            {
                throw No(belonging, e);
            }
        }
    }

    /// <summary>Writes those that were tried, in the same order, and what modules keep beside them.</summary>
    /// <param name="tenant">Whose they become.</param>
    /// <param name="events">The same once more.</param>
    /// <param name="prove">Looks, before it is true, at what would be, and answers what is not as it should be.</param>
    /// <param name="stop">Gives up: nothing was written.</param>
    /// <param name="belongings">With their lines.</param>
    /// <exception cref="NotAlikeException">Something is not as it should be: nothing was written.</exception>
    public async Task Write(TenantId tenant, IEnumerable<MovedEvent> events, Func<TakingOut, Task<IReadOnlyList<RowDifference>>> prove, CancellationToken stop, params IReadOnlyList<(Belonging Belonging, IEnumerable<string> Lines)> belongings)
    {
        await using var connection = await store.Database.Web.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        try
        {
            foreach (var page in events.Chunk(Page)) await Append(connection, tenant, page, stop);
            foreach (var table in _rows.Where(row => row.Key.Projection.Lifecycle == Lifecycle.Inline && row.Value is not null).GroupBy(row => row.Key.Projection.RowTable))
                foreach (var page in table.Chunk(Page)) await Run(connection, tenant, [table.Key.UpsertMany([.. page.Select(row => (tenant, row.Value!))])], stop);
            foreach (var (belonging, lines) in belongings) await Put(connection, tenant, belonging, lines, stop);
            if (await prove(await TakingOut.Within(store, tenant, connection, transaction, stop)) is { Count: > 0 } differences) throw new NotAlikeException(differences);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (PostgresException e) when (IsOfTheData(e))
        {
            throw new NotMovableException("The database cannot hold what these events say, or holds it already.", e);
        }
        store.Committed.Raise();
    }

    private async Task Append(NpgsqlConnection connection, TenantId tenant, MovedEvent[] page, CancellationToken stop)
    {
        NewEvent[] happened = [.. page.Select(moved => new NewEvent(moved.Id, Read(moved)))];
        var streams = page.GroupBy(moved => moved.Stream).ToArray();
        var starts = streams.Where(stream => stream.First().Version == 1).Select(stream => stream.Last()).ToArray();
        var goes = streams.Where(stream => stream.First().Version > 1).Select(stream => stream.Last()).ToArray();
        var begun = await Run(connection, tenant, [Database.Command(tenant, Starts, [Ids(starts.Select(s => s.Stream)), Texts(starts.Select(s => s.StreamType)), Numbers(starts.Select(s => s.Version)), Moments(starts.Select(s => s.At))])], stop);
        if (begun != starts.Length) throw new NotMovableException("One of these streams is there already.");
        await Run(connection, tenant,
        [
            Database.Command(tenant, Goes, [Ids(goes.Select(s => s.Stream)), Numbers(goes.Select(s => s.Version)), Moments(goes.Select(s => s.At))]),
            Database.Command(tenant, Events,
            [
                Ids(page.Select(e => e.Id)), Ids(page.Select(e => e.Stream)), Numbers(page.Select(e => e.Version)), Jsons(store.Registry.Write(tenant, happened)), Texts(happened.Select(h => store.Registry.AliasOf(h.Data.GetType()))),
                Moments(page.Select(e => e.At)), Texts(happened.Select(h => store.Registry.DotNetTypeOf(h.Data.GetType()))), Texts(page.Select(e => e.CorrelationId)), Texts(page.Select(e => e.CausationId)),
                Jsons([.. page.Select(e => Headers.Write(new Recorded(e.At, e.By, e.Address, e.RequestId) { Moved = true }, store.Registry.Names))]),
            ]),
        ], stop);
    }

    private static async Task Put(NpgsqlConnection connection, TenantId tenant, Belonging belonging, IEnumerable<string> lines, CancellationToken stop)
    {
        var any = false;
        try
        {
            foreach (var page in Pages(lines))
            {
                any = true;
                if (await Run(connection, tenant, [.. belonging.Put.Select(sql => Database.Command(tenant, sql, [Jsons(page)]))], stop) != page.Length) throw No(belonging);
            }
            if (any && belonging.Behind.Count > 0) await Run(connection, tenant, [.. belonging.Behind.Select(sql => Database.Command(tenant, sql, []))], stop);
        }
        catch (PostgresException e) when (IsOfTheData(e))
        {
            throw No(belonging, e);
        }
    }

    /// <summary>So many lines at a time that neither their number nor their length fills the memory.</summary>
    private static IEnumerable<string[]> Pages(IEnumerable<string> lines)
    {
        var (page, length) = (new List<string>(), 0L);
        foreach (var line in lines)
        {
            page.Add(line);
            length += line.Length;
            if (page.Count < Page * 5 && length < PageCharacters) continue;
            yield return [.. page];
            page.Clear();
            length = 0;
        }
        if (page.Count > 0) yield return [.. page];
    }

    private StoredEvent Open(TenantId tenant, MovedEvent moved) => new(moved.Id, tenant, moved.Stream, moved.Version, moved.Type, Read(moved), new Recorded(moved.At, moved.By, moved.Address, moved.RequestId, moved.CorrelationId, moved.CausationId));

    private object Read(MovedEvent moved) => _open.Read(moved.Type, JsonSerializer.SerializeToUtf8Bytes(moved.Data));

    private static NotMovableException No(MovedEvent moved, string why, Exception? inner = null) => new($"Event {moved.Version} of stream {moved.Stream} cannot be taken over: {why}.", inner);

    private static NotMovableException No(Belonging belonging, Exception? inner = null) => new($"A line of {belonging.Name} cannot be taken over: it makes no sense, or speaks of something that is not there.", inner);

    /// <summary>Values that a column, a check or a function does not take.</summary>
    private static bool IsOfTheData(PostgresException e) => e.SqlState[..2] is "22" or "23" or "P0";

    private static async Task<int> Run(NpgsqlConnection connection, TenantId tenant, NpgsqlBatchCommand[] commands, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { Database.SetTenant(tenant) } };
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(stop);
        return (int)commands[0].RecordsAffected;
    }

    private static NpgsqlParameter<Guid[]> Ids(IEnumerable<Guid> ids) => new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] };

    private static NpgsqlParameter<long[]> Numbers(IEnumerable<long> numbers) => new NpgsqlParameter<long[]> { TypedValue = [.. numbers] };

    private static NpgsqlParameter<string?[]> Texts(IEnumerable<string?> texts) => new NpgsqlParameter<string?[]> { TypedValue = [.. texts], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };

    private static NpgsqlParameter<string[]> Jsons(string[] documents) => new NpgsqlParameter<string[]> { TypedValue = documents, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };

    private static NpgsqlParameter<DateTime[]> Moments(IEnumerable<DateTimeOffset> moments) => new NpgsqlParameter<DateTime[]> { TypedValue = [.. moments.Select(at => at.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
}
