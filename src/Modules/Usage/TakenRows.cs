using Billing.Web;

namespace Billing.Usage;

/// <summary>What the unique keys of the read models mean to people.</summary>
internal static class TakenRows
{
    public static readonly IReadOnlyList<TakenRow> All =
    [
        new("usage_meters_by_code", new("code-taken", "There is a meter of this code already, perhaps a retired one. Choose another code.")),
        new("usage_plans_by_code", PlanNo.CodeTaken),
    ];
}
