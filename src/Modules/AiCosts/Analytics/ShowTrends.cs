using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>A day among those before it.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Cost">What counts.</param>
/// <param name="Average7">The mean of this day and the 6 before it; null where one of them was never read.</param>
/// <param name="Average30">The same of 30 days.</param>
internal sealed record AiTrendDay(DateOnly Day, Cost Cost, Cost? Average7, Cost? Average30);

/// <summary>Days in one currency, without those that nobody has looked at.</summary>
internal sealed record AiTrendLine(Currency Currency, Cost Total, IReadOnlyList<AiTrendDay> Days);

/// <summary>Daily costs with their moving averages.</summary>
internal static class ShowTrends
{
    /// <summary>Days that can be asked for at a time.</summary>
    internal const int MostDays = 400;

    private const int Short = 7, Long = 30;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/analytics/trends", async (Session session, Streams<AiAccount> accounts, CancellationToken stop, AiAccountId? accountId = null, DateOnly? from = null, DateOnly? until = null) =>
        {
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            var (first, end) = (from ?? today.AddDays(1 - DailySeries.Window), until ?? today.AddDays(1));
            if (DaysWrong(first, end) is { } wrong) return (IResult)Problems.BadRequest(wrong);
            if (accountId is { } id && await accounts.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var before = first.AddDays(1 - Long); // what averages of the first days reach back to
            var costs = await AiDailyCosts.Of(session, accountId, before, end, stop);
            return TypedResults.Ok(new Page<AiTrendLine>([.. costs.Series(end.AddDays(-1), end.DayNumber - before.DayNumber).Select(series => Line(series, first))], null));
        })
        .Produces<Page<AiTrendLine>>().Requires(Permission.SeeAiCosts).WithSummary("Daily costs of AI services of one account or of all, by currency, with averages over 7 and 30 days");

    /// <summary>Why these are no days to ask for; null: they are.</summary>
    internal static Fault? DaysWrong(DateOnly from, DateOnly until) =>
        from.Year < 2001 || until.Year > 9000 || until <= from || until.DayNumber - from.DayNumber > MostDays ? new Fault("?until", $"Ask for 1 to {MostDays} days: until is the day behind the last.") : null;

    private static AiTrendLine Line(DailySeries series, DateOnly from)
    {
        var (week, month) = (series.MovingAverage(Short), series.MovingAverage(Long));
        List<AiTrendDay> days = [.. series.Days.Select((day, i) => new AiTrendDay(day.Day, day.Cost, week[i], month[i])).Where(day => day.Day >= from)];
        return new AiTrendLine(series.Currency, Cost.Sum(days.Select(day => day.Cost), series.Currency), days);
    }
}
