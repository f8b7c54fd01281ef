using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>A quote as it stands: what is printed on it, how long it holds, what became of it.</summary>
/// <param name="Number">Null for a draft.</param>
/// <param name="ValidUntil">The last day on which it can be accepted. Of a draft: null for 30 days after it is issued.</param>
/// <param name="Subtotal">Lines less their own discounts, without shipping.</param>
/// <param name="Discount">What the discount on the subtotal comes to.</param>
/// <param name="Tax">All taxes; contained in the total or on top, as the rules say.</param>
/// <param name="InvoiceId">The invoice that was drafted when it was accepted.</param>
/// <param name="Ended">Why and when it was declined or withdrawn.</param>
internal sealed record QuotePage(
    Guid Id, string? Number, QuoteState State, InvoiceClient Client, DateOnly? IssueDate, DateOnly? ValidUntil, Period? Period, Currency Currency,
    IReadOnlyList<InvoicePageLine> Lines, Money Subtotal, Money Discount, Discount? DiscountTerms, Money Shipping, IReadOnlyList<InvoicePageTax> Taxes, Money Tax, Money Total,
    TaxRules TaxRules, TaxTreatment TaxTreatment, string? TaxReason, string? Notes, string? Terms, string? PurchaseOrder, string? ShipTo,
    Guid? InvoiceId, DateOnly? AcceptedOn, Ending? Ended, long Version)
{
    public static QuotePage Of(Guid id, Versioned<Quote> quote, Client client, DateOnly today)
    {
        var q = quote.State;
        var totals = q.Totals().TryGet(out var sound, out _) ? sound : Totals.Of(q.Currency, [], null, q.Rules).Value; // a draft is sound at the end of each command
        return new QuotePage(
            id, q.Number, q.StateOn(today), InvoiceClient.Of(q.ClientId, q.Addressee, client), q.IssueDate, q.ValidUntil, q.Period, q.Currency, [.. q.Lines.Select((line, n) => InvoicePageLine.Of(line, totals.Lines[n]))],
            totals.Subtotal, totals.Discount, q.Discount, totals.Shipping, [.. totals.Taxes.Select(InvoicePageTax.Of)], totals.Tax, q.Total ?? totals.Total,
            q.Rules, q.Treatment, q.TaxReason, q.Wording.Notes, q.Wording.Terms, q.Wording.PurchaseOrder, q.Wording.ShipTo?.Shown,
            q.InvoiceId?.Value, q.AcceptedOn, q.Ended is { } ended ? new Ending(ended.Reason, ended.On) : null, quote.Version);
    }

    /// <summary>Why nothing can be decided on the quote of an id: there is none, or the caller has seen another version. Null when it can.</summary>
    public static async Task<Came?> Refuse(Attempt attempt, Guid id, Together together, DateOnly today)
    {
        var quote = await attempt.Load<Quote>(id);
        if (!quote.Exists || await DraftGrounds.Find(attempt, quote.State.ClientId) is not { } found) return Problems.NotFound;
        if (together.Stale(quote, now => Of(id, now, found.Client, today)) is { } stale) return stale;
        return null;
    }

    /// <summary>The page with what was decided.</summary>
    public static async Task<Came> Answer(Attempt attempt, Guid id, DateOnly today, int status = 200)
    {
        var quote = await attempt.Load<Quote>(id);
        var client = (await DraftGrounds.Find(attempt, quote.State.ClientId))?.Client ?? Invoicing.Client.Initial;
        return Web.Answer.Of(Of(id, quote, client, today), quote.Version, status, status == 201 ? $"/api/quotes/{id}" : null);
    }
}
