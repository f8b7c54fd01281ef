using Billing.Web;

namespace Billing.Facilities;

/// <summary>What the unique keys of the read models mean to people.</summary>
internal static class TakenRows
{
    public static readonly Refusal GroupName = new("name-taken", "There is a facility group of this name already. Choose another name, or restore the archived one.");
    public static readonly Refusal FacilityName = new("name-taken", "The group has a facility of this name already. Choose another name, or restore the archived one.");
    public static readonly Refusal StatusSetName = new("name-taken", "There is a status set of this name already. Choose another name.");
    public static readonly Refusal Period = new("period-taken", "The facility has a record for this period already. Change that one, or choose another period.");

    public static readonly IReadOnlyList<TakenRow> All =
    [
        new("facilities_groups_by_name", GroupName),
        new("facilities_facilities_by_name", FacilityName),
        new("facilities_status_sets_by_name", StatusSetName),
        new("facilities_billing_records_by_period", Period),
    ];
}
