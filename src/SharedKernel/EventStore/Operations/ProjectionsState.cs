using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>What a projection is doing.</summary>
public enum ProjectionStatus
{
    /// <summary>It follows the log.</summary>
    Running,

    /// <summary>It stands before an event that it cannot digest.</summary>
    Stopped,

    /// <summary>Its rows are being made anew beside the live ones.</summary>
    Rebuilding,
}

/// <summary>How far a projection is.</summary>
/// <param name="Name">Module in front.</param>
/// <param name="Lifecycle">Inline or async.</param>
/// <param name="Version">Of its rule.</param>
/// <param name="Position">The number of the log up to which its rows go; for an inline one, the mark.</param>
/// <param name="HighWaterMark">The number up to which it could go.</param>
/// <param name="Status">What it is doing.</param>
/// <param name="Error">Why it stands.</param>
/// <param name="LastUpdated">When its position last moved, UTC; null before the first time.</param>
/// <param name="Behind">For how long the first event that it has not yet taken has been waiting; zero when there is none.</param>
public sealed record ProjectionState(string Name, Lifecycle Lifecycle, int Version, long Position, long HighWaterMark, ProjectionStatus Status, string? Error, DateTimeOffset? LastUpdated, TimeSpan Behind)
{
    /// <summary>How many numbers of the log lie between the two.</summary>
    public long Lag => Math.Max(0, HighWaterMark - Position);
}

/// <summary>How far the projections are, on whatever node they run.</summary>
public sealed class ProjectionsState(EventStore store)
{
    private const string Look = $"""
        select p.name, coalesce(m.last_seq_id, 0), g.last_seq_id, g.last_updated,
               (select d.error from projection_dead_letters d where d.projection = p.name and d.seq_id > coalesce(g.last_seq_id, 0) order by d.seq_id limit 1),
               exists (select from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database()) and l.classid = $3 and l.objid::int8 = p.lock),
               (select greatest(clock_timestamp() - e.timestamp, interval '0') from mt_events e where not exists (select from tenant_clocks c where c.tenant_id = e.tenant_id) and e.seq_id > coalesce(g.last_seq_id, 0) and e.seq_id <= m.last_seq_id order by e.seq_id limit 1)
        from unnest($1, $2, $4) as p (name, progression, lock)
        left join mt_event_progression g on g.name = p.progression
        left join mt_event_progression m on m.name = 'HighWaterMark'
        """;

    /// <summary>All of them, in the order in which they were installed.</summary>
    public async Task<IReadOnlyList<ProjectionState>> List(CancellationToken stop)
    {
        var projections = store.Model.Projections;
        var rows = await Sql.List(
            store.Database.Daemon,
            Look,
            reader => (
                Name: reader.GetString(0), Mark: reader.GetInt64(1), Position: reader.IsDBNull(2) ? (long?)null : reader.GetInt64(2), Updated: reader.IsDBNull(3) ? (DateTimeOffset?)null : MomentAt(reader, 3),
                Error: TextAt(reader, 4), Rebuilding: reader.GetBoolean(5), Behind: reader.IsDBNull(6) ? TimeSpan.Zero : reader.GetTimeSpan(6)),
            stop,
            Texts(projections.Select(p => p.Name)), Texts(projections.Select(p => p.ProgressionName)), Number(NodeSession.LockSpace), Numbers(projections.Select(p => (long)(uint)NodeSession.LockOf(Rebuild.LockName(p)))));
        var states = from projection in projections
                     join row in rows on projection.Name equals row.Name
                     let inline = projection.Lifecycle == Lifecycle.Inline
                     let status = row.Rebuilding ? ProjectionStatus.Rebuilding : row.Error is not null ? ProjectionStatus.Stopped : ProjectionStatus.Running
                     select new ProjectionState(projection.Name, projection.Lifecycle, projection.Version, inline ? row.Mark : row.Position ?? 0, row.Mark, status, row.Error, row.Updated, inline ? TimeSpan.Zero : row.Behind);
        return [.. states];
    }
}
