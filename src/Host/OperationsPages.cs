using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>What an operator sees and does from the dashboard: projections, dead letters.</summary>
internal static class OperationsPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/projections", async (EventStore.EventStore store, CancellationToken stop) =>
                TypedResults.Ok(new ProjectionPage([.. (await new ProjectionsState(store).List(stop)).Select(ProjectionLine.Of)])))
            .WithSummary("How far each projection is").WithTags("Operations").Requires(Permission.SeeOperations);

        app.MapGet("/api/messages/dead-letters", async (EventStore.EventStore store, Organisation here, CancellationToken stop, DateTimeOffset? before = null, int limit = 50) =>
                limit is < 1 or > 200
                    ? (IResult)Problems.BadRequest(new Fault("?limit", "The parameter limit lies between 1 and 200."))
                    : TypedResults.Ok(new DeadLetterPage([.. (await new DeadLetters(store).List(here.Tenant, limit, before, stop)).Select(DeadLetterLine.Of)])))
            .Produces<DeadLetterPage>().WithSummary("What could not be handled, newest first").WithTags("Operations").Requires(Permission.SeeOperations);

        app.MapPost("/api/messages/dead-letters/{id}/replay", async (string id, EventStore.EventStore store, Organisation here, CancellationToken stop) =>
                await new DeadLetters(store).Replay(here.Tenant, id, stop) ? (IResult)TypedResults.NoContent() : Problems.NotFound)
            .Produces(204).WithSummary("Try a dead letter again").WithTags("Operations").Requires(Permission.MendOperations);
    }
}

/// <summary>All projections.</summary>
/// <param name="Items">In the order in which they were installed.</param>
internal sealed record ProjectionPage(IReadOnlyList<ProjectionLine> Items);

/// <summary>How far a projection is.</summary>
/// <param name="Name">Module in front.</param>
/// <param name="Lifecycle">inline: written with the events; async: behind them.</param>
/// <param name="Version">Of its rule.</param>
/// <param name="Position">The number of the log up to which its rows go.</param>
/// <param name="HighWaterMark">The number up to which it could go.</param>
/// <param name="Lag">How many numbers lie between the two.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Error">Why it stands; null when it does not.</param>
/// <param name="LastUpdated">When its position last moved, UTC; null before the first time.</param>
internal sealed record ProjectionLine(string Name, Lifecycle Lifecycle, int Version, long Position, long HighWaterMark, long Lag, ProjectionStatus State, string? Error, DateTimeOffset? LastUpdated)
{
    public static ProjectionLine Of(ProjectionState state) => new(state.Name, state.Lifecycle, state.Version, state.Position, state.HighWaterMark, state.Lag, state.Status, state.Error?.Split('\n')[0], state.LastUpdated);
}

/// <summary>Dead letters.</summary>
/// <param name="Items">Newest first; for more, ask with <c>before</c> = the last one's failedAt.</param>
internal sealed record DeadLetterPage(IReadOnlyList<DeadLetterLine> Items);

/// <summary>Something that was given up and waits for somebody to look at it.</summary>
/// <param name="Id">What to replay it by.</param>
/// <param name="Type">The message's type, or the alias of the event.</param>
/// <param name="Kind">message or projection.</param>
/// <param name="FailedAt">When it failed last, UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last, in one line.</param>
/// <param name="Body">The message or the event.</param>
internal sealed record DeadLetterLine(string Id, string Type, [property: AllowedValues("message", "projection")] string Kind, DateTimeOffset FailedAt, int Attempts, string Error, JsonElement Body)
{
    public static DeadLetterLine Of(DeadLetter letter)
    {
        using var body = JsonDocument.Parse(letter.Body);
        return new(letter.Id, letter.Type, letter.Kind, letter.FailedAt, letter.Attempts, letter.Error.Split('\n')[0], body.RootElement.Clone());
    }
}
