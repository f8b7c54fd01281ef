using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>
/// A back-fill is taken back: all its events are withdrawn, and their ids are free again, as if they had never been sent. An event that somebody
/// withdrew by itself before stays withdrawn, and its id taken. Undone twice is undone once.
/// </summary>
/// <param name="Reason">Why; the audit log keeps it.</param>
internal sealed record UndoBackfill(string Reason)
{
    public Decision<BackfillEvent> Decide(Backfill backfill)
    {
        if (backfill.State is BackfillState.Undoing or BackfillState.Undone) return Decision.Nothing;
        if (!PlainText.Note(Reason, 500).TryGet(out var reason, out var refused)) return refused;
        return reason.Length == 0 ? BackfillNo.ReasonMissing : new BackfillUndoAsked(reason);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/backfills/{id}/undo", async (BackfillId id, UndoBackfill command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            using var mine = await session.Turn(id.Value, stop);
            if (await BackfillCard.Find(session, id, stop) is not { } card) return Problems.NotFound;
            var work = session.Begin();
            var now = await work.Load<Backfill>(id.Value, stop, fresh: true);
            if (work.Decide<Backfill, BackfillEvent>(id.Value, command.Decide) is { } refused) return edge.Refused(refused);
            if (!work.IsEmpty) work.Send(BackfillIsUndone.Message, new BackfillIsUndone(id.Value, 0));
            now = await work.Load<Backfill>(id.Value, stop);
            return await edge.Commit(work, Answer.Of(card with { State = now.State.State, UndoReason = now.State.UndoReason, Version = now.Version }, now.Version, 202), stop);
        })
        .Produces<BackfillCard>(202).Requires(Permission.ArrangeUsage).WithSummary("Undo a back-fill: all its events are withdrawn");
}
