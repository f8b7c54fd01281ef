using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>
/// Puts the hours of a corrected event right: the rows of the hours are there and locked first, so that what comes in meanwhile waits, and then they are counted anew
/// from the events. Each statement sees what the one before it did.
/// </summary>
internal static class CorrectionStatements
{
    private const string Us = "(select no from usage_tenants where tenant_id = $1)";

    private const string Lock = $"""
        insert into usage_hours (tenant_no, meter_id, subject_id, hour, dims, count, sum, min, max, latest, latest_at, latest_key)
        values ({Us}, $2, $3, date_trunc('hour', $4, 'UTC'), $5, 0, 0, 0, 0, 0, $4, $6) on conflict (tenant_no, meter_id, subject_id, hour, dims) do update set count = usage_hours.count
        """;

    private const string Withdraw = $"update usage_events set withdrawn = true where tenant_no = {Us} and at = $2 and key = $3 and not withdrawn";

    private const string Insert = $"""
        insert into usage_events (at, taken_at, tenant_no, counted, meter_id, subject_id, key, item, value, id, dims, properties, backfill) values ($2, $3, {Us}, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13)
        """;

    // The undo of a back-fill has freed the key meanwhile: the correction is of something that is no more.
    private const string StillTaken = $"insert into usage_keys (tenant_no, key, content, at) select {Us}, $2, version_conflict($1, $2, 0), $3 where not exists (select from usage_keys where tenant_no = {Us} and key = $2)";

    private const string Lead = $"update usage_keys set at = $3 where tenant_no = {Us} and key = $2";

    private const string Count = $"""
        with raw as (
            select count(*), coalesce(sum(value), 0) as sum, min(value), max(value), (array_agg(value order by at desc, key desc))[1] as latest, max(at) as at, (array_agg(key order by at desc, key desc))[1] as key
            from usage_events where tenant_no = {Us} and meter_id = $2 and subject_id = $3 and dims = $5 and counted and not withdrawn
             and at >= date_trunc('hour', $4, 'UTC') and at < date_trunc('hour', $4, 'UTC') + interval '1 hour'),
        gone as (delete from usage_hours where (select count from raw) = 0 and tenant_no = {Us} and meter_id = $2 and subject_id = $3 and dims = $5 and hour = date_trunc('hour', $4, 'UTC'))
        update usage_hours h set count = raw.count, sum = raw.sum, min = raw.min, max = raw.max, latest = raw.latest, latest_at = raw.at, latest_key = raw.key
        from raw where raw.count > 0 and h.tenant_no = {Us} and h.meter_id = $2 and h.subject_id = $3 and h.dims = $5 and h.hour = date_trunc('hour', $4, 'UTC')
        """;

    private const string Items = $"""
        with raw as (
            select distinct item from usage_events where tenant_no = {Us} and meter_id = $2 and subject_id = $3 and dims = $5 and counted and not withdrawn and item is not null
             and at >= date_trunc('hour', $4, 'UTC') and at < date_trunc('hour', $4, 'UTC') + interval '1 hour'),
        gone as (delete from usage_items where tenant_no = {Us} and meter_id = $2 and subject_id = $3 and dims = $5 and hour = date_trunc('hour', $4, 'UTC') and item not in (select item from raw))
        insert into usage_items (tenant_no, meter_id, subject_id, hour, dims, item) select {Us}, $2, $3, date_trunc('hour', $4, 'UTC'), $5, item from raw on conflict do nothing
        """;

    /// <summary>The statements that withdraw an event, or put another in its place.</summary>
    public static IEnumerable<Statement> For(FoundUsage found, UsageEvent? instead, DateTimeOffset now)
    {
        var hours = new List<(Guid Subject, DateTime At, string Dims)> { (found.SubjectId, found.At, found.Dims) };
        if (instead is not null) hours.Add((instead.SubjectId, instead.At, instead.Dims));
        // In the order in which the intake takes them, so that nobody waits in a circle.
        hours = [.. hours.OrderBy(h => h.Subject).ThenBy(h => h.At).ThenBy(h => h.Dims, StringComparer.Ordinal)];
        foreach (var (subject, at, dims) in hours) yield return new Statement(Lock, [.. Place(found.MeterId, subject, at, dims), Id(found.Key)]);
        yield return new Statement(StillTaken, Id(found.Key), Moment(found.At));
        yield return new Statement(Withdraw, Moment(found.At), Id(found.Key));
        if (instead is not null)
        {
            yield return new Statement(Insert,
                Moment(instead.At), Moment(now.UtcDateTime), new NpgsqlParameter<bool> { TypedValue = instead.Counted }, Id(instead.MeterId), Id(instead.SubjectId), Id(instead.Key),
                new NpgsqlParameter { Value = (object?)instead.Item ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }, new NpgsqlParameter<decimal> { TypedValue = instead.Value }, Text(instead.Id), Text(instead.Dims),
                new NpgsqlParameter { Value = (object?)instead.Properties ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new NpgsqlParameter { Value = (object?)found.Backfill ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            yield return new Statement(Lead, Id(instead.Key), Moment(instead.At));
        }
        foreach (var (subject, at, dims) in hours)
        {
            yield return new Statement(Count, Place(found.MeterId, subject, at, dims));
            yield return new Statement(Items, Place(found.MeterId, subject, at, dims));
        }
    }

    private static NpgsqlParameter[] Place(Guid meter, Guid subject, DateTime at, string dims) => [Id(meter), Id(subject), Moment(at), Text(dims)];

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<DateTime> Moment(DateTime at) => new() { TypedValue = at, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
