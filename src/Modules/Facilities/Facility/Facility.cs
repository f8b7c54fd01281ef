using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a facility.</summary>
internal abstract record FacilityEvent;

[Event("facilities.facility_opened")]
internal sealed record FacilityOpened(string Name, FacilityGroupId GroupId) : FacilityEvent;

[Event("facilities.facility_renamed")]
internal sealed record FacilityRenamed(string Name) : FacilityEvent;

[Event("facilities.facility_moved")]
internal sealed record FacilityMoved(FacilityGroupId GroupId) : FacilityEvent;

[Event("facilities.facility_archived")]
internal sealed record FacilityArchived : FacilityEvent;

/// <summary>Taken back before anything was recorded of it, or with the import that made it.</summary>
[Event("facilities.facility_withdrawn")]
internal sealed record FacilityWithdrawn : FacilityEvent;

[Event("facilities.facility_restored")]
internal sealed record FacilityRestored : FacilityEvent;

/// <summary>A place that is billed.</summary>
internal sealed record Facility(string Name, FacilityGroupId GroupId, Standing Standing) : IAggregate<Facility>
{
    public static string Alias => "facilities.facility";

    public static Facility Initial { get; } = new("", default, Standing.Active);

    public Facility Apply(object happened) => happened switch
    {
        FacilityOpened e => this with { Name = e.Name, GroupId = e.GroupId },
        FacilityRenamed e => this with { Name = e.Name },
        FacilityMoved e => this with { GroupId = e.GroupId },
        FacilityArchived => this with { Standing = Standing.Archived },
        FacilityWithdrawn => this with { Standing = Standing.Withdrawn },
        FacilityRestored => this with { Standing = Standing.Active },
        _ => throw new UnknownEventException(nameof(Facility), happened),
    };
}
