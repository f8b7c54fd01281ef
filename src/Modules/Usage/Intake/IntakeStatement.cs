using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>
/// The one statement that takes events in: keys, events, hours and items become true together, and a key that was there before takes nothing.
/// Keys come first and in order, hours after them and in order, so that two nodes wait for each other and never in a circle.
/// </summary>
internal static class IntakeStatement
{
    /// <summary>Answers the keys that were there before.</summary>
    public const string Take = $"""
        with us as (select no from usage_tenants where tenant_id = $1),
        came as (select * from {Came}),
        {Fresh},
        {Kept},
        {Rolled},
        {Told}
        select key, 0 from came where key not in (select key from fresh)
        """;

    /// <summary>The same where some of the events count against hard limits: those that would go beyond one are not taken, and answered with the number of the limit. See <see cref="WithinValuesOf"/>.</summary>
    public const string TakeWithin = $"""
        with us as (select no from usage_tenants where tenant_id = $1),
        beyond as materialized (select o.over_key, o.limit_no from us, usage_over_limits(us.no, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) o),
        came as (select e.* from {Came} where e.key not in (select over_key from beyond)),
        {Fresh},
        {Kept},
        {Rolled},
        {Told}
        select key, 0 from came where key not in (select key from fresh) union all select over_key, limit_no from beyond
        """;

    /// <summary>
    /// The same for a back-fill ($14), which stays open until they are in: whoever closes it waits, and whoever comes after that takes nothing. Answers a null, too,
    /// when it takes no events any more.
    /// </summary>
    public const string TakeInto = $"""
        with us as (select no from usage_tenants where tenant_id = $1),
        open as materialized (select id from usage_backfills where tenant_id = $1 and id = $14 and closed_at is null and undo_asked_at is null for share),
        came as (select e.* from {Came}, open),
        {Fresh},
        kept as (
            insert into usage_events (at, taken_at, tenant_no, counted, meter_id, subject_id, key, item, value, id, dims, properties, backfill)
            select at, $13, us.no, counted, meter_id, subject_id, key, item, value, id, dims, properties::jsonb, $14 from us, came join fresh using (key)),
        {Rolled},
        {Told},
        brought as (
            insert into usage_backfill_meters as b (tenant_no, backfill_id, meter_id, events, counted, value, first_at, last_at)
            select us.no, $14, meter_id, count(*), count(*) filter (where counted), coalesce(sum(value) filter (where counted), 0), min(at), max(at)
            from us, came join fresh using (key) group by us.no, meter_id order by meter_id
            on conflict (tenant_no, backfill_id, meter_id) do update set
                events = b.events + excluded.events, counted = b.counted + excluded.counted, value = b.value + excluded.value,
                first_at = least(b.first_at, excluded.first_at), last_at = greatest(b.last_at, excluded.last_at))
        select key, 0 from came where key not in (select key from fresh) union all select null, 0 where not exists (select from open)
        """;

    private const string Came = """
        unnest($2::uuid[], $3::bigint[], $4::timestamptz[], $5::uuid[], $6::uuid[], $7::numeric[], $8::varchar[], $9::varchar[], $10::varchar[], $11::boolean[], $12::uuid[])
                 as e(key, content, at, meter_id, subject_id, value, id, dims, properties, counted, item)
        """;

    private const string Fresh = "fresh as (insert into usage_keys (tenant_no, key, content, at) select us.no, key, content, at from us, came on conflict do nothing returning key)";

    private const string Kept = """
        kept as (
            insert into usage_events (at, taken_at, tenant_no, counted, meter_id, subject_id, key, item, value, id, dims, properties)
            select at, $13, us.no, counted, meter_id, subject_id, key, item, value, id, dims, properties::jsonb from us, came join fresh using (key))
        """;

    private const string Rolled = """
        rolled as (
            insert into usage_hours as h (tenant_no, meter_id, subject_id, hour, dims, count, sum, min, max, latest, latest_at, latest_key)
            select us.no, meter_id, subject_id, date_trunc('hour', at, 'UTC') as hour, dims, count(*), sum(value), min(value), max(value),
                   (array_agg(value order by at desc, key desc))[1], max(at), (array_agg(key order by at desc, key desc))[1]
            from us, came join fresh using (key) where counted group by us.no, meter_id, subject_id, hour, dims order by meter_id, subject_id, hour, dims
            on conflict (tenant_no, meter_id, subject_id, hour, dims) do update set
                count = h.count + excluded.count, sum = h.sum + excluded.sum, min = least(h.min, excluded.min), max = greatest(h.max, excluded.max),
                latest = case when (excluded.latest_at, excluded.latest_key) > (h.latest_at, h.latest_key) then excluded.latest else h.latest end,
                latest_key = case when (excluded.latest_at, excluded.latest_key) > (h.latest_at, h.latest_key) then excluded.latest_key else h.latest_key end,
                latest_at = greatest(h.latest_at, excluded.latest_at))
        """;

