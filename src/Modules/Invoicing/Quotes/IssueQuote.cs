using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A quote goes out: it gets the next number of its series, its client and amounts are frozen. All of it in one commit.</summary>
/// <param name="ValidUntil">The last day it holds; null: as the draft has it, else 30 days from today.</param>
internal sealed record IssueQuote(DateOnly? ValidUntil = null)
{
    /// <summary>How long a quote holds unless somebody says otherwise, in days.</summary>
    public const int UsualDays = 30;

    public Decision<QuoteEvent> Decide(Quote quote, IssueTerms terms)
    {
        if (quote.Standing != QuoteStanding.Draft) return quote.Standing == QuoteStanding.Dropped ? WriteQuote.No.NotADraft(quote) : No.Issued(quote);
        if (!WriteQuote.IsDay(ValidUntil)) return WriteInvoice.No.OutOfRange;
        if (WriteInvoice.Sound(quote.Lines.Count, quote.Totals(), terms.ZeroAllowed) is { } unsound) return unsound;
        var until = ValidUntil ?? quote.ValidUntil ?? terms.Today.AddDays(UsualDays);
        return until < terms.Today ? No.Past(until) : new QuoteIssued(terms.Number, terms.Today, until, terms.Addressee, quote.Totals().Value.Total);
    }

    private async Task<Came> Issue(Attempt attempt, Guid id, Together together, DraftGrounds grounds, DateOnly today)
    {
        if (await QuotePage.Refuse(attempt, id, together, today) is { } problem) return problem;
        var quote = (await attempt.Load<Quote>(id)).State;
        var found = (await DraftGrounds.Find(attempt, quote.ClientId))!.Value;
        if (DraftGrounds.Closed(found.Client) is { } closed) return closed;
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        var series = await attempt.Load<NumberSeries>(NumberKind.Quote.Stream());
        var take = new TakeNumber(NumberKind.Quote, id, today, today, null);
        var terms = new IssueTerms(take.From(series.State), Addressees.Of(found.Id, found.Client, await grounds.Language(attempt, found.Client)), settings.AllowsZeroTotals, today);
        if ((await attempt.Decide<Quote, QuoteEvent>(id, state => Decide(state, terms)) ?? await attempt.Decide<NumberSeries, NumberSeriesEvent>(NumberKind.Quote.Stream(), take.Decide)) is { } refused) return refused;
        attempt.Work.Send(PapersDue.Message, new PapersDue([id]));
        return await QuotePage.Answer(attempt, id, today);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/quotes/{id:guid}/issue", (Guid id, IssueQuote? command, Together together, DraftGrounds grounds, Today today, CancellationToken stop) =>
            together.Decide(NumberKind.Quote.Stream(), attempt => (command ?? new()).Issue(attempt, id, together, grounds, today.Date), stop))
        .Produces<QuotePage>().Requires(Permission.BillClients).WithSummary("Issue a quote: it gets its number, and what it offers never changes again");

    internal static class No
    {
        public static Refusal Issued(Quote quote) => new Refusal("already-issued", $"Quote {quote.Number} is issued already.").With("number", quote.Number);
        public static Refusal Past(DateOnly until) => new Refusal("validity-past", $"{DateText.Write(until)} is past. Choose today or a later day as the last on which the quote holds.").With("validUntil", until);
    }
}
