using System.Diagnostics;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Finds out what became of a commit whose connection broke. It is never sent again unlooked: first the old backend must be gone,
/// then the log says whether the first event is in.
/// </summary>
internal sealed class Outcome(Database database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether Postgres has not said that the transaction is gone.</summary>
    public static bool IsUnknown(Exception failed) => failed switch
    {
        PostgresException said => said.SqlState.StartsWith("57P", StringComparison.Ordinal) || said.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    public async Task Find(IReadOnlyList<Lanes.Waiting> commits, int backend, Exception cut)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var each in commits)
        {
            while (!each.Done.Task.IsCompleted)
            {
                try
                {
                    if (await IsIn(each.Commit, backend) is { } last)
                    {
                        if (last > 0) each.Done.TrySetResult(last);
                        else each.Done.TrySetException(cut);
                    }
                }
                catch (Exception away) when (IsUnknown(away))
                {
                    // the server is still coming back
                }
                if (Stopwatch.GetElapsedTime(since) > Patience) each.Done.TrySetException(new OutcomeUnknownException(cut));
                if (!each.Done.Task.IsCompleted) await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    /// <summary>Null while the old backend may still be at it; else the number of the commit's last event, or 0 when it is not in.</summary>
    private async Task<long?> IsIn(Commit commit, int backend)
    {
        await using var connection = await database.Web.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Database.SetTenant(commit.Tenant), new("select exists (select from pg_stat_activity where pid = $1 and usename = current_user and pid <> pg_backend_pid())") { Parameters = { new() { Value = backend } } } } };
        if (commit.Appends.Count > 0)
        {
            var append = commit.Appends[^1];
            batch.BatchCommands.Add(new("select seq_id from mt_events where tenant_id = $1 and stream_id = $2 and version = $3 and id = $4")
            {
                Parameters = { new() { Value = commit.Tenant.Value }, new() { Value = append.StreamId }, new() { Value = append.ExpectedVersion + append.Events.Count }, new() { Value = append.Events[^1].Id } },
            });
        }
        else if (commit.Answer is { } answer)
        {
            batch.BatchCommands.Add(new("select 1::bigint from idempotency_keys where tenant_id = $1 and key = $2 and fingerprint = $3")
            {
                Parameters = { new() { Value = commit.Tenant.Value }, new() { Value = answer.Key }, new() { Value = answer.Fingerprint } },
            });
        }
        else
        {
            batch.BatchCommands.Add(new("select 1::bigint from messages where tenant_id = $1 and id = $2 and (handled_at is not null or not $3)")
            {
                Parameters = { new() { Value = commit.Tenant.Value }, new() { Value = commit.Handled.Count > 0 ? commit.Handled[0].Id : commit.Messages[0].Id }, new() { Value = commit.Handled.Count > 0 } },
            });
        }
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var busy = reader.GetBoolean(0);
        await reader.NextResultAsync();
        if (await reader.ReadAsync()) return reader.GetInt64(0);
        return busy ? null : 0;
    }
}
