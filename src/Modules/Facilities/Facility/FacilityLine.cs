using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A facility as lists show it.</summary>
/// <param name="Records">How many billing records it has.</param>
internal sealed record FacilityLine(FacilityId Id, string Name, FacilityGroupId GroupId, string GroupName, bool Archived, long Version, long Records)
{
    public static FacilityLine Of(FacilityId id, Versioned<Facility> facility, string groupName, long records) =>
        new(id, facility.State.Name, facility.State.GroupId, groupName, facility.State.Standing != Standing.Active, facility.Version, records);
}
