using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A quote comes to nothing: the client says no, or who wrote it takes it back. One that has expired may be closed, too.</summary>
/// <param name="Reason">In somebody's words; it stays with the quote.</param>
internal sealed record CloseQuote(string Reason)
{
    public Decision<QuoteEvent> Decline(Quote quote, DateOnly today) => quote.Standing == QuoteStanding.Declined ? Decision.Nothing : Close(quote, reason => new QuoteDeclined(reason, today));

    public Decision<QuoteEvent> Withdraw(Quote quote, DateOnly today) => quote.Standing == QuoteStanding.Withdrawn ? Decision.Nothing : Close(quote, reason => new QuoteWithdrawn(reason, today));

    private Decision<QuoteEvent> Close(Quote quote, Func<string, QuoteEvent> closed)
    {
        if (quote.Standing != QuoteStanding.Issued) return AcceptQuote.No.NotOpen(quote);
        return PlainText.Note(Reason, 500).TryGet(out var reason, out var refused) ? reason.Length == 0 ? ReasonMissing : closed(reason) : refused;
    }

    private static Task<IResult> Close(Guid id, Together together, DateOnly today, Func<Quote, Decision<QuoteEvent>> decide, CancellationToken stop) => together.Decide(id, async attempt =>
    {
        if (await QuotePage.Refuse(attempt, id, together, today) is { } problem) return problem;
        return await attempt.Decide<Quote, QuoteEvent>(id, decide) is { } refused ? refused : await QuotePage.Answer(attempt, id, today);
    }, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/quotes/{id:guid}/decline", (Guid id, CloseQuote command, Together together, Today today, CancellationToken stop) => Close(id, together, today.Date, quote => command.Decline(quote, today.Date), stop))
            .Produces<QuotePage>().Requires(Permission.BillClients).WithSummary("The client declines a quote");
        app.MapPost("/api/quotes/{id:guid}/withdraw", (Guid id, CloseQuote command, Together together, Today today, CancellationToken stop) => Close(id, together, today.Date, quote => command.Withdraw(quote, today.Date), stop))
            .Produces<QuotePage>().Requires(Permission.BillClients).WithSummary("Withdraw a quote");
        app.MapPost("/api/quotes/{id:guid}/prolong", (Guid id, ProlongQuote command, Together together, Today today, CancellationToken stop) => Close(id, together, today.Date, quote => command.Decide(quote, today.Date), stop))
            .Produces<QuotePage>().Requires(Permission.BillClients).WithSummary("Let a quote hold longer; one that has expired can be accepted again");
    }

    private static readonly Refusal ReasonMissing = new("reason-missing", "Say why; the reason stays with the quote.");
}

/// <summary>A quote holds until another day than it said; also when it has expired.</summary>
/// <param name="ValidUntil">The last day on which it can be accepted.</param>
internal sealed record ProlongQuote(DateOnly ValidUntil)
{
    public Decision<QuoteEvent> Decide(Quote quote, DateOnly today)
    {
        if (quote.Standing != QuoteStanding.Issued) return AcceptQuote.No.NotOpen(quote);
        if (!WriteQuote.IsDay(ValidUntil)) return WriteInvoice.No.OutOfRange;
        if (ValidUntil < today) return IssueQuote.No.Past(ValidUntil);
        if (ValidUntil == quote.ValidUntil) return Decision.Nothing;
        return ValidUntil < quote.ValidUntil ? Shorter(quote.ValidUntil.Value) : new QuoteProlonged(ValidUntil);
    }

    private static Refusal Shorter(DateOnly until) => new Refusal("validity-shorter", $"The client was told that the quote holds until {DateText.Write(until)}. Choose a later day, or withdraw the quote.").With("validUntil", until);
}
