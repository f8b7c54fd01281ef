using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A batch of usage begins that can be taken back as a whole.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Note">Where the usage comes from; at most 2,000 characters.</param>
internal sealed record OpenBackfill(string Name, string? Note = null)
{
    public Decision<BackfillEvent> Decide() =>
        !PlainText.Name(Name, "A back-fill").TryGet(out var name, out var refused) ? refused
        : !PlainText.Note(Note).TryGet(out var note, out refused) ? refused
        : new BackfillOpened(name, note);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/backfills", (OpenBackfill command, Commands<Backfill> backfills, Session session, CancellationToken stop) =>
        {
            var id = new BackfillId(session.NewId());
            return backfills.Start(id.Value, _ => command.Decide(), now => BackfillCard.Of(id, now, session), $"/api/usage/backfills/{id}", stop);
        })
        .Produces<BackfillCard>(201).Requires(Permission.ArrangeUsage).WithSummary("Open a back-fill: a batch of usage that can be taken back as a whole");
}
