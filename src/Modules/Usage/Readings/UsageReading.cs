using System.Globalization;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>What a meter read in a window.</summary>
/// <param name="Window">The window's place, from 0.</param>
/// <param name="Group">The values of the properties asked for, in that order, as JSON.</param>
/// <param name="Amount">The meter's amount, rounded as it says.</param>
/// <param name="Events">How many events it is made of.</param>
internal sealed record UsageAmount(int Window, IReadOnlyList<string> Group, decimal Amount, long Events);

/// <summary>
/// Reads amounts: full hours from what is kept per hour, what is left at a window's borders from the events themselves. So a window may begin anywhere,
/// in zones 45 minutes apart too, and an event on a border counts once, in the later window.
/// </summary>
internal static class UsageReading
{
    // A window's full hours go from its start rounded up to its end rounded down; where there is none, all of it is an edge. So it is when only what had come in by
    // an instant counts: hours do not say when.
    private const string Parts = """
        with us as (select no from usage_tenants where tenant_id = $1),
        windows as (
            select w - 1 as w, f, t, least(t, case when $7::timestamptz is not null then t when date_trunc('hour', f, 'UTC') = f then f else date_trunc('hour', f, 'UTC') + interval '1 hour' end) as hf, greatest(f, date_trunc('hour', t, 'UTC')) as ht
            from unnest($3::timestamptz[], $4::timestamptz[]) with ordinality as x(f, t, w)),
        whole as (select w, f, t, hf, greatest(hf, ht) as ht from windows),
        edges as (
            select w, f as a, hf as b from whole where f < hf and hf < t
            union all select w, ht, t from whole where ht < t and hf < t
            union all select w, f, t from whole where hf >= t),
        """;

    // Place 0 is the subject, the others are those of the properties that the meter groups by.
    private const string Group = """
        (select array_agg(case i when 0 then (select name from us, usage_subjects n where n.tenant_no = us.no and n.id = l.subject_id) else coalesce(l.dims::jsonb ->> (i - 1), '') end order by o)
         from unnest($6::int[]) with ordinality as wanted(i, o)) as g
        """;

    private const string Statistics = $"""
        {Parts}
        parts as (
            select w, h.subject_id, h.dims, h.count, h.sum, h.max, h.latest, h.latest_at, h.latest_key
            from us, whole join lateral (select * from usage_hours h where h.tenant_no = us.no and h.meter_id = $2 and ($5::uuid is null or h.subject_id = $5) and h.hour >= whole.hf and h.hour < whole.ht) h on true
            union all
            select w, e.subject_id, e.dims, 1, e.value, e.value, e.value, e.at, e.key
            from us, edges join lateral (select * from usage_events e where e.tenant_no = us.no and e.meter_id = $2 and ($5::uuid is null or e.subject_id = $5) and e.at >= edges.a and e.at < edges.b and e.counted and not e.withdrawn and ($7::timestamptz is null or e.taken_at < $7)) e on true)
        select w::int, g, sum(count)::bigint, sum(sum)::text, max(max)::text, (array_agg(latest order by latest_at desc, latest_key desc))[1]::text
        from (select *, {Group} from parts l) p
        group by w, g order by w, g
        """;

    private const string Items = $"""
        {Parts}
        parts as (
            select w, h.subject_id, h.dims, h.item
            from us, whole join lateral (select * from usage_items h where h.tenant_no = us.no and h.meter_id = $2 and ($5::uuid is null or h.subject_id = $5) and h.hour >= whole.hf and h.hour < whole.ht) h on true
            union all
            select w, e.subject_id, e.dims, e.item
            from us, edges join lateral (select * from usage_events e where e.tenant_no = us.no and e.meter_id = $2 and ($5::uuid is null or e.subject_id = $5) and e.at >= edges.a and e.at < edges.b and e.counted and not e.withdrawn and ($7::timestamptz is null or e.taken_at < $7)) e on true)
        select w::int, g, count(distinct item), '0', '0', '0'
        from (select *, {Group} from parts l) p
        group by w, g order by w, g
        """;

    // Each value holds from its instant to the next one's; the one before the first window is carried into it. Value × seconds held, over the window's seconds.
    private const string Levels = $"""
        with us as (select no from usage_tenants where tenant_id = $1),
        windows as (select w - 1 as w, f, t from unnest($3::timestamptz[], $4::timestamptz[]) with ordinality as x(f, t, w)),
        bounds as (select min(f) as f, max(t) as t from windows),
        levels as (
            select e.subject_id, e.dims, e.at, e.value, lead(e.at, 1, 'infinity') over (partition by e.subject_id, e.dims order by e.at, e.key) as until
            from us, bounds, usage_events e where e.tenant_no = us.no and e.meter_id = $2 and ($5::uuid is null or e.subject_id = $5) and e.at < bounds.t and e.counted and not e.withdrawn and ($7::timestamptz is null or e.taken_at < $7))
        select w::int, g, count(*) filter (where at >= f), (sum(value * extract(epoch from least(until, t) - greatest(at, f))) / extract(epoch from t - f))::text, '0', '0'
        from (select l.*, w.*, {Group}
              from levels l join windows w on l.at < w.t and l.until > w.f) p
        group by w, g, f, t order by w, g
        """;

