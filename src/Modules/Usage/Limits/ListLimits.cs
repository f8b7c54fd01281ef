using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>A limit of a subject, and how far its usage has come.</summary>
/// <param name="Subject">As usage events call it.</param>
/// <param name="Plan">The code of the plan in whose period it counts; null for one set by itself.</param>
/// <param name="Own">Whether it was set for the subject by itself.</param>
/// <param name="Every">How long its period is without a plan, of one set by itself; of others a month.</param>
/// <param name="Used">How much was used in the period so far, as text.</param>
/// <param name="Percent">How much of the limit that is, in hundredths rounded down; null of a limit of 0.</param>
internal sealed record LimitLine(string Subject, string Code, string Meter, string Unit, Quantity Limit, LimitKind Kind, IReadOnlyList<int> Thresholds, string? Plan, bool Own, PeriodLength Every, Period Period, DateTimeOffset ResetsAt, string Used, long? Percent);

/// <summary>That usage came to a threshold of a limit.</summary>
/// <param name="Limit">How much might be used.</param>
/// <param name="Threshold">In hundredths of the limit.</param>
/// <param name="Used">How much was, when it was noticed, as text.</param>
/// <param name="At">When it was noticed.</param>
internal sealed record LimitAlertLine(Guid Id, string Subject, string Code, string Meter, Quantity Limit, [property: AllowedValues("soft", "hard")] string Kind, int Threshold, string Used, Period Period, DateTimeOffset At);

/// <summary>The limits, those first of which the most is used; and what was told of them.</summary>
internal static class ListLimits
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["at"] = new("a.at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/usage-limits", async (Session session, Organisation organisation, CancellationToken stop, string? subject = null) =>
        {
            var zone = organisation.TimeZone;
            var gauges = await LimitGauges.Of(session, zone, LocalDay.Of(session.Now, zone), string.IsNullOrEmpty(subject) ? null : subject, stop);
            return TypedResults.Ok(new Page<LimitLine>(
            [
                .. gauges.Select(gauge => Line(gauge, zone)).OrderByDescending(line => line.Percent ?? (line.Used == "0" ? 0 : long.MaxValue)).ThenBy(line => line.Subject, StringComparer.Ordinal).ThenBy(line => line.Code, StringComparer.Ordinal).Take(1_000),
            ], null));
        })
        .Requires(Permission.SeeUsage).WithSummary("The limits that hold today and what is used of them, the fullest thousand first");

        app.MapGet("/api/usage-limits/alerts", async (Session session, CancellationToken stop, string? subject = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("a.id", NpgsqlDbType.Uuid)).Filter("a.subject = @", subject, NpgsqlDbType.Text);
            if ((query.Sort(null, "-at") ?? query.After(cursor)) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select a.id, a.subject, a.code, a.meter, a.most, a.kind, a.threshold, a.used, a.period_from, a.through, a.at{query.CursorColumns} from usage_limit_alerts a where a.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 11, row => new LimitAlertLine(
                    row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), new Quantity(row.GetDecimal(4)), row.GetString(5), row.GetInt32(6), row.GetString(7),
                    new Period(row.GetFieldValue<DateOnly>(8), row.GetFieldValue<DateOnly>(9)), new DateTimeOffset(row.GetDateTime(10), TimeSpan.Zero)), stop)), stop);
        })
        .Produces<Page<LimitAlertLine>>().Requires(Permission.SeeUsage).WithSummary("What was told of limits, the newest first");
    }

    private static LimitLine Line(LimitGauge gauge, TimeZoneInfo zone)
    {
        var limit = gauge.Held.Limit;
        return new(gauge.Subject, limit.Code, limit.Meter, gauge.Unit, limit.Limit, limit.Kind, limit.Thresholds, gauge.Held.Plan, gauge.Held.Own, gauge.Held.Every ?? PeriodLength.Month, gauge.Held.Period, TimeZoneInfo.ConvertTime(gauge.Held.Resets(zone), zone),
            Entitlement.Text(gauge.Used), limit.Limit.Value == 0 ? null : (long)Math.Clamp(Math.Floor(gauge.Used * 100 / limit.Limit.Value), -1_000_000_000, 1_000_000_000));
    }
}
