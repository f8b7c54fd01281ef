using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A version of a plan: it holds for periods that begin on its day or later, until the next version's.</summary>
internal sealed record PlanVersion(DateOnly From, PlanTerms Terms);

/// <summary>What clients are asked for what they use, and how much they may use.</summary>
internal sealed record UsagePlan(string Code, Currency Currency, PlanPeriod Period, IReadOnlyList<PlanVersion> Versions, bool IsRetired) : IAggregate<UsagePlan>
{
    public static string Alias => "usage.plan";

    public static UsagePlan Initial { get; } = new("", default, new(PeriodLength.Month, PlanPeriod.UsualStart), [], false);

    public UsagePlan Apply(object happened) => happened switch
    {
        PlanDefined e => this with { Code = e.Code, Currency = e.Currency, Period = e.Period, Versions = [new(DateOnly.MinValue, e.Terms)] },
        PlanRevised e => this with { Versions = [.. Versions.Where(version => version.From < e.From), new(e.From, e.Terms)] },
        PlanRetired => this with { IsRetired = true },
        _ => throw new UnknownEventException(nameof(UsagePlan), happened),
    };
}
