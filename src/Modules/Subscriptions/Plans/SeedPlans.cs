using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>Plans to begin with: Free, Pro by the month and by the year, Enterprise. They are ordinary plans, free to edit; what is there already stays.</summary>
internal static class SeedPlans
{
    private const int TrialDays = 14;

    /// <summary>The plans in a currency.</summary>
    public static IReadOnlyList<OfferPlan> In(Currency currency) =>
    [
        Plan("free", "Free", 0, IntervalUnit.Month, null, 0, (5, 1_000, 5, 5)),
        Plan("pro", "Pro", 1, IntervalUnit.Month, new Money(29, currency), TrialDays, (25, 10_000, 50, null)),
        Plan("pro-yearly", "Pro, yearly", 1, IntervalUnit.Year, new Money(290, currency), TrialDays, (25, 10_000, 50, null)),
        Plan("enterprise", "Enterprise", 2, IntervalUnit.Month, new Money(99, currency), TrialDays, (999, 100_000, 500, null)),
    ];

    private static OfferPlan Plan(string code, string name, int tier, IntervalUnit unit, Money? price, int trialDays, (long Users, long Calls, long Gigabytes, long? Invoices) may) => new(
        code,
        new PlanOffer(
            name, new PlanInterval(unit), price is { } amount ? [new PlanComponent("base", name, ComponentKind.Fixed, [amount])] : [],
            [new("users", may.Users), new("api_calls", may.Calls), new("storage_gb", may.Gigabytes), new("invoices_per_month", may.Invoices)], Tier: tier, TrialDays: trialDays),
        SortOrder: tier * 10 + (unit == IntervalUnit.Year ? 1 : 0));

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/plans/seed", async (Session session, Organisation here, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var cards = new List<PlanPage>();
            foreach (var plan in In(here.Currency))
            {
                if (await ListPlans.Find(session, plan.Code, stop) is not null) continue;
                var id = new PlanId(session.NewId());
                work.New<Plan>(id.Value);
                if (work.Decide<Plan, PlanEvent>(id.Value, _ => plan.Decide()) is { } refused) return edge.Refused(refused);
                cards.Add(PlanPage.Of(id, await work.Load<Plan>(id.Value, stop)));
            }
            return await edge.Commit(work, Answer.Of(new Page<PlanPage>(cards, null)), stop);
        })
        .Produces<Page<PlanPage>>().Requires(Permission.ArrangeSubscriptions).WithSummary("Offer plans to begin with: Free, Pro, Enterprise; what is there already stays");
}
