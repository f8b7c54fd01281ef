using Billing.EventStore;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>There is a plan that clients may subscribe to.</summary>
/// <param name="Code">What programs call it: lower-case letters, digits and hyphens; it stays.</param>
/// <param name="Terms">What it asks for and gives.</param>
/// <param name="Public">Whether it is shown to those who choose.</param>
/// <param name="SortOrder">Its place among the plans they see, lowest first.</param>
internal sealed record OfferPlan(string Code, PlanOffer Terms, bool Public = true, int SortOrder = 0)
{
    public Decision<PlanEvent> Decide()
    {
        if (!PlanCode.IsOne(Code)) return PlanNo.BadCode;
        return Terms.Read().TryGet(out var terms, out var refused) ? new PlanOffered(Code, terms, Public, SortOrder) : refused;
    }

    /// <summary>Why something that a plan meters cannot be, or null.</summary>
    public static async Task<Refusal?> Unmetered(Session session, IMeteredUsage meters, PlanOffer terms, CancellationToken stop)
    {
        foreach (var metered in terms.Components.Select(component => component.Metered).OfType<MeteredTerms>())
            foreach (var price in metered.Prices)
                if (await meters.Check(session, metered.Meter, price.Price, metered.Included ?? default, stop) is { } refused) return refused;
        return null;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/plans", async (OfferPlan command, Commands<Plan> plans, Session session, CommandEdge edge, [FromServices] IMeteredUsage meters, CancellationToken stop) =>
        {
            if (await Unmetered(session, meters, command.Terms, stop) is { } refused) return edge.Refused(refused);
            var id = new PlanId(session.NewId());
            return await plans.Start(id.Value, _ => command.Decide(), now => PlanPage.Of(id, now), $"/api/plans/{Uri.EscapeDataString(command.Code ?? "")}", stop);
        })
        .Produces<PlanPage>(201).Requires(Permission.ArrangeSubscriptions).WithSummary("Offer a plan");
}
