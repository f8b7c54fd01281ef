using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Usage in a parcel: the raw events, what back-fills brought, and the reports. Hours, items, keys and names follow from them and are worked out anew where they go.</summary>
internal static class UsageBelongings
{
    private const string Us = "(select no from usage_tenants where tenant_id = $1)";

    /// <summary>As <see cref="UsageHash"/> makes a key of a text.</summary>
    private const string Key = "encode(substring(sha256(convert_to({0}, 'UTF8')) for 16), 'hex')::uuid";

    private static readonly string Subject = Key.Replace("{0}", "l ->> 'subject'", StringComparison.Ordinal);
    private static readonly string Id = Key.Replace("{0}", "l ->> 'id'", StringComparison.Ordinal);

    public static Belonging Events { get; } = new(
        "usage.events",
        """
        select json_build_object('id', e.id, 'meter', e.meter_id, 'subject', s.name, 'value', e.value, 'at', e.at, 'takenAt', e.taken_at, 'counted', e.counted, 'withdrawn', e.withdrawn,
                                 'item', e.item, 'dims', e.dims, 'properties', e.properties, 'content', k.content, 'backfill', e.backfill)::text
        from usage_tenants t join usage_events e on e.tenant_no = t.no join usage_subjects s on s.tenant_no = t.no and s.id = e.subject_id left join usage_keys k on k.tenant_no = t.no and k.key = e.key -- the undo of a back-fill frees keys
        where t.tenant_id = $1 order by e.taken_at, e.key, e.withdrawn desc
        """,
        $"""
        insert into usage_events (at, taken_at, tenant_no, counted, withdrawn, meter_id, subject_id, key, item, value, id, dims, properties, backfill)
        select (l ->> 'at')::timestamptz, (l ->> 'takenAt')::timestamptz, {Us}, (l -> 'counted')::boolean, (l -> 'withdrawn')::boolean, m.id, {Subject}, {Id},
               (l ->> 'item')::uuid, (l -> 'value')::numeric, l ->> 'id', l ->> 'dims', nullif(l -> 'properties', 'null'), (l ->> 'backfill')::uuid
        from unnest($2) l join usage_meters m on m.tenant_id = $1 and m.id = (l ->> 'meter')::uuid
        where length(l ->> 'id') between 1 and {UsageEvent.LongestName} and length(l ->> 'subject') between 1 and {UsageEvent.LongestName} and jsonb_typeof((l ->> 'dims')::jsonb) = 'array'
          and coalesce(jsonb_typeof(l -> 'properties'), 'null') in ('null', 'object') and l -> 'content' is not null
          and (l -> 'content' <> 'null' or ((l -> 'withdrawn')::boolean and l ->> 'backfill' is not null)) and (l ->> 'backfill' is null or (l ->> 'backfill')::uuid in (select id from usage_backfills where tenant_id = $1))
        """,
        $"insert into usage_subjects (tenant_no, id, name) select distinct {Us}, {Subject}, l ->> 'subject' from unnest($2) l on conflict do nothing",
        // the last line under a key leads to the event that counts: an amended one comes behind what it replaced
        $"""
        insert into usage_keys (tenant_no, key, content, at)
        select distinct on (2) {Us}, {Id}, (l -> 'content')::bigint, (l ->> 'at')::timestamptz from unnest($2) with ordinality as lines (l, n) where l -> 'content' <> 'null' order by 2, n desc
        on conflict (tenant_no, key) do update set at = excluded.at
        """)
    {
        Ahead = [IntakeStatement.Number, "select usage_make_month(month) from (select distinct date_trunc('month', (l ->> 'at')::timestamptz, 'UTC') as month from unnest($2) l where $1 <> '') months"],
        Behind =
        [
            $"""
            insert into usage_hours (tenant_no, meter_id, subject_id, hour, dims, count, sum, min, max, latest, latest_at, latest_key)
            select tenant_no, meter_id, subject_id, date_trunc('hour', at, 'UTC') as hour, dims, count(*), sum(value), min(value), max(value),
                   (array_agg(value order by at desc, key desc))[1], max(at), (array_agg(key order by at desc, key desc))[1]
            from usage_events where tenant_no = {Us} and counted and not withdrawn group by 1, 2, 3, 4, 5
            """,
            $"insert into usage_items (tenant_no, meter_id, subject_id, hour, dims, item) select distinct tenant_no, meter_id, subject_id, date_trunc('hour', at, 'UTC'), dims, item from usage_events where tenant_no = {Us} and counted and not withdrawn and item is not null",
        ],
        Drop = [.. new[] { "usage_items", "usage_hours", "usage_keys", "usage_events", "usage_subjects" }.Select(table => (table, $"tenant_no = {Us}"))],
        // amounts stay, and what they were grouped by: bills rest on them
        Forget = [$"update usage_events set properties = null where tenant_no = {Us} and meter_id in (select id from usage_meters where tenant_id = $1) and subject_id = {Key.Replace("{0}", "$2::text", StringComparison.Ordinal)} and properties is not null"],
    };

