using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>Appends to very many streams in one transaction: arrays instead of statements. The same checks, the same order of locks and numbers.</summary>
internal static class BulkAppend
{
    /// <summary>Above so many streams a commit takes this way.</summary>
    public const int From = 40;

    private const int Page = 5_000;

    private const string MoveStreams = """
        with input as (select * from unnest($2, $3, $4, $5) as i (id, type, expected, count)),
        started as (
            insert into mt_streams (tenant_id, id, type, version, timestamp, created)
            select $1, id, type, count, $6, $6 from input where expected = 0 order by id
            on conflict do nothing returning id),
        moved as (
            update mt_streams s set version = s.version + i.count, timestamp = $6 from input i
            where s.tenant_id = $1 and s.id = i.id and i.expected > 0 and s.version = i.expected returning s.id)
        select id from started union all select id from moved
        """;

    private const string InsertEvents = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers)
        select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, $2, $1, e.dotnet, $3, e.causation, $4
        from unnest($5, $6, $7, $8, $9, $10, $11) with ordinality as e (id, stream, version, data, type, dotnet, causation, n)
        order by e.n
        """;

    public static async Task<long> Run(Database database, EventRegistry registry, Commit commit)
    {
        var appends = commit.Appends.OrderBy(a => a.StreamId).ToList();
        await using var connection = await database.Web.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var backend = connection.ProcessID; // a broken connection no longer tells
        try
        {
            if (commit.Handled.Count > 0) await Mark(connection, commit);
            foreach (var page in appends.Chunk(Page)) await Move(connection, commit, page);
            var events = from append in commit.Appends from n in Enumerable.Range(0, append.Events.Count) select (append, n);
            foreach (var page in events.Chunk(Page)) await Insert(connection, registry, commit, page);
            foreach (var table in commit.Rows.GroupBy(r => r.Table))
                foreach (var page in table.Chunk(Page)) await Write(connection, commit.Tenant, table.Key, page);
            var last = await Finish(connection, commit);
            await transaction.CommitAsync();
            return last;
        }
        catch (Exception cut) when (Outcome.IsUnknown(cut))
        {
            var waiting = new Lanes.Waiting(commit);
            await new Outcome(database).Find([waiting], backend, cut);
            return await waiting.Done.Task;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new RowTakenException(taken.ConstraintName ?? "", taken);
        }
    }

    private static async Task Mark(NpgsqlConnection connection, Commit commit)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Database.SetTenant(commit.Tenant), MessageQueue.Handled(commit) } };
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task Move(NpgsqlConnection connection, Commit commit, StreamAppend[] appends)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Database.SetTenant(commit.Tenant));
        batch.BatchCommands.Add(Database.Command(commit.Tenant, MoveStreams,
        [
            new NpgsqlParameter<Guid[]> { TypedValue = [.. appends.Select(a => a.StreamId)] },
            Texts(appends.Select(a => a.StreamType)),
            new NpgsqlParameter<long[]> { TypedValue = [.. appends.Select(a => a.ExpectedVersion)] },
            new NpgsqlParameter<long[]> { TypedValue = [.. appends.Select(a => (long)a.Events.Count)] },
            At(commit),
        ]));
        var moved = new HashSet<Guid>(appends.Length);
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            await reader.NextResultAsync();
            while (await reader.ReadAsync()) moved.Add(reader.GetGuid(0));
        }
        if (appends.FirstOrDefault(a => !moved.Contains(a.StreamId)) is { } lost) throw new ConcurrencyException(lost.StreamId, lost.ExpectedVersion);
    }

    private static async Task Insert(NpgsqlConnection connection, EventRegistry registry, Commit commit, (StreamAppend Append, int N)[] events)
    {
        NewEvent[] happened = [.. events.Select(e => e.Append.Events[e.N])];
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Database.Command(commit.Tenant, InsertEvents,
        [
            At(commit),
            Sql.Text(commit.Recorded.CorrelationId),
            new NpgsqlParameter<string> { TypedValue = Headers.Write(commit.Recorded, registry.Names), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. happened.Select(h => h.Id)] },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. events.Select(e => e.Append.StreamId)] },
            new NpgsqlParameter<long[]> { TypedValue = [.. events.Select(e => e.Append.ExpectedVersion + e.N + 1)] },
            new NpgsqlParameter<string[]> { TypedValue = registry.Write(commit.Tenant, happened), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            Texts(happened.Select(h => registry.AliasOf(h.Data.GetType()))),
            Texts(happened.Select(h => registry.DotNetTypeOf(h.Data.GetType()))),
            Sql.Texts(happened.Select(h => h.Causation ?? commit.Recorded.CausationId)),
        ]));
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task Write(NpgsqlConnection connection, TenantId tenant, RowTable table, RowChange[] changes)
    {
        await using var batch = new NpgsqlBatch(connection);
        CommitBatch.AddRows(batch, tenant, table, changes);
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task<long> Finish(NpgsqlConnection connection, Commit commit)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select currval('mt_events_sequence')")); // first: nobody knows what the statements of others answer
        CommitBatch.AddRest(batch, commit);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var last = reader.GetInt64(0);
        while (await reader.NextResultAsync()) { }
        return last;
    }

    private static NpgsqlParameter<DateTime> At(Commit commit) => new NpgsqlParameter<DateTime> { TypedValue = commit.Recorded.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static NpgsqlParameter<string[]> Texts(IEnumerable<string> texts) => new NpgsqlParameter<string[]> { TypedValue = [.. texts], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };
}
