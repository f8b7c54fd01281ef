using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>
/// The one statement that appends: it moves the stream on, and only where the version holds takes numbers and writes the events.
/// A lost race therefore burns no number, and the row lock has given the transaction its id before it takes one,
/// which the high-water mark relies on.
/// </summary>
public static class AppendStatement
{
    private const string Events = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers)
        select nextval('mt_events_sequence'), e.id, $2, $3 + e.n, e.data, e.type, $4, $1, e.dotnet, $5, $6, $7
        from stream, unnest($8, $9, $10, $11) with ordinality as e (id, data, type, dotnet, n)
        returning seq_id
        """;

    private const string Last = "select coalesce(max(seq_id), version_conflict($1, $2, $3)) from appended";

    /// <summary>Starts a stream.</summary>
    public const string Start = $"""
        with stream as (
            insert into mt_streams (tenant_id, id, type, version, timestamp, created) values ($1, $2, $12, $3 + $13, $4, $4)
            on conflict do nothing returning version),
        appended as ({Events})
        {Last}
        """;

    /// <summary>Continues a stream at the expected version.</summary>
    public const string Continue = $"""
        with stream as (
            update mt_streams set version = version + $12, timestamp = $4
            where tenant_id = $1 and id = $2 and version = $3 returning version),
        appended as ({Events})
        {Last}
        """;

    internal static NpgsqlBatchCommand For(Commit commit, StreamAppend append, EventRegistry registry)
    {
        var count = append.Events.Count;
        var (ids, data, types, dotnet) = (new Guid[count], new string[count], new string[count], new string[count]);
        for (var i = 0; i < count; i++)
        {
            var happened = append.Events[i];
            ids[i] = happened.Id;
            data[i] = registry.Write(happened.Data);
            types[i] = registry.AliasOf(happened.Data.GetType());
            dotnet[i] = registry.DotNetTypeOf(happened.Data.GetType());
        }
        var command = new NpgsqlBatchCommand(append.ExpectedVersion == 0 ? Start : Continue)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = commit.Tenant.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new NpgsqlParameter<Guid> { TypedValue = append.StreamId },
                new NpgsqlParameter<long> { TypedValue = append.ExpectedVersion },
                new NpgsqlParameter<DateTime> { TypedValue = commit.Recorded.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                Text(commit.Recorded.CorrelationId),
                Text(commit.Recorded.CausationId),
                new NpgsqlParameter<string> { TypedValue = Headers.Write(commit.Recorded), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter<Guid[]> { TypedValue = ids },
                new NpgsqlParameter<string[]> { TypedValue = data, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new NpgsqlParameter<string[]> { TypedValue = types, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                new NpgsqlParameter<string[]> { TypedValue = dotnet, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
            },
        };
        if (append.ExpectedVersion == 0) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = append.StreamType, NpgsqlDbType = NpgsqlDbType.Varchar });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
        return command;
    }

    private static NpgsqlParameter Text(string? value) => value is null
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar }
        : new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Varchar };
}
