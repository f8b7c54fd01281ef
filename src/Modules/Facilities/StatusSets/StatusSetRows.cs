using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A set of statuses as the settings list it.</summary>
internal sealed record StatusSetRow(Guid Id, string Name, bool IsDefault, bool Retired, [Jsonb] IReadOnlyList<StatusColumn> Statuses, long Version);

/// <summary>A status within its set's row.</summary>
internal sealed record StatusColumn(Guid Id, string Name, string Color, bool Settles);

internal sealed class StatusSetRows : Projection<StatusSetRow>
{
    public StatusSetRows() : base("facilities.status_sets", new RowTable<StatusSetRow>("facilities_status_sets"), Lifecycle.Inline, inlineStream: StatusSet.Alias)
    {
        CoversAll<StatusSetEvent>();
        Uses<StatusSetDefined>((_, e, at) => new StatusSetRow(at.StreamId, e.Name, e.IsDefault, false, [], at.Version));
        Uses<StatusSetRenamed>((row, e, at) => row! with { Name = e.Name, Version = at.Version });
        Uses<StatusAdded>((row, e, at) => row! with { Statuses = [.. row.Statuses, new StatusColumn(e.Id.Value, e.Name, e.Color, e.Settles)], Version = at.Version });
        Uses<StatusRenamed>((row, e, at) => With(row!, e.Id, s => s with { Name = e.Name, Settles = e.Settles }, at));
        Uses<StatusRecoloured>((row, e, at) => With(row!, e.Id, s => s with { Color = e.Color }, at));
        Uses<StatusDropped>((row, e, at) => row! with { Statuses = [.. row.Statuses.Where(s => s.Id != e.Id.Value)], Version = at.Version });
        Uses<StatusesOrdered>((row, e, at) => row! with { Statuses = [.. e.Ids.Select(id => row.Statuses.Single(s => s.Id == id.Value))], Version = at.Version });
        Uses<StatusSetRetired>((row, _, at) => row! with { Retired = true, Version = at.Version });
    }

    private static StatusSetRow With(StatusSetRow row, StatusId id, Func<StatusColumn, StatusColumn> change, StoredEvent at) =>
        row with { Statuses = [.. row.Statuses.Select(s => s.Id == id.Value ? change(s) : s)], Version = at.Version };
}
