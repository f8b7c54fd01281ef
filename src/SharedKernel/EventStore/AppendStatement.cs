using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>
/// The one statement that appends, to one stream or to many of one tenant: it moves the streams on, and only where every version holds takes numbers
/// and writes the events. A lost race therefore burns no number, and the row locks have given the transaction its id before it takes one,
/// which the high-water mark relies on. It answers the events' numbers in their order.
/// </summary>
public static class AppendStatement
{
    /// <summary>The column of the numbers answered, by which its result set is known among those of other statements in a batch.</summary>
    public const string Number = "appended_seq_id";

    private const string Events = $"""
        appended as (
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers)
            select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, e.at, $1, e.dotnet, e.correlation, e.causation, e.headers
            from unnest($6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as e (id, stream, version, data, type, at, dotnet, correlation, causation, headers)
            where (select case when count(*) = cardinality($2) then true else version_conflict($1, $2[1], $3[1]) is null end from streams)
            returning seq_id)
        select seq_id as {Number} from appended
        """;

    /// <summary>Starts streams.</summary>
    public const string Start = $"""
        with streams as (
            insert into mt_streams (tenant_id, id, type, version, timestamp, created)
            select $1, s.id, s.type, s.version, s.at, s.at from unnest($2, $3, $4, $5) as s (id, version, at, type)
            on conflict do nothing returning 1),
        {Events}
        """;

    /// <summary>Continues streams at their expected versions. The limit tells the planner "few": it then goes by the key, in the order given.</summary>
    public const string Continue = $"""
        with streams as (
            update mt_streams m set version = s.version, timestamp = s.at
            from (select * from unnest($2, $3, $4, $5) as s (id, version, at, expected) limit cardinality($2)) as s
            where m.tenant_id = $1 and m.id = s.id and m.version = s.expected returning 1),
        {Events}
        """;

    internal static NpgsqlBatchCommand For(TenantId tenant, IReadOnlyList<WrittenAppend> appends, EventRegistry registry)
    {
        var (streams, events) = (appends.Count, 0);
        foreach (var append in appends) events += append.Data.Length;
        var starts = appends[0].Starts;
        var (stream, reached, moved, type, expected) = (new Guid[streams], new long[streams], new DateTime[streams], new string[starts ? streams : 0], new long[starts ? 0 : streams]);
        var (ids, streamOf, version, data, alias) = (new Guid[events], new Guid[events], new long[events], new string[events], new string[events]);
        var (at, dotnet, correlation, causation, headers) = (new DateTime[events], new string[events], new string?[events], new string?[events], new string[events]);

        for (int s = 0, e = 0; s < streams; s++)
        {
            var (recorded, append) = (appends[s].Recorded, appends[s].Append);
            (stream[s], reached[s], moved[s]) = (append.StreamId, append.ExpectedVersion + append.Events.Count, recorded.At.UtcDateTime);
            if (starts) type[s] = append.StreamType;
            else expected[s] = append.ExpectedVersion;
            for (var i = 0; i < append.Events.Count; i++, e++)
            {
                var happened = append.Events[i].Data.GetType();
                (ids[e], streamOf[e], version[e]) = (append.Events[i].Id, append.StreamId, append.ExpectedVersion + i + 1);
                (data[e], alias[e], dotnet[e]) = (appends[s].Data[i], registry.AliasOf(happened), registry.DotNetTypeOf(happened));
                (at[e], correlation[e], causation[e], headers[e]) = (moved[s], recorded.CorrelationId, append.Events[i].Causation ?? recorded.CausationId, appends[s].Headers);
            }
        }
        return new NpgsqlBatchCommand(starts ? Start : Continue)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                Many(stream, NpgsqlDbType.Uuid), Many(reached, NpgsqlDbType.Bigint), Many(moved, NpgsqlDbType.TimestampTz),
                starts ? Many(type, NpgsqlDbType.Varchar) : Many(expected, NpgsqlDbType.Bigint),
                Many(ids, NpgsqlDbType.Uuid), Many(streamOf, NpgsqlDbType.Uuid), Many(version, NpgsqlDbType.Bigint), Many(data, NpgsqlDbType.Jsonb), Many(alias, NpgsqlDbType.Varchar),
                Many(at, NpgsqlDbType.TimestampTz), Many(dotnet, NpgsqlDbType.Varchar), Many(correlation, NpgsqlDbType.Varchar), Many(causation, NpgsqlDbType.Varchar), Many(headers, NpgsqlDbType.Jsonb),
            },
        };
    }

    private static NpgsqlParameter<T[]> Many<T>(T[] values, NpgsqlDbType element) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };
}

/// <summary>One stream's events with their JSON: written by whoever commits, so that what cannot be written fails before it shares a transaction.</summary>
internal sealed record WrittenAppend(Recorded Recorded, string Headers, StreamAppend Append, string[] Data)
{
    public bool Starts => Append.ExpectedVersion == 0;

    /// <summary>The number of its last event, once appended.</summary>
    public long Last { get; set; }

    public static WrittenAppend[] Of(Commit commit, EventRegistry registry)
    {
        if (commit.Appends.Count == 0) return [];
        var headers = Billing.EventStore.Headers.Write(commit.Recorded, registry.Names);
        var written = new WrittenAppend[commit.Appends.Count];
        for (var a = 0; a < written.Length; a++)
            written[a] = new WrittenAppend(commit.Recorded, headers, commit.Appends[a], registry.Write(commit.Tenant, commit.Appends[a].Events));
        return written;
    }
}
