using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A back-fill as the list and the intake read it.</summary>
internal sealed record BackfillRow(
    Guid Id, string Name, string Note, DateTimeOffset OpenedAt, string OpenedBy, DateTimeOffset? ClosedAt, DateTimeOffset? UndoAskedAt, string? UndoReason, DateTimeOffset? UndoneAt, long Withdrawn, long Version);

internal sealed class BackfillRows : Projection<BackfillRow>
{
    public BackfillRows() : base("usage.backfills", new RowTable<BackfillRow>("usage_backfills"), Lifecycle.Inline, inlineStream: Backfill.Alias)
    {
        CoversAll<BackfillEvent>();
        Uses<BackfillOpened>((_, e, at) => new BackfillRow(at.StreamId, e.Name, e.Note, at.At, at.Recorded.Actor.Name, null, null, null, null, 0, at.Version));
        Uses<BackfillClosed>((row, _, at) => row! with { ClosedAt = at.At, Version = at.Version });
        Uses<BackfillUndoAsked>((row, e, at) => row! with { UndoAskedAt = at.At, UndoReason = e.Reason, Version = at.Version });
        Uses<BackfillUndone>((row, e, at) => row! with { UndoneAt = at.At, Withdrawn = e.Withdrawn, Version = at.Version });
    }
}
