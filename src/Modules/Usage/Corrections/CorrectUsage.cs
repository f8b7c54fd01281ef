using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A usage event counts no longer. Its id stays taken.</summary>
/// <param name="Id">The caller's id of the event.</param>
/// <param name="Reason">Why; the audit log keeps it.</param>
internal sealed record WithdrawUsage(string Id, string Reason)
{
    public Decision<UsageCorrectionEvent> Decide(UsageCorrection corrections, EventSaid said) =>
        corrections.IsWithdrawn ? Decision.Nothing
        : CorrectUsage.Why(Reason).TryGet(out var why, out var refused) ? new UsageWithdrawn(said, why)
        : refused;
}

/// <summary>A usage event counts as something else; what is left out stays.</summary>
/// <param name="Id">The caller's id of the event.</param>
/// <param name="Reason">Why; the audit log keeps it, and both versions.</param>
/// <param name="Value">How much instead.</param>
/// <param name="At">When instead.</param>
/// <param name="Subject">Who instead.</param>
internal sealed record AmendUsage(string Id, string Reason, Quantity? Value = null, DateTimeOffset? At = null, string? Subject = null)
{
    public Decision<UsageCorrectionEvent> Decide(UsageCorrection corrections, EventSaid said, DateTimeOffset now)
    {
        if (corrections.IsWithdrawn) return new Refusal("usage-withdrawn", "This usage event was withdrawn. Send a new one under another id.");
        if (!CorrectUsage.Why(Reason).TryGet(out var why, out var refused)) return refused;
        var after = After(said);
        if (after.Subject.Length is 0 or > UsageEvent.LongestName || string.IsNullOrWhiteSpace(after.Subject)) return new Refusal("bad-length", $"subject has 1 to {UsageEvent.LongestName} characters.");
        if (after.At > now + UsageEvent.Ahead) return new Refusal("too-far-ahead", "The event lies more than a day ahead. Mind the time zone.");
        if (after.At < UsageEvent.Earliest) return new Refusal("too-old", "The event lies before the year 2000. Mind the unit of its time.");
        return after == said ? Decision.Nothing : new UsageAmended(said, after, why);
    }

    /// <summary>What it says then, in microseconds.</summary>
    public EventSaid After(EventSaid said) => said with { Value = Value ?? said.Value, At = At is { } at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero) : said.At, Subject = Subject ?? said.Subject };
}

/// <summary>Takes a usage event back or puts it right: event, hours and audit log in one transaction.</summary>
internal static class CorrectUsage
{
    public static Result<string> Why(string? reason) =>
        PlainText.Line(reason, 500) is { Length: > 0 } why ? why : new Refusal("reason-missing", "Say why. The audit log keeps the reason.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/usage/events/withdraw", (WithdrawUsage command, CommandEdge edge, Session session, CancellationToken stop) =>
            Correct(command.Id, (found, corrections) => Task.FromResult<(Decision<UsageCorrectionEvent>, UsageEvent?, UsageCard)>((command.Decide(corrections, found.Said), null, found.Card with { Withdrawn = true })), edge, session, stop))
        .Produces<UsageCard>().Requires(Permission.RecordUsage).WithSummary("Withdraw a usage event: it counts no longer");

        app.MapPost("/api/usage/events/amend", (AmendUsage command, CommandEdge edge, Session session, KnownMeters known, Intake intake, CancellationToken stop) =>
            Correct(command.Id, async (found, corrections) =>
            {
                var decision = command.Decide(corrections, found.Said, session.Now);
                if (decision.Refusal is not null) return (decision, null, found.Card);
                var after = command.After(found.Said);
                var instead = (await known.Of(session, stop))[found.Said.Meter].Judge(found.Said.Id, after.Subject, after.Value.Value, after.At.UtcDateTime, found.Properties);
                await intake.Prepare(session, [instead]);
                return (decision, instead, found.Card with { Subject = after.Subject, Value = after.Value, At = after.At, Counted = instead.Counted });
            }, edge, session, stop))
        .Produces<UsageCard>().Requires(Permission.RecordUsage).WithSummary("Amend a usage event: what it counts as");
    }

    /// <summary>The stream comes before the event: whoever corrects it in between takes the version, and this one is told so instead of putting a second event in its place.</summary>
    private static async Task<IResult> Correct(string id, Func<FoundUsage, UsageCorrection, Task<(Decision<UsageCorrectionEvent> Decision, UsageEvent? Instead, UsageCard After)>> decide, CommandEdge edge, Session session, CancellationToken stop)
    {
        var work = session.Begin();
        var key = UsageHash.Of(id ?? "");
        var corrections = await work.Load<UsageCorrection>(key, stop, fresh: true);
        if (await FoundUsage.Find(session, key, stop) is not { } found) return Problems.NotFound;
        var (decision, instead, after) = await decide(found, corrections.State);
        if (work.Decide<UsageCorrection, UsageCorrectionEvent>(key, _ => decision) is { } refused) return edge.Refused(refused);
        if (!work.IsEmpty)
            foreach (var statement in CorrectionStatements.For(found, instead, session.Now)) work.Also(statement);
        return await edge.Commit(work, Answer.Of(after), stop);
    }
}
