using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>What days to come will cost in one currency.</summary>
/// <param name="DaysKnown">How many days the line goes through.</param>
/// <param name="Confidence">(0.7 · r² + 0.3 · days ÷ 30, at most 1) in hundredths.</param>
/// <param name="RSquared">How much of the ups and downs the line explains: 0 to 1.</param>
/// <param name="GrowthPerDay">By how much a day costs more than the one before it.</param>
/// <param name="Mape">By how many hundredths a forecast of the last days from those before them was off on average; null where too little is known to try.</param>
/// <param name="Total">Of the days foretold.</param>
internal sealed record AiForecastLine(Currency Currency, int DaysKnown, Percentage Confidence, string RSquared, Cost GrowthPerDay, string? Mape, Cost Total, IReadOnlyList<ForecastDay> Days);

/// <summary>A forecast.</summary>
/// <param name="Through">The last day that it looks at, UTC.</param>
/// <param name="Horizon">Days ahead.</param>
/// <param name="Items">By currency.</param>
/// <param name="TooFewDays">Currencies of which less than two days are known.</param>
internal sealed record AiForecastPage(DateOnly Through, int Horizon, IReadOnlyList<AiForecastLine> Items, IReadOnlyList<Currency> TooFewDays);

/// <summary>Where daily costs are going.</summary>
internal static class ShowForecast
{
    private const int UsualHorizon = 30;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/analytics/forecast", async (Session session, Streams<AiAccount> accounts, CommandEdge edge, CancellationToken stop, AiAccountId? accountId = null, int? horizon = null, DateOnly? through = null) =>
        {
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            var ahead = horizon ?? UsualHorizon;
            if (ahead is < Forecast.LeastHorizon or > Forecast.MostHorizon) return (IResult)Problems.BadRequest(new Fault("?horizon", $"A forecast reaches {Forecast.LeastHorizon} to {Forecast.MostHorizon} days ahead."));
            // Today is not over: it would draw the line down.
            var last = through ?? today.AddDays(-1);
            if (last > today || last.Year < 2001) return Problems.BadRequest(new Fault("?through", "A forecast looks at days through one that has come, such as yesterday."));
            if (accountId is { } id && await accounts.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var costs = await AiDailyCosts.Of(session, accountId, last.AddDays(1 - DailySeries.Window), last.AddDays(1), stop);
            var told = costs.Series(last, DailySeries.Window).Select(series => (series.Currency, Series: series, Forecast: Forecast.Of(series, ahead))).ToList();
            if (told.All(one => one.Forecast.Refusal is not null)) return edge.Refused(Forecast.TooFewDays);
            return TypedResults.Ok(new AiForecastPage(
                last, ahead, [.. told.Where(one => one.Forecast.Refusal is null).Select(one => Line(one.Series, one.Forecast.Value))], [.. told.Where(one => one.Forecast.Refusal is not null).Select(one => one.Currency)]));
        })
        .Produces<AiForecastPage>().Requires(Permission.SeeAiCosts).WithSummary("What AI services will cost if the last 90 days go on, of one account or of all, by currency");

    private static AiForecastLine Line(DailySeries series, Forecast forecast) => new(
        series.Currency, series.Days.Count, forecast.Confidence, forecast.Line.R2.ToString("0.####", CultureInfo.InvariantCulture), forecast.GrowthPerDay, forecast.Mape?.ToString("0.####", CultureInfo.InvariantCulture),
        Cost.Sum(forecast.Days.Select(day => day.Cost), series.Currency), forecast.Days);
}
