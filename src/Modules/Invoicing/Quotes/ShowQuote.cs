using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>One quote as it is, and what happened to it.</summary>
internal static class ShowQuote
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/quotes/{id:guid}", async (Guid id, Session session, Today today, CancellationToken stop) =>
        {
            var attempt = new Attempt(session.Begin(), fresh: true, stop);
            var quote = await attempt.Load<Quote>(id);
            if (!quote.Exists || quote.State.Standing == QuoteStanding.Dropped || await DraftGrounds.Find(attempt, quote.State.ClientId) is not { } found) return (IResult)Problems.NotFound;
            return Answer.Of(QuotePage.Of(id, quote, found.Client, today.Date), quote.Version);
        })
        .Produces<QuotePage>().Requires(Permission.SeeInvoicing).WithSummary("A quote as it stands");

        app.MapGet("/api/quotes/{id:guid}/history", async (Guid id, Session session, Today today, CancellationToken stop, string? at = null) =>
        {
            if (!PointInTime.TryRead(at, out var point)) return PointInTime.Unclear;
            var (entries, then) = (new List<InvoiceHappening>(), new Versioned<Quote>(Quote.Initial, 0));
            await foreach (var happened in session.History(id, 0, stop))
            {
                if (happened.Data is not QuoteEvent e) return Problems.NotFound;
                if (happened.Version > point.Version || happened.At > point.Moment) break;
                then = new(then.State.Apply(e), happened.Version);
                entries.Add(new InvoiceHappening(happened.Version, happened.At, happened.Recorded.Actor, happened.Alias, FactsOf(e)));
            }
            if (!then.Exists || await DraftGrounds.Find(new Attempt(session.Begin(), fresh: false, stop), then.State.ClientId) is not { } found) return Problems.NotFound;
            entries.Reverse();
            return (IResult)Answer.Of(new QuoteHistory(entries, QuotePage.Of(id, then, found.Client, today.Date)), then.Version);
        })
        .Produces<QuoteHistory>().Requires(Permission.SeeInvoicing).WithSummary("What happened to a quote, and how it stood then");
    }

    private static Dictionary<string, string> FactsOf(QuoteEvent happened) => happened switch
    {
        QuoteLinesWritten e => Said(("lines", e.Lines.Count.ToString(CultureInfo.InvariantCulture))),
        QuoteTaxationSettled e => Said(("treatment", e.Treatment.ToString())),
        QuoteDiscountOffered e => Said(("discount", $"{(object?)e.Discount.Percent ?? e.Discount.Amount}")),
        QuoteDated { ValidUntil: { } until } => Said(("validUntil", DateText.Write(until))),
        QuoteIssued e => Said(("number", e.Number), ("issueDate", DateText.Write(e.IssueDate)), ("validUntil", DateText.Write(e.ValidUntil)), ("total", $"{e.Total}")),
        QuoteProlonged e => Said(("validUntil", DateText.Write(e.ValidUntil))),
        QuoteAccepted e => Said(("on", DateText.Write(e.On)), ("invoiceId", $"{e.InvoiceId}")),
        QuoteDeclined e => Said(("reason", e.Reason), ("on", DateText.Write(e.On))),
        QuoteWithdrawn e => Said(("reason", e.Reason), ("on", DateText.Write(e.On))),
        _ => Said(),
    };

    private static Dictionary<string, string> Said(params (string Name, string Value)[] facts) => facts.ToDictionary(fact => fact.Name, fact => fact.Value);
}

/// <summary>What happened to a quote, newest first, and how it stood after that.</summary>
internal sealed record QuoteHistory(IReadOnlyList<InvoiceHappening> Items, QuotePage Then);
