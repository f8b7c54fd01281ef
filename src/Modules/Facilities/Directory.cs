using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A facility with the group it belongs to and the statuses its records can have.</summary>
internal sealed record Placed(FacilityId Id, Versioned<Facility> Facility, Versioned<FacilityGroup> Group, StatusSet Statuses);

/// <summary>Finds a facility with everything around it, as this node last saw it.</summary>
internal sealed class Directory(Streams<Facility> facilities, Streams<FacilityGroup> groups, Streams<StatusSet> statusSets)
{
    /// <summary>Null when there is no such facility.</summary>
    public async Task<Placed?> Find(FacilityId id, CancellationToken stop)
    {
        var facility = await facilities.Peek(id.Value, stop);
        if (!facility.Exists) return null;
        var group = await groups.Peek(facility.State.GroupId.Value, stop);
        var statuses = await statusSets.Peek(group.State.StatusSetId.Value, stop);
        return new Placed(id, facility, group, statuses.State);
    }
}
