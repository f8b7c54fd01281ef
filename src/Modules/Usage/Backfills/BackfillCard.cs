using Billing.EventStore;
using Npgsql;

namespace Billing.Usage;

/// <summary>What a back-fill brought for one meter, as it came in.</summary>
/// <param name="Meter">Its code.</param>
/// <param name="Events">How many events.</param>
/// <param name="Counted">How many of them the meter's filters let through.</param>
/// <param name="Value">The values of those, added, as text.</param>
/// <param name="FirstAt">The instant of the earliest, UTC.</param>
/// <param name="LastAt">The instant of the latest, UTC.</param>
internal sealed record BackfillMeter(string Meter, string Name, string Unit, long Events, long Counted, string Value, DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>A back-fill as the list and its page show it.</summary>
/// <param name="OpenedBy">Who.</param>
/// <param name="UndoReason">Why it was taken back.</param>
/// <param name="Events">How many events came in with it.</param>
/// <param name="Withdrawn">How many of them the undo withdrew.</param>
internal sealed record BackfillCard(
    BackfillId Id, string Name, string Note, BackfillState State, DateTimeOffset OpenedAt, string OpenedBy, DateTimeOffset? ClosedAt, string? UndoReason, DateTimeOffset? UndoneAt, long Events, long Withdrawn, IReadOnlyList<BackfillMeter> Meters, long Version)
{
    /// <summary>The columns that <see cref="Of(NpgsqlDataReader)"/> reads, of back-fills b.</summary>
    public const string Columns = "b.id, b.name, b.note, b.opened_at, b.opened_by, b.closed_at, b.undo_asked_at is not null, b.undo_reason, b.undone_at, b.withdrawn, b.version";

    /// <summary>How many there are.</summary>
    public const int ColumnCount = 11;

    private const string Brought = """
        select b.backfill_id, m.code, m.name, m.unit, b.events, b.counted, trim_scale(b.value)::text, b.first_at, b.last_at
        from usage_tenants t join usage_backfill_meters b on b.tenant_no = t.no join usage_meters m on m.tenant_id = $1 and m.id = b.meter_id
        where t.tenant_id = $1 and b.backfill_id = any ($2) order by m.code
        """;

    /// <summary>One that has just been opened.</summary>
    public static BackfillCard Of(BackfillId id, Versioned<Backfill> now, Session session) =>
        new(id, now.State.Name, now.State.Note, now.State.State, session.Now, session.Actor.Name, null, null, null, 0, 0, [], now.Version);

    public static BackfillCard Of(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2), !row.IsDBNull(8) ? BackfillState.Undone : row.GetBoolean(6) ? BackfillState.Undoing : row.IsDBNull(5) ? BackfillState.Open : BackfillState.Closed,
        At(row, 3)!.Value, row.GetString(4), At(row, 5), row.IsDBNull(7) ? null : row.GetString(7), At(row, 8), 0, row.GetInt64(9), [], row.GetInt64(10));

    /// <summary>The back-fill of an id; null when there is none.</summary>
    public static async Task<BackfillCard?> Find(Session session, BackfillId id, CancellationToken stop)
    {
        var found = await session.Read<BackfillCard?>($"select {Columns} from usage_backfills b where b.tenant_id = $1 and b.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async row => await row.ReadAsync(stop) ? Of(row) : null, stop);
        return found is null ? null : (await WithMeters(session, [found], stop))[0];
    }

    /// <summary>The same with what they brought.</summary>
    public static async Task<IReadOnlyList<BackfillCard>> WithMeters(Session session, IReadOnlyList<BackfillCard> cards, CancellationToken stop)
    {
        var brought = await session.Read(Brought, [new NpgsqlParameter<Guid[]> { TypedValue = [.. cards.Select(card => card.Id.Value)] }], async row =>
        {
            var meters = new List<(Guid Backfill, BackfillMeter Meter)>();
            while (await row.ReadAsync(stop)) meters.Add((row.GetGuid(0), new BackfillMeter(row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetInt64(5), row.GetString(6), At(row, 7)!.Value, At(row, 8)!.Value)));
            return meters.ToLookup(each => each.Backfill, each => each.Meter);
        }, stop);
        return [.. cards.Select(card => card with { Events = brought[card.Id.Value].Sum(meter => meter.Events), Meters = [.. brought[card.Id.Value]] })];
    }

    private static DateTimeOffset? At(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetDateTime(column), TimeSpan.Zero);
}
