using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>Who moved what comes in each month, and by which subscriptions: what the sums of the movements are made of.</summary>
internal static class ListMovements
{
    private const int Most = 200;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/metrics/mrr/movements", async (Currency currency, Session session, Organisation here, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, [AllowedValues("new", "expansion", "contraction", "churn", "reactivation")] string? movement = null) =>
        {
            RevenueMovement wanted = default;
            if (movement is not null && !(Enum.TryParse(movement, ignoreCase: true, out wanted) && Enum.IsDefined(wanted))) return Problems.BadRequest(new Fault("?movement", "A movement is new, expansion, contraction, churn or reactivation."));
            if (ShowRevenue.Window(from, to, LocalDay.Of(session.Now, here.TimeZone), out var days) is { } unclear) return unclear;
            var revenue = (await ShowRevenue.Read(session, stop)).In(currency);
            var lines = revenue.Moves(ShowRevenue.Borders(days, here.TimeZone)).Skip(1).Zip(days)
                .SelectMany(day => day.First.Where(move => move.Movement is { } kind && (movement is null || kind == wanted)).Select(move => MovementLine.Of(day.Second, move)))
                .OrderByDescending(line => line.Day).ThenByDescending(line => Math.Abs(line.Change.Value)).ThenBy(line => line.ClientId.Value).ToList();
            return (IResult)Answer.Of(new MovementList([.. lines.Take(Most)], Math.Max(0, lines.Count - Most)));
        })
        .Produces<MovementList>().Requires(Permission.SeeSubscriptions).WithSummary("The clients and subscriptions behind the movements of monthly recurring revenue, the latest first");
}

/// <summary>Who moved what comes in each month.</summary>
/// <param name="Items">The latest first, at most 200.</param>
/// <param name="More">How many there are besides. Ask for fewer days to see them.</param>
internal sealed record MovementList(IReadOnlyList<MovementLine> Items, int More);

/// <summary>A client paid something else at the end of a day than at the end of the day before.</summary>
/// <param name="Before">What the client paid each month.</param>
/// <param name="Change">How much more, or less.</param>
/// <param name="Subscriptions">Those that moved it.</param>
internal sealed record MovementLine(DateOnly Day, ClientId ClientId, RevenueMovement Movement, UnitPrice Before, UnitPrice After, UnitPrice Change, IReadOnlyList<SubscriptionId> Subscriptions)
{
    public static MovementLine Of(DateOnly day, ClientMove move) =>
        new(day, new(move.Client), move.Movement!.Value, new(move.Before), new(move.After), new(move.After - move.Before), [.. move.Subscriptions.Select(id => new SubscriptionId(id))]);
}
