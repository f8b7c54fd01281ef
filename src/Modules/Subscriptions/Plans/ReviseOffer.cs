using Billing.EventStore;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>A plan gets a new version, for new subscriptions; for those that exist only from a day on, when told so.</summary>
/// <param name="Terms">What it asks for and gives then.</param>
/// <param name="ExistingFrom">Subscriptions that exist have it from their first period that begins on this day or later; left out: they keep their version.</param>
/// <param name="Public">Whether it is shown to those who choose; left out: as before.</param>
/// <param name="SortOrder">Its place among the plans they see; left out: as before.</param>
internal sealed record ReviseOffer(PlanOffer Terms, DateOnly? ExistingFrom = null, bool? Public = null, int? SortOrder = null)
{
    public Decision<PlanEvent> Decide(Plan plan, DateOnly today)
    {
        if (plan.IsArchived) return PlanNo.Archived;
        if (!Terms.Read().TryGet(out var terms, out var refused)) return refused;
        if (ExistingFrom < today) return PlanNo.FromPast;
        if (ExistingFrom is not null && plan.Versions.Exists(version => version.Terms.Interval != terms.Interval)) return PlanNo.OtherInterval;
        if (ExistingFrom is not null && plan.Versions.SelectMany(version => version.Terms.Components).SelectMany(component => component.Currencies()).Any(currency => !terms.IsPricedIn(currency))) return PlanNo.PriceDropped;
        List<PlanEvent> happened = [];
        if (terms != plan.Newest.Terms || ExistingFrom is not null && ExistingFrom != plan.Newest.ExistingFrom) happened.Add(new PlanRevised(terms, ExistingFrom));
        var (shown, place) = (Public ?? plan.IsPublic, SortOrder ?? plan.SortOrder);
        if ((shown, place) != (plan.IsPublic, plan.SortOrder)) happened.Add(new PlanPlaced(shown, place));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/plans/{code}", async (string code, ReviseOffer command, Commands<Plan> plans, SubscriptionDesk desk, Session session, CommandEdge edge, [FromServices] IMeteredUsage meters, CancellationToken stop) =>
            await OfferPlan.Unmetered(session, meters, command.Terms, stop) is { } refused ? edge.Refused(refused)
            : await ListPlans.Find(session, code, stop) is { } id ? await plans.Decide(id.Value, plan => command.Decide(plan, desk.Today), now => PlanPage.Of(id, now), stop) : Problems.NotFound)
        .Produces<PlanPage>().Requires(Permission.ArrangeSubscriptions).WithSummary("Give a plan a new version");
}
