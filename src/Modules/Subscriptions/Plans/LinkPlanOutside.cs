using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Subscriptions;

/// <summary>Prices of Stripe's stand for a plan; subscriptions that Stripe bills are shown with it from then on.</summary>
/// <param name="Prices">What Stripe calls them, such as <c>price_…</c>; they replace those before.</param>
internal sealed record LinkPlanOutside(IReadOnlyList<string> Prices)
{
    private const int Most = 50;
    private const int Longest = 200;
    private const string Taken = "select 1 from subscriptions_plans p, jsonb_array_elements_text(p.outside_prices) as linked (price) where p.tenant_id = $1 and p.id <> $2 and linked.price = any ($3) limit 1";

    /// <param name="taken">Whether one of them stands for another plan.</param>
    public Decision<PlanEvent> Decide(Plan plan, bool taken)
    {
        var prices = Read();
        if (prices.Count > Most || prices.Any(price => price.Length is 0 or > Longest || !price.StartsWith("price_", StringComparison.Ordinal))) return No.BadPrice;
        if (taken) return No.Taken;
        return prices.Equals(plan.OutsidePrices) ? Decision.Nothing : new PlanLinkedOutside(prices);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/plans/{code}/outside-prices", async (string code, LinkPlanOutside command, Commands<Plan> plans, Session session, CancellationToken stop) =>
        {
            if (await ListPlans.Find(session, code, stop) is not { } id) return Problems.NotFound;
            var taken = await session.Read(
                Taken, [new NpgsqlParameter<Guid> { TypedValue = id.Value }, new NpgsqlParameter<string[]> { TypedValue = [.. command.Read()] }], async reader => await reader.ReadAsync(stop), stop);
            return await plans.Decide(id.Value, plan => command.Decide(plan, taken), now => PlanPage.Of(id, now), stop);
        })
        .Produces<PlanPage>().Requires(Permission.ArrangeSubscriptions).WithSummary("Say which prices of Stripe's stand for a plan");

    private ValueList<string> Read() => Prices.Select(price => PlainText.Line(price, Longest + 1)).Distinct(StringComparer.Ordinal).ToValueList();

    private static class No
    {
        public static readonly Refusal BadPrice = new("bad-outside-price", $"Prices of Stripe's begin with price_, and a plan has at most {Most} of them. Copy them from Stripe's catalogue.");
        public static readonly Refusal Taken = new("outside-price-taken", "One of these prices stands for another plan. Take it away there first.");
    }
}
