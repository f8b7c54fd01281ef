using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to a back-fill.</summary>
internal abstract record BackfillEvent;

/// <summary>A batch of usage begins that can be taken back as a whole.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Note">Where the usage comes from, in a person's words; may be empty.</param>
[Event("usage.backfill_opened")]
internal sealed record BackfillOpened(string Name, string Note) : BackfillEvent;

/// <summary>The batch is complete: no more events come in with it.</summary>
[Event("usage.backfill_closed")]
internal sealed record BackfillClosed : BackfillEvent;

/// <summary>Somebody takes the batch back; its events are being withdrawn.</summary>
/// <param name="Reason">Why, in a person's words.</param>
[Event("usage.backfill_undo_asked")]
internal sealed record BackfillUndoAsked(string Reason) : BackfillEvent;

/// <summary>No event of the batch counts any more, and their ids are free again.</summary>
/// <param name="Withdrawn">How many were withdrawn by it; those that somebody had withdrawn one by one are not among them.</param>
[Event("usage.backfill_undone")]
internal sealed record BackfillUndone(long Withdrawn) : BackfillEvent;

/// <summary>How far a back-fill is.</summary>
internal enum BackfillState
{
    /// <summary>It takes events.</summary>
    Open,

    /// <summary>It is complete.</summary>
    Closed,

    /// <summary>Its events are being withdrawn.</summary>
    Undoing,

    /// <summary>None of its events counts.</summary>
    Undone,
}

/// <summary>A named batch of usage that was measured elsewhere or long ago, and can be taken back as a whole.</summary>
internal sealed record Backfill(string Name, string Note, BackfillState State, string? UndoReason, long Withdrawn) : IAggregate<Backfill>
{
    public static string Alias => "usage.backfill";

    public static Backfill Initial { get; } = new("", "", BackfillState.Open, null, 0);

    public Backfill Apply(object happened) => happened switch
    {
        BackfillOpened e => this with { Name = e.Name, Note = e.Note },
        BackfillClosed => this with { State = BackfillState.Closed },
        BackfillUndoAsked e => this with { State = BackfillState.Undoing, UndoReason = e.Reason },
        BackfillUndone e => this with { State = BackfillState.Undone, Withdrawn = e.Withdrawn },
        _ => throw new UnknownEventException(nameof(Backfill), happened),
    };
}