    /// <summary>What each back-fill brought, as it came in: events that are amended, or withdrawn, later change nothing of that.</summary>
    public static Belonging Backfills { get; } = new(
        "usage.backfill_meters",
        """
        select json_build_object('backfill', b.backfill_id, 'meter', b.meter_id, 'events', b.events, 'counted', b.counted, 'value', b.value, 'firstAt', b.first_at, 'lastAt', b.last_at)::text
        from usage_tenants t join usage_backfill_meters b on b.tenant_no = t.no where t.tenant_id = $1 order by b.backfill_id, b.meter_id
        """,
        $"""
        insert into usage_backfill_meters (tenant_no, backfill_id, meter_id, events, counted, value, first_at, last_at)
        select {Us}, b.id, m.id, (l -> 'events')::bigint, (l -> 'counted')::bigint, (l -> 'value')::numeric, (l ->> 'firstAt')::timestamptz, (l ->> 'lastAt')::timestamptz
        from unnest($2) l join usage_backfills b on b.tenant_id = $1 and b.id = (l ->> 'backfill')::uuid join usage_meters m on m.tenant_id = $1 and m.id = (l ->> 'meter')::uuid
        where (l -> 'counted')::bigint between 0 and (l -> 'events')::bigint and (l ->> 'firstAt')::timestamptz <= (l ->> 'lastAt')::timestamptz
        """)
    {
        Ahead = [IntakeStatement.Number],
        Drop = [("usage_backfill_meters", $"tenant_no = {Us}")],
    };

    public static Belonging Reports { get; } = new(
        "usage.reports",
        """
        select json_build_object('type', r.metric_type, 'name', r.metric_name, 'from', r.period_start, 'to', r.period_end, 'takenAt', r.taken_at, 'value', r.value, 'unit', r.unit, 'metadata', r.metadata)::text
        from usage_tenants t join usage_reports r on r.tenant_no = t.no where t.tenant_id = $1 order by r.taken_at, r.metric_type, r.metric_name, r.period_start, r.period_end
        """,
        $"""
        insert into usage_reports (tenant_no, metric_type, metric_name, period_start, period_end, taken_at, value, unit, metadata)
        select {Us}, l ->> 'type', l ->> 'name', (l ->> 'from')::timestamptz, (l ->> 'to')::timestamptz, (l ->> 'takenAt')::timestamptz, (l -> 'value')::numeric, l ->> 'unit', nullif(l -> 'metadata', 'null')
        from unnest($2) l where (l ->> 'from')::timestamptz < (l ->> 'to')::timestamptz and length(l ->> 'type') between 1 and 100 and length(l ->> 'name') between 1 and 100 and length(l ->> 'unit') <= 40
          and coalesce(jsonb_typeof(l -> 'metadata'), 'null') in ('null', 'object')
        """)
    {
        Ahead = [IntakeStatement.Number],
        Drop = [("usage_reports", $"tenant_no = {Us}")],
    };
}
