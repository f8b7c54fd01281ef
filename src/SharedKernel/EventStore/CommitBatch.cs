using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>Writes commits into one batch: one round trip and, without a barrier between them, one transaction.</summary>
internal static class CommitBatch
{
    private const string Remember = """
        insert into idempotency_keys (tenant_id, key, fingerprint, status, headers, body, created) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string Send = """
        insert into messages (tenant_id, id, type, body, key, due, correlation_id, causation_id, created, clock_due)
        select $1, m.id, m.type, m.body, m.key, m.due, $2, m.causation, $3, m.clock_due from unnest($4, $5, $6, $7, $8, $9, $10) as m (id, type, body, key, due, causation, clock_due)
        on conflict (tenant_id, type, key) where key is not null do nothing
        """;

    /// <summary>
    /// Adds commits that are to share a transaction: for each tenant one statement that continues streams, one that starts streams and one for each table of rows,
    /// in the order of tenant and stream, so that all lanes take their locks in one order.
    /// </summary>
    /// <returns>For each result set of <see cref="AppendStatement"/> to come, whose events' numbers it brings; other statements may answer what they like.</returns>
    public static List<List<WrittenAppend>> Add(NpgsqlBatch batch, List<Lanes.Waiting> together, EventRegistry registry)
    {
        var results = new List<List<WrittenAppend>>();
        together.Sort(static (a, b) => string.CompareOrdinal(a.Commit.Tenant.Value, b.Commit.Tenant.Value));
        for (int from = 0, to; from < together.Count; from = to)
        {
            to = from + 1;
            while (to < together.Count && together[to].Commit.Tenant == together[from].Commit.Tenant) to++;
            Add(batch, together[from].Commit.Tenant, CollectionsMarshal.AsSpan(together)[from..to], registry, results);
        }
        return results;
    }

    private static void Add(NpgsqlBatch batch, TenantId tenant, ReadOnlySpan<Lanes.Waiting> together, EventRegistry registry, List<List<WrittenAppend>> results)
    {
        batch.BatchCommands.Add(Database.SetTenant(tenant));
        var (starts, continues, rows) = (new List<WrittenAppend>(together.Length), new List<WrittenAppend>(together.Length), new List<RowChange>());
        foreach (var waiting in together)
        {
            foreach (var append in waiting.Appends) (append.Starts ? starts : continues).Add(append);
            rows.AddRange(waiting.Commit.Rows);
            if (waiting.Commit.Handled.Count > 0) batch.BatchCommands.Add(MessageQueue.Handled(waiting.Commit));
        }
        foreach (var appends in (ReadOnlySpan<List<WrittenAppend>>)[continues, starts])
        {
            if (appends.Count == 0) continue;
            appends.Sort(static (a, b) => a.Append.StreamId.CompareTo(b.Append.StreamId));
            batch.BatchCommands.Add(AppendStatement.For(tenant, appends, registry));
            results.Add(appends);
        }
        if (rows.Count == 1) AddRows(batch, tenant, rows[0].Table, rows);
        else if (rows.Count > 1) foreach (var table in rows.GroupBy(r => r.Table)) AddRows(batch, tenant, table.Key, [.. table]);
        foreach (var waiting in together) AddRest(batch, waiting.Commit);
    }

    /// <summary>Adds changes of one table; no key may be in it twice.</summary>
    public static void AddRows(NpgsqlBatch batch, TenantId tenant, RowTable table, IReadOnlyList<RowChange> changes)
    {
        if (changes.Count == 1)
        {
            batch.BatchCommands.Add(table.Write(tenant, changes[0]));
            return;
        }
        var removed = changes.Where(c => c.Row is null).Select(c => (tenant, c.Key)).ToList();
        var written = changes.Where(c => c.Row is not null).OrderBy(c => c.Key).Select(c => (tenant, c.Row!)).ToList();
        if (removed.Count > 0) batch.BatchCommands.Add(table.DeleteMany(removed));
        if (written.Count > 0) batch.BatchCommands.Add(table.UpsertMany(written));
    }

    /// <summary>Adds what a commit carries besides events and rows.</summary>
    public static void AddRest(NpgsqlBatch batch, Commit commit)
    {
        foreach (var statement in commit.Also) batch.BatchCommands.Add(statement.For(commit.Tenant));
        if (commit.Messages.Count > 0) batch.BatchCommands.Add(Sending(commit));
        if (commit.Answer is { } answer) batch.BatchCommands.Add(Remembering(commit.Tenant, answer, commit.KeptFrom));
    }

    public static NpgsqlBatchCommand Remembering(TenantId tenant, RememberedAnswer answer, DateTimeOffset at, string orElse = "") => Database.Command(tenant, orElse.Length == 0 ? Remember : $"{Remember} {orElse}",
    [
        new NpgsqlParameter<string> { TypedValue = answer.Key, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter<byte[]> { TypedValue = answer.Fingerprint },
        new NpgsqlParameter<int> { TypedValue = answer.Status },
        new NpgsqlParameter<string> { TypedValue = answer.Headers, NpgsqlDbType = NpgsqlDbType.Jsonb },
        new NpgsqlParameter<byte[]> { TypedValue = answer.Body },
        new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
    ]);

    private static NpgsqlBatchCommand Sending(Commit commit)
    {
        var messages = commit.Messages;
        return Database.Command(commit.Tenant, Send,
        [
            Sql.Text(commit.Recorded.CorrelationId),
            Sql.Moment(commit.KeptFrom),
            Sql.Ids(messages.Select(message => message.Id)),
            Sql.Texts(messages.Select(message => message.Type)),
            new NpgsqlParameter<string[]> { TypedValue = [.. messages.Select(message => message.Body)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            Sql.Texts(messages.Select(message => message.Key)),
            new NpgsqlParameter<DateTime[]> { TypedValue = [.. messages.Select(message => message.Due.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            Sql.Texts(messages.Select(message => message.Causation ?? commit.Recorded.CausationId)),
            new NpgsqlParameter<DateTime?[]> { TypedValue = [.. messages.Select(message => message.ClockDue?.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
        ]);
    }
}
