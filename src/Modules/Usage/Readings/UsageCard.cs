using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.Usage;

/// <summary>A usage event as lists show it.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="Meter">The meter's code.</param>
/// <param name="Subject">Who used it.</param>
/// <param name="Value">How much.</param>
/// <param name="At">When, UTC.</param>
/// <param name="TakenAt">When it came in.</param>
/// <param name="Counted">Whether the meter's filters let it through.</param>
/// <param name="Withdrawn">Whether it was taken back, or another stands in its place.</param>
/// <param name="Properties">By name; numbers, true and false as text.</param>
internal sealed record UsageCard(string Id, string Meter, string Subject, Quantity Value, DateTimeOffset At, DateTimeOffset TakenAt, bool Counted, bool Withdrawn, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>The columns that <see cref="Of"/> reads, of events e, meters m and subjects s.</summary>
    public const string Columns = "e.id, m.code, s.name, e.value, e.at, e.taken_at, e.counted, e.withdrawn, e.properties";

    public static UsageCard Of(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), new Quantity(reader.GetDecimal(3)), new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero), new DateTimeOffset(reader.GetDateTime(5), TimeSpan.Zero), reader.GetBoolean(6), reader.GetBoolean(7),
        reader.IsDBNull(8) ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(reader.GetFieldValue<byte[]>(8))!.ToDictionary(p => p.Key, p => p.Value.ToString()));
}

/// <summary>The event that counts under an id.</summary>
/// <param name="Backfill">The back-fill it came with; null for none.</param>
internal sealed record FoundUsage(UsageCard Card, Guid Key, Guid MeterId, Guid SubjectId, string Dims, SortedList<string, string>? Properties, Guid? Backfill)
{
    private const string Sql = $"""
        with us as (select no from usage_tenants where tenant_id = $1), k as (select u.* from us join usage_keys u on u.tenant_no = us.no and u.key = $2)
        select {UsageCard.Columns}, e.key, e.meter_id, e.subject_id, e.dims, e.backfill
        from k join usage_events e on e.tenant_no = k.tenant_no and e.at = k.at and e.key = k.key join usage_meters m on m.tenant_id = $1 and m.id = e.meter_id join usage_subjects s on s.tenant_no = e.tenant_no and s.id = e.subject_id
        order by e.withdrawn, e.taken_at desc limit 1
        """;

    /// <summary>What it says.</summary>
    public EventSaid Said => new(Card.Id, Card.Meter, Card.Subject, Card.Value, Card.At);

    /// <summary>When, UTC.</summary>
    public DateTime At => Card.At.UtcDateTime;

    /// <summary>The event of a key; null when none was taken under it.</summary>
    public static Task<FoundUsage?> Find(Session session, Guid key, CancellationToken stop) => session.Read<FoundUsage?>(Sql, [new NpgsqlParameter<Guid> { TypedValue = key }], async reader =>
    {
        if (!await reader.ReadAsync(stop)) return null;
        var properties = reader.IsDBNull(8) ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(reader.GetFieldValue<byte[]>(8))!;
        return new FoundUsage(UsageCard.Of(reader), reader.GetGuid(9), reader.GetGuid(10), reader.GetGuid(11), reader.GetString(12),
            properties is null ? null : new SortedList<string, string>(properties.ToDictionary(p => p.Key, p => JsonSerializer.Serialize(p.Value)), StringComparer.Ordinal), reader.IsDBNull(13) ? null : reader.GetGuid(13));
    }, stop);
}
