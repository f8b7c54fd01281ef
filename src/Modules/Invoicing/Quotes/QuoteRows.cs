using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A quote as the list shows it. Amounts of a draft are what it would come to.</summary>
/// <param name="ValidUntil">Of a draft: the last day it shall hold, if one was chosen.</param>
/// <param name="PricesIncludeTax">The tax is in the subtotal, not on top of it.</param>
internal sealed record QuoteRow(
    Guid Id, Guid ClientId, string Currency, string Standing, string? Number, DateOnly? IssueDate, DateOnly? ValidUntil, decimal Subtotal, decimal Discount, decimal Shipping, decimal Tax, bool PricesIncludeTax, decimal Total, string? PurchaseOrder, Guid? InvoiceId,
    [property: Jsonb] DraftContent? Draft, long Version, DateTimeOffset EditedAt, string EditedBy);

internal sealed class QuoteRows : Projection<QuoteRow>
{
    public QuoteRows() : base("invoicing.quotes", new RowTable<QuoteRow>("invoicing_quotes"), Lifecycle.Inline, version: 2, inlineStream: Quote.Alias)
    {
        CoversAll<QuoteEvent>();
        Uses<QuoteDrafted>((_, e, at) => new QuoteRow(at.StreamId, e.ClientId.Value, e.Currency.Code, Words.Of(QuoteStanding.Draft), null, null, null, 0, 0, 0, 0, false, 0, null, null, DraftContent.Empty, at.Version, at.At, at.Recorded.Actor.Name));
        Uses<QuoteReaddressed>((row, e, at) => Drafted(row! with { ClientId = e.ClientId.Value, Currency = e.Currency.Code }, row.Draft!, at));
        Uses<QuoteLinesWritten>((row, e, at) => Drafted(row!, row!.Draft! with { Lines = e.Lines }, at));
        Uses<QuoteTaxationSettled>((row, e, at) => Drafted(row!, row!.Draft! with { Rules = e.Rules, Treatment = e.Treatment }, at));
        Uses<QuoteDiscountOffered>((row, e, at) => Drafted(row!, row!.Draft! with { Discount = e.Discount }, at));
        Uses<QuoteDiscountDropped>((row, _, at) => Drafted(row!, row!.Draft! with { Discount = null }, at));
        Uses<QuoteDated>((row, e, at) => Edited(row! with { ValidUntil = e.ValidUntil }, at));
        Uses<QuoteWorded>((row, e, at) => Edited(row! with { PurchaseOrder = e.Wording.PurchaseOrder }, at));
        Uses<QuoteDropped>((_, _, _) => null);
        Uses<QuoteIssued>((row, e, at) => Edited(row! with { Standing = Words.Of(QuoteStanding.Issued), Number = e.Number, IssueDate = e.IssueDate, ValidUntil = e.ValidUntil, Total = e.Total.Amount, Draft = null }, at));
        Uses<QuoteProlonged>((row, e, at) => Edited(row! with { ValidUntil = e.ValidUntil }, at));
        Uses<QuoteAccepted>((row, e, at) => Edited(row! with { Standing = Words.Of(QuoteStanding.Accepted), InvoiceId = e.InvoiceId.Value }, at));
        Uses<QuoteDeclined>((row, _, at) => Edited(row! with { Standing = Words.Of(QuoteStanding.Declined) }, at));
        Uses<QuoteWithdrawn>((row, _, at) => Edited(row! with { Standing = Words.Of(QuoteStanding.Withdrawn) }, at));
    }

    private static QuoteRow Drafted(QuoteRow row, DraftContent draft, StoredEvent at)
    {
        // A draft on its way through the events of one commit may be unsound for a moment; it is sound at the end.
        var totals = Totals.Of(Currency.Parse(row.Currency), [.. draft.Lines.Select(line => line.Priced(draft.Treatment))], draft.Discount, draft.Rules);
        row = row with { Draft = draft };
        return Edited(totals.TryGet(out var all, out _) ? row with { Subtotal = all.Subtotal.Amount, Discount = all.Discount.Amount, Shipping = all.Shipping.Amount, Tax = all.Tax.Amount, PricesIncludeTax = draft.Rules.PricesIncludeTax, Total = all.Total.Amount } : row, at);
    }

    private static QuoteRow Edited(QuoteRow row, StoredEvent at) => row with { Version = at.Version, EditedAt = at.At, EditedBy = at.Recorded.Actor.Name };
}