    // One window of one subject that begins and ends with an hour. Short, and alike each time, so that Postgres keeps its plan: the others take longer to plan than to run.
    private const string WholeHours = """
        select 0, null::text[], sum(count)::bigint, sum(sum)::text, max(max)::text, (array_agg(latest order by latest_at desc, latest_key desc))[1]::text
        from usage_hours where tenant_no = (select no from usage_tenants where tenant_id = $1) and meter_id = $2 and subject_id = $3 and hour >= $4 and hour < $5
        having count(*) > 0
        """;

    /// <summary>What one subject used in one window; 0 without an event. This is asked before each use, so it goes the short way where there is one.</summary>
    /// <param name="from">The window's first instant.</param>
    /// <param name="to">The first instant behind it.</param>
    public static async Task<decimal> Total(Session session, Guid meter, MeterRule rule, DateTimeOffset from, DateTimeOffset to, string subject, CancellationToken stop)
    {
        var amounts = SqlOf(rule) == Statistics && IsFullHour(from) && IsFullHour(to)
            ? await session.Read(WholeHours,
                [new NpgsqlParameter<Guid> { TypedValue = meter }, new NpgsqlParameter<Guid> { TypedValue = UsageHash.Of(subject) }, Instant(from), Instant(to)], reader => Amounts(reader, rule, stop), stop)
            : await Read(session, meter, rule, [from, to], subject, [], stop);
        return amounts is [var only] ? only.Amount : 0;
    }

    /// <summary>The amounts of each window, of each group; windows without an event are missing.</summary>
    /// <param name="borders">As <see cref="UsageWindows.Borders"/> cuts them.</param>
    /// <param name="subject">Whose; null: everybody's.</param>
    /// <param name="groupBy">Places among the properties that the meter groups by, from 1; 0 is the subject.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <param name="takenBefore">Only what had come in by then, UTC; null: all that has. It is read event by event.</param>
    public static Task<List<UsageAmount>> Read(Session session, Guid meter, MeterRule rule, IReadOnlyList<DateTimeOffset> borders, string? subject, IReadOnlyList<int> groupBy, CancellationToken stop, DateTimeOffset? takenBefore = null) => session.Read(SqlOf(rule),
        [
            new NpgsqlParameter<Guid> { TypedValue = meter },
            Instants(borders.Take(borders.Count - 1)),
            Instants(borders.Skip(1)),
            new NpgsqlParameter { Value = subject is null ? DBNull.Value : UsageHash.Of(subject), NpgsqlDbType = NpgsqlDbType.Uuid },
            new NpgsqlParameter<int[]> { TypedValue = [.. groupBy] },
            new NpgsqlParameter { Value = takenBefore is { } instant ? instant.UtcDateTime : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        ], reader => Amounts(reader, rule, stop), stop);

    private static string SqlOf(MeterRule rule) => rule.Aggregation switch { Aggregation.UniqueCount => Items, Aggregation.WeightedSum => Levels, _ => Statistics };

    private static async Task<List<UsageAmount>> Amounts(NpgsqlDataReader reader, MeterRule rule, CancellationToken stop)
    {
        var amounts = new List<UsageAmount>();
        while (await reader.ReadAsync(stop))
        {
            var (events, sum) = (reader.GetInt64(2), Exact(reader, 3));
            var amount = rule.Aggregation switch
            {
                Aggregation.Count or Aggregation.UniqueCount => events,
                Aggregation.Max => Exact(reader, 4),
                Aggregation.Latest => Exact(reader, 5),
                Aggregation.Average => sum / events,
                _ => sum,
            };
            amounts.Add(new UsageAmount(reader.GetInt32(0), reader.IsDBNull(1) ? [] : reader.GetFieldValue<string[]>(1), rule.Round(Math.Round(amount, UsageEvent.MostPlaces, MidpointRounding.AwayFromZero)), events));
        }
        return amounts;
    }

    /// <summary>A numeric of Postgres may have more digits behind the point than a decimal holds: the text is rounded where it must be, the number would throw.</summary>
    private static decimal Exact(NpgsqlDataReader reader, int column) => decimal.Parse(reader.GetString(column), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static bool IsFullHour(DateTimeOffset instant) => instant.UtcTicks % TimeSpan.TicksPerHour == 0;

    private static NpgsqlParameter<DateTime> Instant(DateTimeOffset instant) => new() { TypedValue = instant.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static NpgsqlParameter<DateTime[]> Instants(IEnumerable<DateTimeOffset> instants) =>
        new() { TypedValue = [.. instants.Select(i => i.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
}
