using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>
/// The client said yes: what the quote offers becomes the draft of an invoice, by the decisions of one written by hand. The draft's id follows from the
/// quote's, so that a quote that is accepted twice, or on two nodes at once, makes one.
/// </summary>
internal static class AcceptQuote
{
    /// <summary>The id that the invoice has.</summary>
    public static InvoiceId InvoiceOf(Guid quote) => new(NamedId.Of("invoice of a quote", quote.ToString()));

    public static Decision<QuoteEvent> Decide(Quote quote, InvoiceId invoice, DateOnly today) => quote.StateOn(today) switch
    {
        QuoteState.Accepted => Decision.Nothing,
        QuoteState.Open => new QuoteAccepted(invoice, today),
        QuoteState.Expired => No.Expired(quote.ValidUntil!.Value),
        _ => No.NotOpen(quote),
    };

    /// <summary>The draft with what was offered; terms of payment are the client's.</summary>
    public static WriteInvoice Written(Quote quote) => DuplicateQuote.Of(quote).Content;

    private static async Task<Came> Accept(Attempt attempt, Guid id, Together together, DateOnly today)
    {
        if (await QuotePage.Refuse(attempt, id, together, today) is { } problem) return problem;
        var (quote, invoice) = ((await attempt.Load<Quote>(id)).State, InvoiceOf(id));
        if (await attempt.Decide<Quote, QuoteEvent>(id, state => Decide(state, invoice, today)) is { } refused) return refused;
        if (quote.Standing == QuoteStanding.Accepted) return await QuotePage.Answer(attempt, id, today);
        var found = (await DraftGrounds.Find(attempt, quote.ClientId))!.Value;
        var command = Written(quote) with { ClientId = found.Id };
        var ground = await DraftGrounds.For(attempt, invoice, found.Id, found.Client, command) with { Quote = new QuoteId(id) };
        if (await attempt.Decide<Invoice, InvoiceEvent>(invoice.Value, draft => command.Decide(draft, ground)) is { } unbillable) return unbillable;
        return await QuotePage.Answer(attempt, id, today);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/quotes/{id:guid}/accept", (Guid id, Together together, Today today, CancellationToken stop) => together.Decide(id, attempt => Accept(attempt, id, together, today.Date), stop))
        .Produces<QuotePage>().Requires(Permission.BillClients).WithSummary("The client accepts a quote: an invoice is drafted with what it offers, once");

    internal static class No
    {
        public static Refusal Expired(DateOnly until) => new Refusal("quote-expired", $"This quote held until {DateText.Write(until)}. Prolong it, and accept it then.").With("validUntil", until);
        public static Refusal NotOpen(Quote quote) => quote.Standing switch
        {
            QuoteStanding.Draft => new Refusal("quote-not-issued", "This quote is a draft. Issue it first."),
            QuoteStanding.Dropped => WriteQuote.No.NotADraft(quote),
            QuoteStanding.Accepted => new Refusal("quote-accepted", "This quote was accepted. Its invoice goes on by itself; change, drop or void that one."),
            _ => new Refusal("quote-closed", "This quote was declined or withdrawn. Duplicate it to make another offer."),
        };
    }
}
