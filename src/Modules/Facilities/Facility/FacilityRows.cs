using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A facility as lists show it.</summary>
internal sealed record FacilityRow(Guid Id, string Name, Guid GroupId, string Standing, long Version);

internal sealed class FacilityRows : Projection<FacilityRow>
{
    public FacilityRows() : base("facilities.facilities", new RowTable<FacilityRow>("facilities_facilities"), Lifecycle.Inline, inlineStream: Facility.Alias)
    {
        CoversAll<FacilityEvent>();
        Uses<FacilityOpened>((_, e, at) => new FacilityRow(at.StreamId, e.Name, e.GroupId.Value, "active", at.Version));
        Uses<FacilityRenamed>((row, e, at) => row! with { Name = e.Name, Version = at.Version });
        Uses<FacilityMoved>((row, e, at) => row! with { GroupId = e.GroupId.Value, Version = at.Version });
        Uses<FacilityArchived>((row, _, at) => row! with { Standing = "archived", Version = at.Version });
        Uses<FacilityWithdrawn>((row, _, at) => row! with { Standing = "withdrawn", Version = at.Version });
        Uses<FacilityRestored>((row, _, at) => row! with { Standing = "active", Version = at.Version });
    }
}
