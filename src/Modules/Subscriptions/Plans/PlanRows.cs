using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>A plan as it is found: its terms are in its stream.</summary>
internal sealed record PlanRow(Guid Id, string Code, string Name, string Family, int Tier, bool IsPublic, int SortOrder, bool Archived, long Version, [property: Jsonb] ValueList<string> OutsidePrices);

internal sealed class PlanRows : Projection<PlanRow>
{
    public PlanRows() : base("subscriptions.plans", new RowTable<PlanRow>("subscriptions_plans"), Lifecycle.Inline, version: 2, inlineStream: Plan.Alias)
    {
        CoversAll<PlanEvent>();
        Uses<PlanOffered>((_, e, at) => new PlanRow(at.StreamId, e.Code, e.Terms.Name, e.Terms.Family, e.Terms.Tier, e.IsPublic, e.SortOrder, false, at.Version, []));
        Uses<PlanRevised>((row, e, at) => row! with { Name = e.Terms.Name, Family = e.Terms.Family, Tier = e.Terms.Tier, Version = at.Version });
        Uses<PlanPlaced>((row, e, at) => row! with { IsPublic = e.IsPublic, SortOrder = e.SortOrder, Version = at.Version });
        Uses<PlanLinkedOutside>((row, e, at) => row! with { OutsidePrices = e.Prices, Version = at.Version });
        Uses<PlanArchived>((row, _, at) => row! with { Archived = true, Version = at.Version });
    }
}
