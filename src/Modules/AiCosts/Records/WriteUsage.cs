using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>What an account used, as somebody writes it down; several a day.</summary>
/// <param name="Date">On which day, UTC.</param>
/// <param name="Cost">What it cost; finer than a cent where it has to be.</param>
/// <param name="Model">Which model.</param>
/// <param name="InputTokens">All that was read.</param>
/// <param name="OutputTokens">All that was made.</param>
/// <param name="Note">Whatever is to be remembered.</param>
/// <param name="Account">At which account; only where it is new.</param>
internal sealed record WriteUsage(DateOnly Date, Cost Cost, string? Model = null, long InputTokens = 0, long OutputTokens = 0, string? Note = null, AiAccountId? Account = null)
{
    /// <summary>As the report of such records is called.</summary>
    public const string Report = "manual";

    private AiEntry As(Guid account) => new(account, Date, new UnitPrice(Cost.Amount), Cost.Currency, PlainText.Line(Model), InputTokens, OutputTokens, PlainText.Note(Note).TryGet(out var note, out _) ? note : "", false);

    private Refusal? Against(DateOnly today)
    {
        if (Date > today || Date < today.AddYears(-10)) return No.Day;
        if (InputTokens < 0 || OutputTokens < 0) return No.Tokens;
        if (Cost.Amount is < 0 or >= 1_000_000_000) return No.Cost;
        return PlainText.Note(Note).Refusal;
    }

    public Decision<AiEntryEvent> Begin(Guid account, DateOnly today) =>
        Against(today) is { } wrong ? wrong : As(account) is var now ? new AiEntryWritten(account, now.Day, now.Cost, now.Currency, now.Model, now.InputTokens, now.OutputTokens, now.Note) : Decision.Nothing;

    public Decision<AiEntryEvent> Correct(AiEntry before, DateOnly today)
    {
        if (before.IsStruck) return No.Struck;
        if (Against(today) is { } wrong) return wrong;
        var now = As(before.Account);
        return now == before ? Decision.Nothing : new AiEntryCorrected(now.Day, now.Cost, now.Currency, now.Model, now.InputTokens, now.OutputTokens, now.Note);
    }

    public static Decision<AiEntryEvent> Strike(AiEntry before) => before.IsStruck ? Decision.Nothing : new AiEntryStruck();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ai/usage/manual", async (WriteUsage command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            if (command.Account is not { } account || !(await session.Streams<AiAccount>().Load(account.Value, stop)).Exists) return (IResult)edge.Refused(No.Account);
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiEntry>(id);
            if (work.Decide<AiEntry, AiEntryEvent>(id, _ => command.Begin(account.Value, Today(session))) is { } refusal) return edge.Refused(refusal);
            return await Answer(id, work, edge, 201, stop);
        })
        .Produces<AiEntryPage>(201).Requires(Permission.RecordAiCosts).WithSummary("Write down what an account of an AI service used");

        app.MapPut("/api/ai/usage/manual/{id}", async (Guid id, WriteUsage command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await work.Load<AiEntry>(id, stop, fresh: true) is { Exists: false }) return Problems.NotFound;
            if (work.Decide<AiEntry, AiEntryEvent>(id, now => command.Correct(now, Today(session))) is { } refusal) return edge.Refused(refusal);
            return await Answer(id, work, edge, 200, stop);
        })
        .Produces<AiEntryPage>().Requires(Permission.RecordAiCosts).WithSummary("Correct usage that was written down by hand");

        app.MapDelete("/api/ai/usage/manual/{id}", async (Guid id, Session session, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await work.Load<AiEntry>(id, stop, fresh: true) is { Exists: false }) return (IResult)Problems.NotFound;
            work.Decide<AiEntry, AiEntryEvent>(id, Strike);
            work.Also(AiUsageStatements.Withdraw([id], work.At));
            if (!work.IsEmpty) AiBudgetLooks.Ask(work);
            await work.Commit();
            return TypedResults.NoContent();
        })
        .Requires(Permission.RecordAiCosts).WithSummary("Strike usage that was written down by hand");
    }

    private static async Task<IResult> Answer(Guid id, Work work, CommandEdge edge, int status, CancellationToken stop)
    {
        var now = await work.Load<AiEntry>(id, stop);
        var record = new AiRecord(new(now.State.Model.Length > 0 ? now.State.Model : null), new TokenKinds(Input: now.State.InputTokens, Output: now.State.OutputTokens), null, now.State.Cost.Value, now.State.Currency.Code, AiBasis.Manual);
        work.Also(AiUsageStatements.Keep([new AiUsageRow(id, now.State.Account, Report, new DateTimeOffset(now.State.Day, default, TimeSpan.Zero), 1440, record, AiHash.Content(record), AiSource.Manual, now.State.Note.Length > 0 ? now.State.Note : null)], work.At));
        if (!work.IsEmpty) AiBudgetLooks.Ask(work);
        var page = new AiEntryPage(id, new(now.State.Account), now.State.Day, new Cost(now.State.Cost.Value, now.State.Currency), now.State.Model, now.State.InputTokens, now.State.OutputTokens, now.State.Note, now.Version);
        return await edge.Commit(work, Billing.Web.Answer.Of(page, now.Version, status, status == 201 ? $"/api/ai/usage/manual/{id}" : null), stop);
    }

    private static DateOnly Today(Session session) => DateOnly.FromDateTime(session.Now.UtcDateTime);

    private static class No
    {
        public static readonly Refusal Day = new("ai-entry-day-wrong", "Usage is written down for a day of the last ten years, and not for one to come.");
        public static readonly Refusal Tokens = new("ai-entry-tokens-wrong", "Tokens are 0 or more.");
        public static readonly Refusal Cost = new("ai-entry-cost-wrong", "A cost is 0 or more, and less than 1,000,000,000.");
        public static readonly Refusal Struck = new("ai-entry-struck", "This entry was struck. Write a new one.");
        public static readonly Refusal Account = new("ai-entry-account-unknown", "There is no such account. Choose another one.");
    }
}

/// <summary>Usage that somebody wrote down.</summary>
internal sealed record AiEntryPage(Guid Id, AiAccountId Account, DateOnly Date, Cost Cost, string Model, long InputTokens, long OutputTokens, string Note, long Version);
