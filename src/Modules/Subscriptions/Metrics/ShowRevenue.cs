using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>What subscriptions bring in each month, and what changed it: on any day, in the organisation's zone.</summary>
internal static class ShowRevenue
{
    private const int MostDays = 800;

    private const string Mirrored = "select id, client_id, currency, trial_ends, start_at, ended_at, steps from subscriptions_mirrored where tenant_id = $1 order by id";

    private const string Lives = "select id, client_id, currency, trial_ends, tried, canceled_at, steps, version, time_zone from subscriptions_lives where tenant_id = $1 order by id";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/metrics/mrr", async (Session session, Organisation here, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, string? at = null) =>
        {
            var instant = session.Now;
            if (at is not null && !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)) return Problems.BadRequest(new Fault("?at", "Write an instant such as 2025-11-14T09:30:00Z."));
            if (Window(from, to, LocalDay.Of(instant, here.TimeZone), out var days) is { } unclear) return unclear;
            var lives = await Read(session, stop);
            var borders = Borders(days, here.TimeZone);
            var pages = lives.Currencies.Select(currency =>
            {
                var revenue = lives.In(currency);
                var byDay = revenue.Between(borders).Zip(days).Select(pair => new RevenueDay(pair.Second, new(pair.First.After), pair.First.Movements)).ToList();
                return new RevenuePage(currency, Money.Round(revenue.At(instant), currency), revenue.ClientsAt(instant), byDay.Aggregate(RevenueMovements.None, (sum, day) => sum.And(day.Movements)), byDay);
            });
            return (IResult)Answer.Of(new RevenueFigures(instant, [.. pages]));
        })
        .Produces<RevenueFigures>().Requires(Permission.SeeSubscriptions).WithSummary("Monthly recurring revenue at an instant, and its movements day by day, per currency");

        app.MapGet("/api/metrics/churn", async (Session session, Organisation here, CancellationToken stop, DateOnly? from = null, DateOnly? to = null) =>
        {
            if (Window(from, to, LocalDay.Of(session.Now, here.TimeZone), out var days) is { } unclear) return unclear;
            var lives = await Read(session, stop);
            List<DateTimeOffset> borders = [LocalDay.StartOf(days[0], here.TimeZone).AddTicks(-1), LocalDay.StartOf(days[^1].AddDays(1), here.TimeZone).AddTicks(-1)];
            var pages = lives.Currencies.Select(currency => ChurnPage.Of([.. lives.TrialsIn(currency)], lives.In(currency), currency, borders));
            return (IResult)Answer.Of(new ChurnFigures(days[0], days[^1], [.. pages]));
        })
        .Produces<ChurnFigures>().Requires(Permission.SeeSubscriptions).WithSummary("Clients and revenue lost, revenue per client, its value over a client's life, and trials that were paid for, per currency");
    }

    /// <summary>The last instant of the day before the first, and of each day.</summary>
    public static List<DateTimeOffset> Borders(List<DateOnly> days, TimeZoneInfo zone) => [.. days.Prepend(days[0].AddDays(-1)).Select(day => LocalDay.StartOf(day.AddDays(1), zone).AddTicks(-1))];

    /// <summary>The days that were asked for, thirty up to today unless said otherwise; or what is wrong with them.</summary>
    public static Problem? Window(DateOnly? from, DateOnly? to, DateOnly today, out List<DateOnly> days)
    {
        var last = to ?? today;
        var first = from ?? last.AddDays(-29);
        days = [];
        if (first.Year is < 1990 or > 2999 || last.Year > 2999 || last < first || last.DayNumber - first.DayNumber >= MostDays) return Problems.BadRequest(new Fault("?from", $"From and to are 1 to {MostDays} days, in order."));
        for (var day = first; day <= last; day = day.AddDays(1)) days.Add(day);
        return null;
    }

    /// <summary>What all subscriptions were worth, those that Stripe bills, too.</summary>
    public static async Task<WholeRevenue> Read(Session session, CancellationToken stop)
    {
        var lives = await session.Read(Lives, [], async reader =>
        {
            var found = new List<SubscriptionLife>();
            while (await reader.ReadAsync(stop))
                found.Add(new SubscriptionLife(
                    reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetBoolean(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                    JsonSerializer.Deserialize<ValueList<LifeStep>>(reader.GetFieldValue<byte[]>(6), JsonSerializerOptions.Web)!, reader.GetInt64(7), reader.GetString(8)));
            return found;
        }, stop);
        var mirrored = await session.Read(Mirrored, [], async reader =>
        {
            var found = new List<MirroredLife>();
            while (await reader.ReadAsync(stop))
                found.Add(new MirroredLife(
                    reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                    JsonSerializer.Deserialize<ValueList<MirroredStep>>(reader.GetFieldValue<byte[]>(6), JsonSerializerOptions.Web)!));
            return found;
        }, stop);
        var plans = await session.Streams<Plan>().LoadMany([.. lives.SelectMany(life => life.Steps).Select(step => step.PlanId).Distinct()], stop);
        return new WholeRevenue(lives, plans.ToDictionary(plan => new PlanId(plan.Key), plan => plan.Value), mirrored);
    }
}

/// <summary>What subscriptions bring in each month.</summary>
/// <param name="At">At which instant, UTC.</param>
internal sealed record RevenueFigures(DateTimeOffset At, IReadOnlyList<RevenuePage> Currencies);

/// <summary>What subscriptions bring in each month, in one currency.</summary>
/// <param name="Mrr">At the instant asked for.</param>
/// <param name="Clients">How many pay then.</param>
/// <param name="Movements">Of all days.</param>
/// <param name="Days">Each day with what comes in each month at its end.</param>
internal sealed record RevenuePage(Currency Currency, Money Mrr, int Clients, RevenueMovements Movements, IReadOnlyList<RevenueDay> Days);

/// <summary>A day of the organisation.</summary>
/// <param name="Mrr">At its end, to four decimals.</param>
internal sealed record RevenueDay(DateOnly Day, UnitPrice Mrr, RevenueMovements Movements);

/// <summary>What was lost in some days.</summary>
internal sealed record ChurnFigures(DateOnly From, DateOnly To, IReadOnlyList<ChurnPage> Currencies);
