using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A back-fill is complete; it can still be taken back.</summary>
internal static class CloseBackfill
{
    public static Decision<BackfillEvent> Decide(Backfill backfill) => backfill.State switch
    {
        BackfillState.Open => new BackfillClosed(),
        BackfillState.Closed => Decision.Nothing,
        _ => BackfillNo.Undone,
    };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/backfills/{id}/close", async (BackfillId id, Commands<Backfill> backfills, Session session, CancellationToken stop) =>
            await BackfillCard.Find(session, id, stop) is { } card
                ? await backfills.Decide(id.Value, Decide, now => card with { State = now.State.State, ClosedAt = card.ClosedAt ?? session.Now, Version = now.Version }, stop)
                : Problems.NotFound)
        .Produces<BackfillCard>().Requires(Permission.ArrangeUsage).WithSummary("Close a back-fill: it takes no more events");
}
