using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>What the reports of one metric come to.</summary>
/// <param name="Aggregation">How they add up: as the meter of this type's code says; without one, levels (storage, users) are averaged and everything else is added. A level is never added.</param>
/// <param name="Amount">What they come to, as text.</param>
/// <param name="Average">Their mean, as text.</param>
/// <param name="Least">The least value, as text.</param>
/// <param name="Most">The greatest value, as text.</param>
/// <param name="Latest">The value of the latest period, as text.</param>
/// <param name="Reports">How many periods were reported.</param>
/// <param name="From">The first instant of the first, UTC.</param>
/// <param name="To">The end of the last, UTC.</param>
internal sealed record MetricFigures(string MetricType, string MetricName, string Unit, Aggregation Aggregation, string Amount, string Average, string Least, string Most, string Latest, long Reports, DateTimeOffset From, DateTimeOffset To);

/// <summary>What was reported, and what it comes to.</summary>
internal static class ReportStatistics
{
    private static readonly HashSet<string> Levels = new(StringComparer.OrdinalIgnoreCase) { "storage", "storage_gb", "users", "seats" };

    // Of several reports of one period the latest counts.
    private const string Current = """
        select distinct on (metric_type, metric_name, period_start, period_end) * from usage_reports
        where tenant_no = (select no from usage_tenants where tenant_id = $1) order by metric_type, metric_name, period_start, period_end, taken_at desc
        """;

    private const string Figures = $"""
        select metric_type, metric_name, (array_agg(unit order by period_end desc, period_start desc))[1], sum(value)::text, avg(value)::text, min(value)::text, max(value)::text,
               (array_agg(value order by period_end desc, period_start desc))[1]::text, count(*), min(period_start), max(period_end)
        from ({Current}) r where period_end > $2 and period_start < $3 group by metric_type, metric_name order by metric_type, metric_name
        """;

    private static readonly Dictionary<string, SortField> Fields = new() { ["periodStart"] = new("r.period_start", NpgsqlDbType.TimestampTz), ["takenAt"] = new("r.taken_at", NpgsqlDbType.TimestampTz), ["value"] = new("r.value", NpgsqlDbType.Numeric) };

    private static async Task<Page<MetricFigures>> Read(Session session, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        var rules = (await ListMeters.All(session, stop)).ToDictionary(meter => meter.Code, meter => meter.Versions[^1].Rule);
        return await session.Aside.Read(Figures, [Moment(from), Moment(to)], async reader =>
        {
            var found = new List<MetricFigures>();
            while (await reader.ReadAsync(stop))
            {
                var (type, average, most, latest) = (reader.GetString(0), Number(reader, 4), Number(reader, 6), Number(reader, 7));
                var rule = rules.GetValueOrDefault(type) ?? new MeterRule(Levels.Contains(type) ? Aggregation.Average : Aggregation.Sum, null, [], []);
                var amount = rule.Aggregation switch
                {
                    Aggregation.Max => most,
                    Aggregation.Latest => latest,
                    Aggregation.Average or Aggregation.WeightedSum or Aggregation.UniqueCount => average,
                    _ => Number(reader, 3),
                };
                found.Add(new MetricFigures(type, reader.GetString(1), reader.GetString(2), rule.Aggregation, Text(rule.Round(amount)), Text(average), Text(Number(reader, 5)), Text(most), Text(latest), reader.GetInt64(8), At(reader, 9), At(reader, 10)));
            }
            return new Page<MetricFigures>(found, null);
        }, stop);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/usage/metrics", async (Session session, Organisation organisation, CancellationToken stop, string? metricType = null, string? metricName = null, string? from = null, string? to = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (UsageInstant.Read(from, "from", organisation.TimeZone, out var begins) is { } unread) return unread;
            if (UsageInstant.Read(to, "to", organisation.TimeZone, out var ends) is { } unreadToo) return unreadToo;
            var query = new ListQuery(Fields, new SortField("r.metric_type || '/' || r.metric_name || '/' || r.period_end", NpgsqlDbType.Text))
                .Filter("metric_type = @", metricType, NpgsqlDbType.Text)
                .Filter("metric_name = @", metricName, NpgsqlDbType.Text)
                .Filter("period_end > @", begins?.UtcDateTime, NpgsqlDbType.TimestampTz)
                .Filter("period_start < @", ends?.UtcDateTime, NpgsqlDbType.TimestampTz);
            if (query.Sort(sort, "-periodStart") is { } wrong) return wrong;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"select metric_type, metric_name, value, unit, period_start, period_end, taken_at, metadata{query.CursorColumns} from ({Current}) r where true{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 8, Row, stop)), stop);
        })
        .Produces<Page<UsageReport>>().Requires(Permission.SeeUsage).WithSummary("Reported usage, the latest period first");

        app.MapGet("/api/usage/summary", async (Session session, CancellationToken stop, int days = 30) =>
            days is < 1 or > 3660 ? Problems.BadRequest(new Fault("?days", "Ask for 1 to 3660 days.")) : (IResult)Answer.Of(await Read(session, session.Now.AddDays(-days), session.Now, stop)))
        .Produces<Page<MetricFigures>>().Requires(Permission.SeeUsage).WithSummary("What the reports of the last days come to; levels are averaged or the greatest, never added");

        app.MapGet("/api/usage/stats", async (Session session, CancellationToken stop) => (IResult)Answer.Of(await Read(session, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200), stop)))
        .Produces<Page<MetricFigures>>().Requires(Permission.SeeUsage).WithSummary("What all reports come to");
    }

    private static UsageReport Row(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), new Quantity(reader.GetDecimal(2)), reader.GetString(3), At(reader, 4), At(reader, 5), At(reader, 6),
        reader.IsDBNull(7) ? new Dictionary<string, string>() : System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetFieldValue<byte[]>(7))!);

    private static decimal Number(NpgsqlDataReader reader, int column) => Math.Round(decimal.Parse(reader.GetString(column), NumberStyles.Number, CultureInfo.InvariantCulture), UsageEvent.MostPlaces, MidpointRounding.AwayFromZero);

    private static string Text(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset at) => new() { TypedValue = at.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
