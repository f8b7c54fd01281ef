using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>A day on which an account cost much more or much less than on the days before it.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Mean">Of the days before it.</param>
/// <param name="Z">Deviations from the mean; below it, negative.</param>
internal sealed record AiAnomalyLine(AiAccountId Account, string Provider, string Name, DateOnly Day, Cost Cost, Cost Mean, string Z, AnomalySeverity Severity);

/// <summary>Days that stand out, looked for anew whenever somebody asks: what was put right since is seen as it is.</summary>
internal static class ListAnomalies
{
    private const int UsualDays = 30;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/analytics/anomalies", async (Session session, Streams<AiAccount> accounts, CancellationToken stop, AiAccountId? accountId = null, DateOnly? from = null, DateOnly? until = null, int? baselineDays = null, double? sensitivity = null) =>
        {
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            var (first, end) = (from ?? today.AddDays(1 - UsualDays), until ?? today.AddDays(1));
            if (ShowTrends.DaysWrong(first, end) is { } wrong) return (IResult)Problems.BadRequest(wrong);
            var usual = new AnomalySearch();
            if (!new AnomalySearch(baselineDays ?? usual.BaselineDays, sensitivity ?? usual.Sensitivity).Checked().TryGet(out var search, out var refusal))
                return Problems.BadRequest(new Fault(refusal.Code == "baseline-out-of-range" ? "?baselineDays" : "?sensitivity", refusal.Sentence));
            if (accountId is { } id && await accounts.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var costs = await AiDailyCosts.Of(session, accountId, first.AddDays(-search.BaselineDays), end, stop);
            return TypedResults.Ok(new Page<AiAnomalyLine>([.. costs.Days.GroupBy(day => (day.Account, day.Cost.Currency)).SelectMany(same => Of([.. same], new Period(first, end.AddDays(-1)), today, search)).OrderByDescending(line => line.Day)], null));
        })
        .Produces<Page<AiAnomalyLine>>().Requires(Permission.SeeAiCosts).WithSummary("Days on which an account of an AI service cost much more or much less than before, latest first");

    private static IEnumerable<AiAnomalyLine> Of(IReadOnlyList<AiAccountDay> days, Period looked, DateOnly today, AnomalySearch search) =>
        from anomaly in AnomalyRun.Of(days.ToDictionary(day => day.Day, day => day.Cost), looked, search, []).Found
        // Of a day that is not over nobody can say that it costs little.
        where anomaly.Day < today || anomaly.Z > 0
        select new AiAnomalyLine(new(days[0].Account), days[0].Provider, days[0].Name, anomaly.Day, anomaly.Cost, anomaly.Mean, Math.Round(anomaly.Z, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture), anomaly.Severity);
}
