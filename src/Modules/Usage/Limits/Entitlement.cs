using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Whether somebody may use more of something. Asked before each use.</summary>
/// <param name="Code">The limit's.</param>
/// <param name="Allowed">Whether one more may be used: always beyond a soft limit, and where nothing limits it.</param>
/// <param name="Used">How much was used in the period so far, as text.</param>
/// <param name="Limit">How much may be; null when nothing limits it.</param>
/// <param name="Remaining">How much is left, never less than 0, as text; null when nothing limits it.</param>
/// <param name="ResetsAt">When the next period begins; null when nothing limits it.</param>
/// <param name="Hard">Whether the intake takes nothing beyond it.</param>
internal sealed record Entitlement(string Code, bool Allowed, string Used, Quantity? Limit, string? Remaining, DateTimeOffset? ResetsAt, bool Hard)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/entitlements/{code}", async (string code, Session session, Organisation organisation, KnownLimits limits, KnownMeters meters, CancellationToken stop, string? subject = null) =>
        {
            if (string.IsNullOrWhiteSpace(subject)) return Problems.BadRequest(new Fault("?subject", "Say whose: the subject of the usage events, such as a client's id."));
            var zone = organisation.TimeZone;
            var today = LocalDay.Of(session.Now, zone);
            var known = await meters.Of(session, stop);
            Entitlement? tightest = null;
            foreach (var held in (await limits.Now(session, subject, today, stop)).Where(held => held.Limit.Code == code))
                if ((known.GetValueOrDefault(held.Limit.Meter) ?? (await meters.Again(session, stop)).GetValueOrDefault(held.Limit.Meter)) is { } meter)
                {
                    var rule = meter.Versions[^1].Rule;
                    var one = Of(held, rule, await UsageReading.Total(session, meter.Id, rule, held.From(zone), held.Resets(zone), subject, stop), zone);
                    // Of several under one code, that of which the least is left.
                    if (tightest is null || (tightest.Allowed && !one.Allowed) || (tightest.Allowed == one.Allowed && Number(one.Remaining!) < Number(tightest.Remaining!))) tightest = one;
                }
            if (tightest is not null) return (IResult)TypedResults.Ok(tightest);
            var month = new PlanPeriod(PeriodLength.Month, PlanPeriod.UsualStart).Of(today);
            var used = known.GetValueOrDefault(code) is { } measured ? await UsageReading.Total(session, measured.Id, measured.Versions[^1].Rule, LocalDay.StartOf(month.From, zone), LocalDay.StartOf(month.Through.AddDays(1), zone), subject, stop) : 0;
            return TypedResults.Ok(new Entitlement(code, true, Text(used), null, null, null, false));
        })
        .Produces<Entitlement>().Requires(Permission.SeeUsage).WithSummary("Whether somebody may use more of something, and how much is left");

    /// <summary>What a limit says to so much use.</summary>
    public static Entitlement Of(HeldLimit held, MeterRule rule, decimal used, TimeZoneInfo zone) => new(
        held.Limit.Code, held.Allows(used, rule.Aggregation), Text(used), held.Limit.Limit, Text(Math.Max(0, held.Limit.Limit.Value - used)), TimeZoneInfo.ConvertTime(held.Resets(zone), zone), held.Limit.Kind == LimitKind.Hard);

    /// <summary>An amount as text.</summary>
    public static string Text(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
