using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A usage plan as lists, bills and limits read it.</summary>
/// <param name="Versions">Oldest first; the first begins before all days.</param>
internal sealed record PlanRow(Guid Id, string Code, string Name, string Currency, [property: Jsonb] PlanPeriod Period, [property: Jsonb] IReadOnlyList<PlanVersion> Versions, bool Retired, long Version)
{
    /// <summary>The terms of the period that begins on a day.</summary>
    public PlanTerms On(DateOnly day) => Versions.Last(version => version.From <= day).Terms;

    /// <summary>The currency of everything it asks for.</summary>
    public Currency Money => Billing.Currency.Parse(Currency);
}

internal sealed class PlanRows : Projection<PlanRow>
{
    public PlanRows() : base("usage.plans", new RowTable<PlanRow>("usage_plans"), Lifecycle.Inline, inlineStream: UsagePlan.Alias)
    {
        CoversAll<UsagePlanEvent>();
        Uses<PlanDefined>((_, e, at) => new PlanRow(at.StreamId, e.Code, e.Terms.Name, e.Currency.Code, e.Period, [new PlanVersion(DateOnly.MinValue, e.Terms)], false, at.Version));
        Uses<PlanRevised>((row, e, at) => row! with { Name = e.Terms.Name, Versions = [.. row.Versions.Where(version => version.From < e.From), new PlanVersion(e.From, e.Terms)], Version = at.Version });
        Uses<PlanRetired>((row, _, at) => row! with { Retired = true, Version = at.Version });
    }
}
