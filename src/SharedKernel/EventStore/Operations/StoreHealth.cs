using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>How a part of the store does.</summary>
public enum StorePartStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Works, but somebody should look.</summary>
    Degraded,

    /// <summary>Does not work.</summary>
    Failed,
}

/// <summary>One part of the store and how it does.</summary>
/// <param name="Name"><c>high-water mark</c>, <c>messages</c>, or <c>projection</c> and its name.</param>
/// <param name="Status">Well or not.</param>
/// <param name="Detail">One sentence for an operator.</param>
/// <param name="Lag">How far behind, in events or messages.</param>
/// <param name="LastGood">When it last did its work, UTC; null when never.</param>
public sealed record StorePart(string Name, StorePartStatus Status, string Detail, long Lag, DateTimeOffset? LastGood);

/// <summary>
/// How the store does, told from what is in the database: a loop that has died cannot call itself healthy. It looks at lag and at staleness, the time
/// that the oldest thing not yet done has waited.
/// </summary>
public sealed class StoreHealth(EventStore store)
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(1);

    private const string LookAtMark = """
        select (select coalesce(max(seq_id), 0) from mt_events), coalesce(m.last_seq_id, 0), m.last_updated,
               (select greatest(clock_timestamp() - e.timestamp, interval '0') from mt_events e where e.seq_id > coalesce(m.last_seq_id, 0) and not exists (select from tenant_clocks c where c.tenant_id = e.tenant_id) order by e.seq_id limit 1)
        from (select) one left join mt_event_progression m on m.name = 'HighWaterMark'
        """;

    private const string LookAtMessages = """
        select (select count(*) from messages where taken_until is null and handled_at is null and dead_at is null and due <= $1),
               (select count(*) from messages where dead_at is not null),
               greatest((select $1 - min(due) from messages where taken_until is null and handled_at is null and dead_at is null and due < 'infinity'),
                        (select clock_timestamp() - min(taken_until) from messages where taken_until is not null), interval '0'),
               (select max(handled_at) from messages where handled_at is not null)
        """;

    /// <summary>The names of all parts, in the order in which they are told.</summary>
    public IReadOnlyList<string> Names => ["high-water mark", "messages", .. store.Model.Projections.Select(NameOf)];

    /// <summary>Looks at everything.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be asked.</exception>
    public async Task<IReadOnlyList<StorePart>> Look(CancellationToken stop)
    {
        var projections = await new ProjectionsState(store).List(stop);
        return [await Mark(stop), await Messages(stop), .. projections.Select(Of)];
    }

    private async Task<StorePart> Mark(CancellationToken stop) => (await List(store.Database.Daemon, LookAtMark, reader =>
    {
        var (highest, mark, behind) = (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(3) ? TimeSpan.Zero : reader.GetTimeSpan(3));
        return new StorePart("high-water mark", Worse(behind), behind > Stale ? $"It has stood at {mark} for {behind.TotalSeconds:F0} s while the log goes to {highest}." : $"At {mark}.", highest - mark, reader.IsDBNull(2) ? null : MomentAt(reader, 2));
    }, stop))[0];

    private async Task<StorePart> Messages(CancellationToken stop) => (await List(store.Database.Daemon, LookAtMessages, reader =>
    {
        var (waiting, dead) = (reader.GetInt64(0), reader.GetInt64(1));
        var behind = reader.IsDBNull(2) ? TimeSpan.Zero : reader.GetTimeSpan(2);
        var status = dead > 0 && Worse(behind) == StorePartStatus.Ok ? StorePartStatus.Degraded : Worse(behind);
        var detail = $"{waiting} waiting, {dead} dead." + (behind > Stale ? $" The oldest has been due for {behind.TotalSeconds:F0} s." : "");
        return new StorePart("messages", status, detail, waiting, reader.IsDBNull(3) ? null : MomentAt(reader, 3));
    }, stop, Moment(store.Time.GetUtcNow())))[0];

    private static StorePart Of(ProjectionState projection) => projection.Status switch
    {
        ProjectionStatus.Stopped => new(NameOf(projection.Name), StorePartStatus.Failed, $"It stands before an event that it cannot digest: {projection.Error!.Split('\n')[0]}", projection.Lag, projection.LastUpdated),
        ProjectionStatus.Rebuilding => new(NameOf(projection.Name), StorePartStatus.Degraded, "Its rows are being made anew.", projection.Lag, projection.LastUpdated),
        _ => new(NameOf(projection.Name), Worse(projection.Behind), projection.Behind > Stale ? $"It is {projection.Lag} behind, by {projection.Behind.TotalSeconds:F0} s." : $"At {projection.Position}.", projection.Lag, projection.LastUpdated),
    };

    private static StorePartStatus Worse(TimeSpan behind) => behind > Dead ? StorePartStatus.Failed : behind > Stale ? StorePartStatus.Degraded : StorePartStatus.Ok;

    private static string NameOf(Projection projection) => NameOf(projection.Name);

    private static string NameOf(string projection) => "projection " + projection;
}