    private const string Told = """
        told as (
            insert into usage_items (tenant_no, meter_id, subject_id, hour, dims, item)
            select distinct us.no, meter_id, subject_id, date_trunc('hour', at, 'UTC'), dims, item from us, came join fresh using (key) where counted and item is not null
            order by 2, 3, 4, 5, 6 on conflict do nothing)
        """;

    /// <summary>What was taken under keys before.</summary>
    public const string Before = "select key, content from usage_keys where tenant_no = (select no from usage_tenants where tenant_id = $1) and key = any ($2)";

    /// <summary>Names new users of something.</summary>
    public const string Name = """
        insert into usage_subjects (tenant_no, id, name) select no, id, name from usage_tenants, unnest($2::uuid[], $3::varchar[]) as s(id, name) where tenant_id = $1 order by id on conflict do nothing
        """;

    /// <summary>Gives the organisation its number.</summary>
    public const string Number = "insert into usage_tenants (tenant_id) select $1 where not exists (select from usage_tenants where tenant_id = $1) on conflict do nothing";

    /// <summary>Makes the partition of a month.</summary>
    public const string Month = "select usage_make_month($2) where $1 <> ''";

    /// <summary>The values of <see cref="Take"/> after the organisation.</summary>
    public static NpgsqlParameter[] ValuesOf(IReadOnlyList<UsageEvent> events, DateTime now) =>
    [
        Array(events, e => e.Key),
        Array(events, e => e.Content),
        Array(events, e => e.At, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz),
        Array(events, e => e.MeterId),
        Array(events, e => e.SubjectId),
        Array(events, e => e.Value),
        Array(events, e => e.Id),
        Array(events, e => e.Dims),
        Array(events, e => e.Properties),
        Array(events, e => e.Counted),
        Array(events, e => e.Item),
        new NpgsqlParameter<DateTime> { TypedValue = now, NpgsqlDbType = NpgsqlDbType.TimestampTz },
    ];

    /// <summary>The further values of <see cref="TakeWithin"/>.</summary>
    /// <param name="limited">The events that count against hard limits, in the order in which they were sent.</param>
    /// <param name="limits">All these limits, each once; the answer numbers them from 1.</param>
    public static NpgsqlParameter[] WithinValuesOf(IReadOnlyList<UsageEvent> limited, IReadOnlyList<HardLimit> limits)
    {
        var numbers = limits.Select((limit, i) => (limit, i)).ToDictionary(each => each.limit, each => each.i + 1);
        var pairs = limited.SelectMany((happened, i) => happened.Hard.Select(limit => (Event: i + 1, Limit: numbers[limit]))).ToList();
        return
        [
            Array(limited, e => e.Key),
            Array(limited, e => e.Value),
            Array(limited, e => e.Item),
            new NpgsqlParameter<int[]> { TypedValue = [.. pairs.Select(pair => pair.Event)] },
            new NpgsqlParameter<int[]> { TypedValue = [.. pairs.Select(pair => pair.Limit)] },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. limits.Select(limit => limit.MeterId)] },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. limits.Select(limit => limit.SubjectId)] },
            new NpgsqlParameter<DateTime[]> { TypedValue = [.. limits.Select(limit => limit.From)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            new NpgsqlParameter<DateTime[]> { TypedValue = [.. limits.Select(limit => limit.To)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            new NpgsqlParameter<decimal[]> { TypedValue = [.. limits.Select(limit => limit.Most)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. limits.Select(limit => JsonNamingPolicy.CamelCase.ConvertName(limit.Rule.ToString()))], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
        ];
    }

    private static NpgsqlParameter<T[]> Array<T>(IReadOnlyList<UsageEvent> events, Func<UsageEvent, T> of, NpgsqlDbType? type = null)
    {
        var values = new T[events.Count];
        for (var i = 0; i < values.Length; i++) values[i] = of(events[i]);
        var parameter = new NpgsqlParameter<T[]> { TypedValue = values };
        if (type is { } known) parameter.NpgsqlDbType = known;
        return parameter;
    }
}
