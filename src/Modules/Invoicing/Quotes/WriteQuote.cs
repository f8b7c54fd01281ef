using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>The whole of a quote's draft, as the editor has it; what is left out is as the client and the settings have it.</summary>
/// <param name="ClientId">Whom it is for.</param>
/// <param name="Lines">As printed.</param>
/// <param name="Currency">The client's, unless said otherwise.</param>
/// <param name="ValidUntil">The last day it holds; null for 30 days after it is issued.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="Discount">On the subtotal.</param>
/// <param name="TaxRounding">Once per document, or on each line.</param>
/// <param name="PricesIncludeTax">Whether prices contain their tax.</param>
/// <param name="TaxBeforeDiscount">Whether tax is owed on the prices before the discount.</param>
/// <param name="Notes">For the client.</param>
/// <param name="Terms">Conditions, in words.</param>
/// <param name="PurchaseOrder">The client's number for it.</param>
/// <param name="ShipTo">Where the goods go.</param>
internal sealed record WriteQuote(
    ClientId ClientId, IReadOnlyList<WrittenLine>? Lines = null, Currency? Currency = null, DateOnly? ValidUntil = null, Period? Period = null, Discount? Discount = null,
    TaxRounding? TaxRounding = null, bool? PricesIncludeTax = null, bool? TaxBeforeDiscount = null, string? Notes = null, string? Terms = null, string? PurchaseOrder = null, string? ShipTo = null)
{
    /// <summary>The invoice that it would make: lines, taxes and words are read and added up as that one's are.</summary>
    public WriteInvoice Content => new(ClientId, Lines, null, Currency, null, null, Period, Discount, TaxRounding, PricesIncludeTax, TaxBeforeDiscount, Notes, Terms, PurchaseOrder, ShipTo);

    public Decision<QuoteEvent> Decide(Quote quote, DraftGround ground)
    {
        if (quote.Standing != QuoteStanding.Draft) return No.NotADraft(quote);
        if ((Lines ?? []).Any(line => line.Charges is { Count: > 0 })) return No.Charges;
        if (!IsDay(ValidUntil)) return WriteInvoice.No.OutOfRange;
        if (!Content.Read(ground).TryGet(out var written, out var refused)) return refused;

        List<QuoteEvent> happened = [];
        var (currency, lines, rules, wording) = written;
        if (!quote.IsBegun) happened.Add(new QuoteDrafted(ClientId, currency));
        else if ((ClientId, currency) != (quote.ClientId, quote.Currency)) happened.Add(new QuoteReaddressed(ClientId, currency));
        if (!lines.Equals(quote.Lines)) happened.Add(new QuoteLinesWritten(lines));
        if ((rules, ground.Treatment, ground.TaxReason) != (quote.Rules, quote.Treatment, quote.TaxReason)) happened.Add(new QuoteTaxationSettled(rules, ground.Treatment, ground.TaxReason));
        if (Discount is { } discount && discount != quote.Discount) happened.Add(new QuoteDiscountOffered(discount));
        if (Discount is null && quote.Discount is not null) happened.Add(new QuoteDiscountDropped());
        if ((ValidUntil, Period) != (quote.ValidUntil, quote.Period)) happened.Add(new QuoteDated(ValidUntil, Period));
        if (wording != quote.Wording) happened.Add(new QuoteWorded(wording));

        var after = happened.Aggregate(quote, (state, one) => state.Apply(one));
        return WriteInvoice.Sound(after.Lines.Count, after.Totals(), ground.ZeroAllowed) is { } unsound ? unsound : happened;
    }

    /// <summary>Whether a day is one that documents bear, or none.</summary>
    public static bool IsDay(DateOnly? day) => day is not ({ Year: < 1900 } or { Year: > 2999 });

    internal static class No
    {
        public static readonly Refusal Charges = new("quote-takes-no-charges", "What was charged already is billed, not offered. Take out the line that came from a charge.");
        public static Refusal NotADraft(Quote quote) => quote.Standing == QuoteStanding.Dropped
            ? new("draft-dropped", "This draft was dropped. Write a new one.")
            : new Refusal("quote-issued", $"Quote {quote.Number} is out and never changes. Duplicate it, write the new one, and withdraw this one.").With("number", quote.Number);
    }
}
