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
        insert into messages (tenant_id, id, type, body, key, due, correlation_id, causation_id, created) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (tenant_id, type, key) where key is not null do nothing
        """;

    /// <summary>Adds one commit; returns how many result sets it will bring.</summary>
    public static int Add(NpgsqlBatch batch, Commit commit, EventRegistry registry)
    {
        batch.BatchCommands.Add(Database.SetTenant(commit.Tenant));
        if (commit.Handling is { } handling) batch.BatchCommands.Add(MessageQueue.Handled(commit, handling));
        foreach (var append in commit.Appends) batch.BatchCommands.Add(AppendStatement.For(commit, append, registry));
        foreach (var row in commit.Rows) batch.BatchCommands.Add(row.Table.Write(commit.Tenant, row));
        AddRest(batch, commit);
        return (commit.Handling is null ? 1 : 2) + commit.Appends.Count;
    }

    /// <summary>Adds what a commit carries besides events and rows.</summary>
    public static void AddRest(NpgsqlBatch batch, Commit commit)
    {
        foreach (var message in commit.Messages) batch.BatchCommands.Add(Sending(commit.Tenant, message, commit.Recorded));
        if (commit.Answer is { } answer) batch.BatchCommands.Add(Remembering(commit.Tenant, answer, commit.Recorded.At));
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

    public static NpgsqlBatchCommand Sending(TenantId tenant, OutgoingMessage message, Recorded recorded) => Database.Command(tenant, Send,
    [
        new NpgsqlParameter<Guid> { TypedValue = message.Id },
        new NpgsqlParameter<string> { TypedValue = message.Type, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter<string> { TypedValue = message.Body, NpgsqlDbType = NpgsqlDbType.Jsonb },
        new NpgsqlParameter { Value = (object?)message.Key ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter<DateTime> { TypedValue = message.Due.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        new NpgsqlParameter { Value = (object?)recorded.CorrelationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter { Value = (object?)recorded.CausationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
        new NpgsqlParameter<DateTime> { TypedValue = recorded.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
    ]);
}
