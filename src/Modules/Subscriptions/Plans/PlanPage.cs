using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>A plan as lists and its page show it.</summary>
/// <param name="Terms">Of the newest version.</param>
/// <param name="Versions">All there were, oldest first.</param>
/// <param name="Archived">Whether nobody subscribes to it any more.</param>
/// <param name="OutsidePrices">Stripe's prices that stand for it: who pays one of them there has it.</param>
/// <param name="Recurring">What it asks for again and again, for one period and one seat: in each currency that it has prices in.</param>
internal sealed record PlanPage(PlanId Id, string Code, PlanOffer Terms, bool Public, int SortOrder, bool Archived, IReadOnlyList<OfferVersion> Versions, long Version, IReadOnlyList<string> OutsidePrices, IReadOnlyList<Money> Recurring)
{
    public static PlanPage Of(PlanId id, Versioned<Plan> plan) => new(
        id, plan.State.Code, plan.State.Newest.Terms, plan.State.IsPublic, plan.State.SortOrder, plan.State.IsArchived, plan.State.Versions, plan.Version, plan.State.OutsidePrices,
        [.. plan.State.Newest.Terms.Components.SelectMany(component => component.Currencies()).Distinct().Select(currency => plan.State.Newest.Terms.Recurring(currency, 1))]);
}
