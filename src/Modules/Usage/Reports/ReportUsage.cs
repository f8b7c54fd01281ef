using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>Usage that a program has added up already. Told once more with the same value changes nothing; with another, the later report counts and the earlier stays.</summary>
/// <param name="MetricType">What kind of thing is measured, such as <c>api_calls</c>, <c>storage</c>, <c>users</c>; a meter of this code says how reports add up.</param>
/// <param name="MetricName">What is measured.</param>
/// <param name="Value">How much in the period.</param>
/// <param name="PeriodStart">Its first instant.</param>
/// <param name="PeriodEnd">The first instant after it.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="Metadata">Anything else, by name.</param>
internal sealed record ReportUsage(string MetricType, string MetricName, Quantity Value, DateTimeOffset PeriodStart, DateTimeOffset PeriodEnd, string? Unit = null, IReadOnlyDictionary<string, string>? Metadata = null)
{
    private const string Number = IntakeStatement.Number;

    private const string Keep = """
        insert into usage_reports (tenant_no, metric_type, metric_name, period_start, period_end, taken_at, value, unit, metadata)
        select no, $2, $3, $4, $5, $6, $7, $8, $9::jsonb from usage_tenants t where tenant_id = $1 and not exists (
            select from (select value, unit, metadata from usage_reports r where r.tenant_no = t.no and r.metric_type = $2 and r.metric_name = $3 and r.period_start = $4 and r.period_end = $5 order by taken_at desc limit 1) last
            where last.value = $7 and last.unit = $8 and last.metadata is not distinct from $9::jsonb)
        on conflict do nothing
        """;

    /// <summary>What is wrong with it, or null.</summary>
    public Refusal? Wrong(DateTimeOffset now)
    {
        if (!PlainText.Name(MetricType, "A metric's type", 100).TryGet(out _, out var refused) || !PlainText.Name(MetricName, "A metric", 100).TryGet(out _, out refused)) return refused;
        if (PeriodEnd <= PeriodStart) return new("period-ends-first", "The period ends after it begins. Mind which is which.");
        if (PeriodStart > now + UsageEvent.Ahead) return new("too-far-ahead", "The period lies more than a day ahead. Mind the time zone.");
        if (PeriodStart.UtcDateTime < UsageEvent.Earliest) return new("too-old", "The period lies before the year 2000. Mind the unit of its time.");
        return Metadata is { Count: > UsageEvent.MostProperties } || Metadata?.Any(m => m.Key.Length is 0 or > UsageEvent.LongestProperty || m.Value is null || m.Value.Length > UsageEvent.LongestText) is true
            ? new("bad-metadata", $"Metadata are at most {UsageEvent.MostProperties} texts of at most {UsageEvent.LongestText} characters, each with a name.")
            : null;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage", async (ReportUsage command, CommandEdge edge, Session session) =>
        {
            var now = session.Now;
            if (command.Wrong(now) is { } refused) return edge.Refused(refused);
            var report = new UsageReport(PlainText.Line(command.MetricType), PlainText.Line(command.MetricName), command.Value, PlainText.Line(command.Unit, 40), Cut(command.PeriodStart), Cut(command.PeriodEnd), now, command.Metadata ?? new Dictionary<string, string>());
            await session.Write(new Statement(Number), new Statement(Keep, [.. Values(report)]));
            return (IResult)Answer.Of(report, status: 201);
        })
        .Produces<UsageReport>(201)
        .Requires(Permission.RecordUsage)
        .WithSummary("Report usage that was added up over a period");

    private static DateTimeOffset Cut(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % 10), TimeSpan.Zero);

    private static IEnumerable<NpgsqlParameter> Values(UsageReport report)
    {
        yield return new NpgsqlParameter<string> { TypedValue = report.MetricType };
        yield return new NpgsqlParameter<string> { TypedValue = report.MetricName };
        yield return Moment(report.PeriodStart);
        yield return Moment(report.PeriodEnd);
        yield return Moment(report.TakenAt);
        yield return new NpgsqlParameter<decimal> { TypedValue = report.Value.Value };
        yield return new NpgsqlParameter<string> { TypedValue = report.Unit };
        yield return new NpgsqlParameter { Value = report.Metadata.Count == 0 ? DBNull.Value : JsonSerializer.Serialize(report.Metadata), NpgsqlDbType = NpgsqlDbType.Text };
    }

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset at) => new() { TypedValue = at.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
