namespace Billing.EventStore;

/// <summary>Where a projection goes on; rebuilds it beside the old rows when its rule is newer than they are.</summary>
internal sealed class ProjectionStart(EventStore store, Projection projection)
{
    private const string Look = """
        select (select last_seq_id from mt_event_progression where name = $1),
               coalesce((select array_agg(name) from mt_event_progression where name = $2 || ':All' or starts_with(name, $2 || ':V')), '{}'),
               exists (select from mt_events)
        """;

    /// <summary>The position, or null when the rows belong to a newer version of the product: nothing may touch them.</summary>
    public async Task<long?> Find(CancellationToken stop)
    {
        var (position, versions, anyEvents) = await Read(stop);
        if (position is not null) return position;
        if (versions.Any(v => v > projection.Version)) return null;
        if (versions.Count > 0 || (projection.Lifecycle == Lifecycle.Inline && anyEvents)) return (await new Rebuild(store).Run(projection, null, stop)).Position;
        await Sql.Ask(store.Database.Daemon, "insert into mt_event_progression (name, last_seq_id, last_updated) values ($1, 0, clock_timestamp()) on conflict do nothing", stop, Sql.Text(projection.ProgressionName));
        return 0;
    }

    private async Task<(long? Position, List<int> Versions, bool AnyEvents)> Read(CancellationToken stop) => (await Sql.List<(long?, List<int>, bool)>(
        store.Database.Daemon,
        Look,
        reader => (reader.IsDBNull(0) ? null : reader.GetInt64(0), [.. reader.GetFieldValue<string[]>(1).Select(VersionOf)], reader.GetBoolean(2)),
        stop,
        Sql.Text(projection.ProgressionName),
        Sql.Text(projection.Name)))[0];

    private static int VersionOf(string progression) => progression.Split(':') is [_, ['V', .. var version], "All"] && int.TryParse(version, out var number) ? number : 1;
}
