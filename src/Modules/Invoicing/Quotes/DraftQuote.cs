using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Quotes' drafts over HTTP: begun, written anew as a whole, dropped, looked at before they are saved.</summary>
internal sealed class DraftQuote(Together together, Session session, Today today)
{
    /// <summary>Begins a draft.</summary>
    public Task<IResult> Begin(WriteQuote command, CancellationToken stop)
    {
        var id = session.NewId();
        return together.Decide(id, async attempt =>
        {
            attempt.Work.New<Quote>(id);
            return await Write(attempt, id, command, 201);
        }, stop);
    }

    private Task<IResult> Rewrite(Guid id, WriteQuote command, CancellationToken stop) => together.Decide(id, async attempt =>
        await QuotePage.Refuse(attempt, id, together, today.Date) ?? await Write(attempt, id, command, 200), stop);

    private async Task<Came> Write(Attempt attempt, Guid id, WriteQuote command, int status)
    {
        if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return DraftGrounds.No.UnknownClient;
        command = command with { ClientId = found.Id };
        var ground = await DraftGrounds.For(attempt, null, found.Id, found.Client, command.Content);
        if (await attempt.Decide<Quote, QuoteEvent>(id, quote => command.Decide(quote, ground)) is { } refused) return refused;
        return await QuotePage.Answer(attempt, id, today.Date, status);
    }

    private Task<IResult> Drop(Guid id, CancellationToken stop) => together.Decide(id, async attempt =>
    {
        if (await QuotePage.Refuse(attempt, id, together, today.Date) is { } problem) return problem;
        if (await attempt.Decide<Quote, QuoteEvent>(id, Drop) is { } refused) return refused;
        return Answer.Of(new Dropped("dropped"), (await attempt.Load<Quote>(id)).Version);
    }, stop);

    /// <summary>A draft that will not become a quote.</summary>
    public static Decision<QuoteEvent> Drop(Quote quote) => quote.Standing switch
    {
        QuoteStanding.Draft => new QuoteDropped(),
        QuoteStanding.Dropped => Decision.Nothing,
        _ => WriteQuote.No.NotADraft(quote),
    };

    private async Task<IResult> Preview(WriteQuote command, CommandEdge edge, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: false, stop);
        if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return edge.Refused(DraftGrounds.No.UnknownClient);
        return Answer.Of(InvoicePreview.Of(command.Content, await DraftGrounds.For(attempt, null, found.Id, found.Client, command.Content), today.Date));
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/quotes", (WriteQuote command, DraftQuote drafts, CancellationToken stop) => drafts.Begin(command, stop))
            .Produces<QuotePage>(201).Requires(Permission.BillClients).WithSummary("Begin a draft of a quote");
        app.MapPut("/api/quotes/{id:guid}", (Guid id, WriteQuote command, DraftQuote drafts, CancellationToken stop) => drafts.Rewrite(id, command, stop))
            .Produces<QuotePage>().Requires(Permission.BillClients).WithSummary("Write a quote's draft anew, as a whole");
        app.MapDelete("/api/quotes/{id:guid}", (Guid id, DraftQuote drafts, CancellationToken stop) => drafts.Drop(id, stop))
            .Produces<Dropped>().Requires(Permission.BillClients).WithSummary("Drop a quote's draft; what is issued stays");
        app.MapPost("/api/quotes/preview", (WriteQuote command, DraftQuote drafts, CommandEdge edge, CancellationToken stop) => drafts.Preview(command, edge, stop))
            .Produces<InvoicePreview>().Requires(Permission.BillClients).WithSummary("What an unsaved quote comes to");
    }
}
