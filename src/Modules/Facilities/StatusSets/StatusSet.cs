using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a set of statuses.</summary>
internal abstract record StatusSetEvent;

/// <summary>A set of statuses for records to have came to be; its statuses are added one by one.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="IsDefault">Whether groups have it that chose no other.</param>
[Event("facilities.status_set_defined")]
internal sealed record StatusSetDefined(string Name, bool IsDefault) : StatusSetEvent;

/// <summary>The set has another name.</summary>
/// <param name="Name">The new name.</param>
[Event("facilities.status_set_renamed")]
internal sealed record StatusSetRenamed(string Name) : StatusSetEvent;

/// <summary>The set offers one more status, at its end.</summary>
/// <param name="Id">The status.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Color">Its colour, #RRGGBB.</param>
/// <param name="Settles">Whether it says that the money is in, as "Paid" does.</param>
[Event("facilities.status_added")]
internal sealed record StatusAdded(StatusId Id, string Name, string Color, bool Settles) : StatusSetEvent;

/// <summary>A status is called otherwise, or says otherwise whether the money is in; records that have it keep it.</summary>
/// <param name="Id">The status.</param>
/// <param name="Name">What it is called from now on.</param>
/// <param name="Settles">Whether that says that the money is in.</param>
[Event("facilities.status_renamed")]
internal sealed record StatusRenamed(StatusId Id, string Name, bool Settles) : StatusSetEvent;

/// <summary>A status has another colour.</summary>
/// <param name="Id">The status.</param>
/// <param name="Color">Its colour, #RRGGBB.</param>
[Event("facilities.status_recoloured")]
internal sealed record StatusRecoloured(StatusId Id, string Color) : StatusSetEvent;

/// <summary>A status is offered no longer; records that had it got the replacement.</summary>
/// <param name="Id">The status.</param>
/// <param name="Replacement">What its records got instead; none when no record had it.</param>
[Event("facilities.status_dropped")]
internal sealed record StatusDropped(StatusId Id, StatusId? Replacement) : StatusSetEvent;

/// <summary>The order in which the statuses of the set are offered.</summary>
/// <param name="Ids">All its statuses.</param>
[Event("facilities.statuses_ordered")]
internal sealed record StatusesOrdered(IReadOnlyList<StatusId> Ids) : StatusSetEvent
{
    public bool Equals(StatusesOrdered? other) => other is not null && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => Ids.Aggregate(0, HashCode.Combine);
}

/// <summary>The set is offered no longer; no group used it.</summary>
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
