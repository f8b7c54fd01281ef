using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A plan gets a new version, for periods that begin on a day or later.</summary>
/// <param name="Terms">What it asks for and allows then; the terms it has make no new version.</param>
/// <param name="From">That day; left out: of the next period.</param>
internal sealed record RevisePlan(WantedTerms Terms, DateOnly? From = null)
{
    public Decision<UsagePlanEvent> Decide(UsagePlan plan, PlanTerms terms, DateOnly today)
    {
        if (plan.IsRetired) return PlanNo.Retired;
        var earliest = plan.Period.Of(today).Through.AddDays(1);
        if (From < earliest) return PlanNo.FromPast(earliest);
        if (From?.Year > 2999) return PlanNo.OutOfRange;
        var from = From ?? earliest;
        return plan.Versions.Last(version => version.From <= from).Terms.Equals(terms) && plan.Versions[^1].From <= from ? Decision.Nothing : new PlanRevised(from, terms);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/usage-plans/{code}", async (string code, RevisePlan command, Commands<UsagePlan> plans, PlanDesk desk, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            if (await ListPlans.Find(session, code, stop) is not { } row) return Problems.NotFound;
            var (terms, faults) = await desk.Read(command.Terms, row.Money, stop);
            if (terms is null) return Problems.BadRequest(faults);
            if (await AssignPlan.Clash(session, row, terms, command.From ?? desk.Today, stop) is { } taken) return edge.Refused(taken);
            return await plans.Decide<UsagePlanEvent>(row.Id, plan => command.Decide(plan, terms, desk.Today), plan => PlanCard.Of(plan, desk.Today), stop);
        })
        .Produces<PlanCard>().Requires(Permission.ArrangeUsage).WithSummary("Give a usage plan a new version, for periods to come");
}
