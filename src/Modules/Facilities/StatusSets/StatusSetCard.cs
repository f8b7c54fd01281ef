using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A status set as the settings show it.</summary>
internal sealed record StatusSetCard(StatusSetId Id, string Name, bool IsDefault, long Version, IReadOnlyList<StatusCard> Statuses)
{
    /// <summary>The card of a set; <paramref name="records"/> counts the records that have a status.</summary>
    public static StatusSetCard Of(StatusSetId id, Versioned<StatusSet> set, IReadOnlyDictionary<StatusId, long> records) =>
        new(id, set.State.Name, set.State.IsDefault, set.Version, [.. set.State.Statuses.Select((s, i) => new StatusCard(s.Id, s.Name, s.Color, i, s.Settles, records.GetValueOrDefault(s.Id)))]);
}

/// <summary>One status in its set.</summary>
/// <param name="Settles">Whether it says that the money is in.</param>
/// <param name="Records">How many records have it.</param>
internal sealed record StatusCard(StatusId Id, string Name, string Color, int Order, bool Settles, long Records);
