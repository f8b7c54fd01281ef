namespace Billing.Usage;

/// <summary>What is kept per hour, held against the events it is made of.</summary>
internal static class UsageHours
{
    public const string Promise = "what is kept of usage per hour is what its events say";

    /// <summary>Counts the hours that say something else, and names one.</summary>
    public const string Broken = """
        with raw as (
            select tenant_no, meter_id, subject_id, date_trunc('hour', at, 'UTC') as hour, dims, count(*), sum(value), min(value), max(value), (array_agg(value order by at desc, key desc))[1] as latest
            from usage_events where counted and not withdrawn group by 1, 2, 3, 4, 5),
        wrong as (
            select tenant_no, meter_id, subject_id, hour, dims from raw full join usage_hours h using (tenant_no, meter_id, subject_id, hour, dims)
            where (raw.count, raw.sum, raw.min, raw.max, raw.latest) is distinct from (h.count, h.sum, h.min, h.max, h.latest)),
        items as (
            select tenant_no, meter_id, subject_id, hour, dims from
                (select distinct tenant_no, meter_id, subject_id, date_trunc('hour', at, 'UTC') as hour, dims, item, true as raw from usage_events where counted and not withdrawn and item is not null) e
                full join (select *, true as kept from usage_items) i using (tenant_no, meter_id, subject_id, hour, dims, item)
            where raw is null or kept is null),
        keys as (
            select tenant_no, null::uuid as meter_id, null::uuid as subject_id, null::timestamptz as hour, key::text as dims
            from (select tenant_no, key, bool_or(not withdrawn or backfill is null) as needed from usage_events group by 1, 2) e full join (select tenant_no, key, true as kept from usage_keys) k using (tenant_no, key)
            where needed is null or (needed and kept is null)), -- what was undone with its back-fill has given its key back
        every as (select * from wrong union all select * from items union all select * from keys)
        select (select count(*) from every), (select concat_ws('/', t.tenant_id, m.code, every.subject_id, every.hour, every.dims) from every join usage_tenants t on t.no = every.tenant_no left join usage_meters m on m.id = every.meter_id limit 1)
        """;
}
