using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a facility.</summary>
internal abstract record FacilityEvent;

/// <summary>From now on this place is billed with its group.</summary>
/// <param name="Name">As people call it; once in its group.</param>
/// <param name="GroupId">The group whose schedule, currency and statuses hold for it.</param>
[Event("facilities.facility_opened"), Announced]
internal sealed record FacilityOpened(string Name, FacilityGroupId GroupId) : FacilityEvent;

/// <summary>The place has another name; its records stay with it.</summary>
/// <param name="Name">The new name.</param>
[Event("facilities.facility_renamed"), Announced]
internal sealed record FacilityRenamed(string Name) : FacilityEvent;

/// <summary>The place belongs to another group: cycles that nobody saved follow its schedule, saved records stay as they are.</summary>
/// <param name="GroupId">The group it went to.</param>
[Event("facilities.facility_moved"), Announced]
internal sealed record FacilityMoved(FacilityGroupId GroupId) : FacilityEvent;

/// <summary>Billed no longer. Its records stay and it can be restored.</summary>
[Event("facilities.facility_archived"), Announced]
internal sealed record FacilityArchived : FacilityEvent;

/// <summary>Taken back before anything was recorded of it, or with the import that made it.</summary>
[Event("facilities.facility_withdrawn")]
internal sealed record FacilityWithdrawn : FacilityEvent;

/// <summary>Billed again after it was archived or withdrawn.</summary>
[Event("facilities.facility_restored"), Announced]
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
