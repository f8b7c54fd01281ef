using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Events of a back-fill are to be withdrawn.</summary>
/// <param name="Backfill">Which.</param>
/// <param name="Withdrawn">How many have been so far.</param>
internal sealed record BackfillIsUndone(Guid Backfill, long Withdrawn)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "usage.backfill_is_undone";
}

/// <summary>
/// Withdraws the next few thousand events. They, their hours, the end of this message and the message that goes on commit as one: an undo that is killed goes on
/// where it was, and what is kept per hour is true at every moment in between.
/// </summary>
internal sealed class When_a_backfill_is_undone() : MessageHandler<BackfillIsUndone>(BackfillIsUndone.Message)
{
    public override int Attempts => 100;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<BackfillIsUndone> message, Work work, CancellationToken stop)
    {
        var (backfill, withdrawn) = message.Body;
        if (await UndoStatements.Next(work.Session, backfill, stop) is { } few)
        {
            foreach (var statement in UndoStatements.For(backfill, few)) work.Also(statement);
            work.Send(BackfillIsUndone.Message, message.Body with { Withdrawn = withdrawn + few.Events });
            return;
        }
        await work.Load<Backfill>(backfill, stop, fresh: true);
        work.Decide<Backfill, BackfillEvent>(backfill, now => now.State == BackfillState.Undoing ? new BackfillUndone(withdrawn) : Decision.Nothing);
    }
}
