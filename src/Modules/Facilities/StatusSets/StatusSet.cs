using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a set of statuses.</summary>
internal abstract record StatusSetEvent;

[Event("facilities.status_set_defined")]
internal sealed record StatusSetDefined(string Name, bool IsDefault) : StatusSetEvent;

[Event("facilities.status_set_renamed")]
internal sealed record StatusSetRenamed(string Name) : StatusSetEvent;

[Event("facilities.status_added")]
internal sealed record StatusAdded(StatusId Id, string Name, string Color, bool Settles) : StatusSetEvent;

[Event("facilities.status_renamed")]
internal sealed record StatusRenamed(StatusId Id, string Name, bool Settles) : StatusSetEvent;

[Event("facilities.status_recoloured")]
internal sealed record StatusRecoloured(StatusId Id, string Color) : StatusSetEvent;

/// <summary>A status is offered no longer; records that had it got the replacement.</summary>
[Event("facilities.status_dropped")]
internal sealed record StatusDropped(StatusId Id, StatusId? Replacement) : StatusSetEvent;

[Event("facilities.statuses_ordered")]
internal sealed record StatusesOrdered(IReadOnlyList<StatusId> Ids) : StatusSetEvent
{
    public bool Equals(StatusesOrdered? other) => other is not null && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => Ids.Aggregate(0, HashCode.Combine);
}

[Event("facilities.status_set_retired")]
internal sealed record StatusSetRetired : StatusSetEvent;

/// <summary>One status a person can pick.</summary>
/// <param name="Settles">Whether it says that the money is in: "Paid". A record that says so and has money open gets a hint.</param>
internal sealed record Status(StatusId Id, string Name, string Color, bool Settles);

/// <summary>The statuses that the records of a group can have, in their order.</summary>
internal sealed record StatusSet(string Name, bool IsDefault, bool IsRetired, IReadOnlyList<Status> Statuses) : IAggregate<StatusSet>
{
    public static string Alias => "facilities.status_set";

    public static StatusSet Initial { get; } = new("", false, false, []);

    public Status? Find(StatusId id) => Statuses.FirstOrDefault(s => s.Id == id);

    public StatusSet Apply(object happened) => happened switch
    {
        StatusSetDefined e => this with { Name = e.Name, IsDefault = e.IsDefault },
        StatusSetRenamed e => this with { Name = e.Name },
        StatusAdded e => this with { Statuses = [.. Statuses, new Status(e.Id, e.Name, e.Color, e.Settles)] },
        StatusRenamed e => With(e.Id, s => s with { Name = e.Name, Settles = e.Settles }),
        StatusRecoloured e => With(e.Id, s => s with { Color = e.Color }),
        StatusDropped e => this with { Statuses = [.. Statuses.Where(s => s.Id != e.Id)] },
        StatusesOrdered e => this with { Statuses = [.. e.Ids.Select(id => Statuses.Single(s => s.Id == id))] },
        StatusSetRetired => this with { IsRetired = true },
        _ => throw new UnknownEventException(nameof(StatusSet), happened),
    };

    private StatusSet With(StatusId id, Func<Status, Status> change) => this with { Statuses = [.. Statuses.Select(s => s.Id == id ? change(s) : s)] };
}
