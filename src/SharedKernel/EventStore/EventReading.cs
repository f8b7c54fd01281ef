using Npgsql;

namespace Billing.EventStore;

/// <summary>The columns events are read by, and the reading.</summary>
internal static class EventReading
{
    public const string Columns = "seq_id, id, tenant_id, stream_id, version, type, data, timestamp, headers, correlation_id, causation_id";

    public const string Stream = $"select {Columns} from mt_events where tenant_id = $1 and stream_id = $2 and version > $3 and version <= $4 order by version";

    /// <summary>Of a stream of that type; an id that names something else names nothing.</summary>
    public const string StreamOfType = $"select {Columns} from mt_events where tenant_id = $1 and stream_id = $2 and version > $3 and version <= $4 and exists (select from mt_streams where tenant_id = $1 and id = $2 and type = $5) order by version";

    /// <summary>Of streams of that type.</summary>
    public const string StreamsOfType = $"select {Columns} from mt_events e where tenant_id = $1 and stream_id = any($2) and exists (select from mt_streams s where s.tenant_id = $1 and s.id = e.stream_id and s.type = $3) order by stream_id, version";

    /// <summary>By their numbers in the log.</summary>
    public const string Numbered = $"select {Columns} from mt_events where tenant_id = $1 and seq_id = any($2) order by seq_id";

    /// <summary>Reads the event the reader stands on.</summary>
    public static StoredEvent Read(NpgsqlDataReader reader, EventRegistry registry)
    {
        var (tenant, alias) = (new TenantId(reader.GetString(2)), reader.GetString(5));
        return new StoredEvent(
            reader.GetInt64(0),
            reader.GetGuid(1),
            tenant,
            reader.GetGuid(3),
            reader.GetInt64(4),
            alias,
            registry.Read(tenant, alias, reader.GetFieldValue<byte[]>(6)),
            new DateTimeOffset(reader.GetDateTime(7), TimeSpan.Zero),
            reader.IsDBNull(8) ? null : reader.GetString(8),
            reader.IsDBNull(9) ? null : reader.GetString(9),
            reader.IsDBNull(10) ? null : reader.GetString(10),
            registry.Names);
    }
}
