using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>
/// Usage comes in with a back-fill, in the forms of the intake or as a CSV file. It may be of meters that are retired by now; ids count once as everywhere.
/// </summary>
internal static class SendBackfill
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/backfills/{id}/events", async (BackfillId id, HttpContext context, Session session, CommandEdge edge, Intake intake, KnownMeters known, EventLimits limits) =>
        {
            if (await BackfillCard.Find(session, id, context.RequestAborted) is not { } card) return Problems.NotFound;
            if (BackfillNo.OfSending(card.State) is { } refused) return edge.Refused(refused);
            var tally = new Tally(session, intake, known, limits, id.Value, context.RequestAborted);
            if (context.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) is not true) return await TakeEvents.Take(context, tally);
            return await CsvEvents.Read(context.Request.Body, tally, context.RequestAborted) is { } unread ? edge.Refused(unread) : TypedResults.Ok(await tally.End());
        })
        .Accepts<SentEvent>("application/json", "application/x-ndjson", "text/csv")
        .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer())
        .TakesFiles()
        .Produces<TakenAnswer>()
        .Requires(Permission.RecordUsage)
        .WithSummary("Send usage events with a back-fill: one, an array of up to 10,000, a stream of lines, or CSV");
}
