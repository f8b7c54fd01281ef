using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The next few events that an undo withdraws, in the order of their instants and keys.</summary>
/// <param name="From">The instant of the first.</param>
/// <param name="To">The instant of the last.</param>
/// <param name="Last">The key of the last.</param>
/// <param name="Events">How many.</param>
internal sealed record FewEvents(DateTime From, DateTime To, Guid Last, long Events);

/// <summary>
/// Withdraws some events of a back-fill and puts their hours right, as a correction does: the rows of the hours are there and locked first, in the order of the
/// intake, so that what comes in meanwhile waits; then they are counted anew from the events. Keys go last: an intake that waits for one holds no hour.
/// </summary>
internal static class UndoStatements
{
    /// <summary>So few that what comes in meanwhile waits for no longer than a blink.</summary>
    private const int AtOnce = 5_000;

    private const string Us = "(select no from usage_tenants where tenant_id = $1)";

    private const string Ours = $"e.tenant_no = {Us} and e.backfill = $2 and e.at >= $3 and e.at <= $4 and (e.at, e.key) <= ($4, $5)";

    private const string Find = $"""
        with few as (select at, key from usage_events e where e.tenant_no = {Us} and e.backfill = $2 and not e.withdrawn order by at, key limit $3)
        select min(at), max(at), (array_agg(key order by at desc, key desc))[1], count(*) from few
        """;

    private const string Lock = $"""
        insert into usage_hours (tenant_no, meter_id, subject_id, hour, dims, count, sum, min, max, latest, latest_at, latest_key)
        select distinct on (meter_id, subject_id, hour, dims) tenant_no, meter_id, subject_id, date_trunc('hour', at, 'UTC') as hour, dims, 0, 0, 0, 0, 0, at, key
        from usage_events e where {Ours} order by meter_id, subject_id, hour, dims
        on conflict (tenant_no, meter_id, subject_id, hour, dims) do update set count = usage_hours.count
        """;

    private const string Withdraw = $"""
        with gone as (update usage_events e set withdrawn = true where {Ours} and not e.withdrawn returning e.key)
        delete from usage_keys k using gone where k.tenant_no = {Us} and k.key = gone.key
        """;

    private const string Hours = $"select distinct tenant_no, meter_id, subject_id, date_trunc('hour', at, 'UTC') as hour, dims from usage_events e where {Ours}";

    private const string Raw = "from hours h join usage_events r on r.tenant_no = h.tenant_no and r.meter_id = h.meter_id and r.subject_id = h.subject_id and r.at >= h.hour and r.at < h.hour + interval '1 hour' and r.dims = h.dims and r.counted and not r.withdrawn and r.at >= date_trunc('hour', $3, 'UTC') and r.at < $4 + interval '1 hour'";

    private const string Count = $"""
        with hours as materialized ({Hours}),
        raw as materialized (
            select h.tenant_no, h.meter_id, h.subject_id, h.hour, h.dims, count(*), sum(r.value), min(r.value), max(r.value),
                   (array_agg(r.value order by r.at desc, r.key desc))[1] as latest, max(r.at) as at, (array_agg(r.key order by r.at desc, r.key desc))[1] as key
            {Raw} group by 1, 2, 3, 4, 5),
        gone as (
            delete from usage_hours u using hours h left join raw r using (tenant_no, meter_id, subject_id, hour, dims)
            where r.count is null and u.tenant_no = h.tenant_no and u.meter_id = h.meter_id and u.subject_id = h.subject_id and u.hour = h.hour and u.dims = h.dims)
        update usage_hours u set count = r.count, sum = r.sum, min = r.min, max = r.max, latest = r.latest, latest_at = r.at, latest_key = r.key
        from raw r where u.tenant_no = r.tenant_no and u.meter_id = r.meter_id and u.subject_id = r.subject_id and u.hour = r.hour and u.dims = r.dims
        """;

    private const string Items = $"""
        with hours as materialized ({Hours} and e.item is not null),
        raw as materialized (select distinct h.tenant_no, h.meter_id, h.subject_id, h.hour, h.dims, r.item {Raw} where r.item is not null)
        delete from usage_items i using hours h where i.tenant_no = h.tenant_no and i.meter_id = h.meter_id and i.subject_id = h.subject_id and i.hour = h.hour and i.dims = h.dims
          and not exists (select from raw where raw.tenant_no = i.tenant_no and raw.meter_id = i.meter_id and raw.subject_id = i.subject_id and raw.hour = i.hour and raw.dims = i.dims and raw.item = i.item)
        """;

    /// <summary>The next events to withdraw; null when none is left.</summary>
    public static Task<FewEvents?> Next(Session session, Guid backfill, CancellationToken stop) => session.Read<FewEvents?>(Find, [Id(backfill), new NpgsqlParameter<int> { TypedValue = AtOnce }], async row =>
        await row.ReadAsync(stop) && row.GetInt64(3) is > 0 and var events ? new FewEvents(row.GetDateTime(0), row.GetDateTime(1), row.GetGuid(2), events) : null, stop);

    /// <summary>The statements that withdraw them.</summary>
    public static IEnumerable<Statement> For(Guid backfill, FewEvents few) =>
        ((string[])[Lock, Withdraw, Count, Items]).Select(sql => new Statement(sql, Id(backfill), Moment(few.From), Moment(few.To), Id(few.Last)));

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<DateTime> Moment(DateTime at) => new() { TypedValue = at, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
