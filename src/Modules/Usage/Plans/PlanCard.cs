using System.Text.Json;
using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A usage plan as its page shows it.</summary>
/// <param name="Code">What the API calls it.</param>
/// <param name="Period">The periods it bills.</param>
/// <param name="Terms">Those of a period that begins today.</param>
/// <param name="Versions">All there were and will be, oldest first.</param>
/// <param name="Retired">Whether it is given to no further client.</param>
internal sealed record PlanCard(string Code, Currency Currency, PlanPeriod Period, PlanTerms Terms, IReadOnlyList<PlanVersion> Versions, bool Retired, long Version)
{
    public static PlanCard Of(Versioned<UsagePlan> plan, DateOnly today) => Of(plan.State.Code, plan.State.Currency, plan.State.Period, plan.State.Versions, plan.State.IsRetired, plan.Version, today);

    public static PlanCard Of(PlanRow row, DateOnly today) => Of(row.Code, row.Money, row.Period, row.Versions, row.Retired, row.Version, today);

    private static PlanCard Of(string code, Currency currency, PlanPeriod period, IReadOnlyList<PlanVersion> versions, bool retired, long version, DateOnly today) =>
        new(code, currency, period, versions.Last(one => one.From <= today).Terms, versions, retired, version);
}
