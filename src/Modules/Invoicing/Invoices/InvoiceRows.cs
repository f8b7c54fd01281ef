using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>What a draft's totals follow from; of no use once it is issued.</summary>
internal sealed record DraftContent(ValueList<InvoiceLine> Lines, Discount? Discount, TaxRules Rules, TaxTreatment Treatment)
{
    public static DraftContent Empty { get; } = new([], null, TaxRules.Usual, TaxTreatment.Standard);
}

/// <summary>An invoice as the list shows it. Amounts of a draft are what it would come to.</summary>
/// <param name="IssueDate">Of a draft: the date it shall bear, if one was chosen.</param>
/// <param name="PricesIncludeTax">The tax is in the subtotal, not on top of it.</param>
/// <param name="SettledOn">The day since which nothing is outstanding.</param>
/// <param name="OutsideId">What it is called where it was born; null for one of ours.</param>
internal sealed record InvoiceRow(
    Guid Id, Guid ClientId, string Currency, string Standing, string? Number, DateOnly? IssueDate, DateOnly? DueDate, DateOnly? PeriodFrom, DateOnly? PeriodThrough,
    decimal Subtotal, decimal Discount, decimal Shipping, decimal Tax, bool PricesIncludeTax, decimal Total, decimal Paid, decimal Credited, decimal Outstanding, DateOnly? SettledOn, string? PurchaseOrder, Guid? BillingRun,
    [property: Jsonb] DraftContent? Draft, long Version, DateTimeOffset EditedAt, string EditedBy, string? OutsideId = null, string? OutsidePage = null);

internal sealed class InvoiceRows : Projection<InvoiceRow>
{
    public InvoiceRows() : base("invoicing.invoices", new RowTable<InvoiceRow>("invoicing_invoices"), Lifecycle.Inline, version: 3, inlineStream: Invoice.Alias)
    {
        CoversAll<InvoiceEvent>();
        Uses<InvoiceDrafted>((_, e, at) => new InvoiceRow(
            at.StreamId, e.ClientId.Value, e.Currency.Code, Standings.Draft, null, null, null, null, null, 0, 0, 0, 0, false, 0, 0, 0, 0, null, null, e.BillingRun?.Value, DraftContent.Empty, at.Version, at.At, at.Recorded.Actor.Name));
        Uses<DraftReaddressed>((row, e, at) => Drafted(row! with { ClientId = e.ClientId.Value, Currency = e.Currency.Code }, row.Draft!, at));
        Uses<InvoiceLinesWritten>((row, e, at) => Drafted(row!, row!.Draft! with { Lines = e.Lines }, at));
        Uses<InvoiceTaxationSettled>((row, e, at) => Drafted(row!, row!.Draft! with { Rules = e.Rules, Treatment = e.Treatment }, at));
        Uses<InvoiceDiscountGranted>((row, e, at) => Drafted(row!, row!.Draft! with { Discount = e.Discount }, at));
        Uses<InvoiceDiscountDropped>((row, _, at) => Drafted(row!, row!.Draft! with { Discount = null }, at));
        Uses<InvoiceTermsAgreed>((row, _, at) => Edited(row!, at));
        Uses<InvoiceDated>((row, e, at) => Edited(row! with { IssueDate = e.IssueDate, PeriodFrom = e.Period?.From, PeriodThrough = e.Period?.Through }, at));
        Uses<InvoiceWorded>((row, e, at) => Edited(row! with { PurchaseOrder = e.Wording.PurchaseOrder }, at));
        Uses<InvoiceMirrored>((row, e, at) => Edited(row! with { OutsideId = e.OutsideId, OutsidePage = e.Page }, at));
        Uses<DraftDropped>((_, _, _) => null);
        Uses<InvoiceIssued>((row, e, at) => Settled(row! with { Standing = Standings.Issued, Number = e.Number, IssueDate = e.IssueDate, DueDate = e.DueDate, Total = e.Total.Amount, Outstanding = e.Total.Amount, Draft = null }, e.IssueDate, at));
        Uses<InvoiceVoided>((row, _, at) => Edited(row! with { Standing = Standings.Voided, Outstanding = 0, SettledOn = null }, at));
        Uses<InvoiceGivenUp>((row, _, at) => Edited(row! with { Standing = Standings.GivenUp }, at));
        Uses<PaymentAllocated>((row, e, at) => Settled(row! with { Paid = row.Paid + e.Amount.Amount }, e.ReceivedOn, at));
        Uses<PaymentTakenBack>((row, e, at) => Settled(row! with { Paid = row.Paid - e.Amount.Amount }, e.On, at));
        Uses<CreditApplied>((row, e, at) => Settled(row! with { Paid = row.Paid + e.Amount.Amount }, e.On, at));
        Uses<AppliedCreditReleased>((row, e, at) => Settled(row! with { Paid = row.Paid - e.Amount.Amount }, e.On, at));
        Uses<InvoiceCredited>((row, e, at) => Settled(row! with { Credited = row.Credited + e.Amount.Amount }, e.On, at));
    }

    private static InvoiceRow Drafted(InvoiceRow row, DraftContent draft, StoredEvent at)
    {
        // A draft on its way through the events of one commit may be unsound for a moment; it is sound at the end.
        var totals = Totals.Of(Currency.Parse(row.Currency), [.. draft.Lines.Select(line => line.Priced(draft.Treatment))], draft.Discount, draft.Rules);
        row = row with { Draft = draft };
        return Edited(totals.TryGet(out var all, out _) ? row with { Subtotal = all.Subtotal.Amount, Discount = all.Discount.Amount, Shipping = all.Shipping.Amount, Tax = all.Tax.Amount, PricesIncludeTax = draft.Rules.PricesIncludeTax, Total = all.Total.Amount } : row, at);
    }

    private static InvoiceRow Settled(InvoiceRow row, DateOnly on, StoredEvent at)
    {
        var outstanding = row.Total - row.Paid - row.Credited;
        return Edited(row with { Outstanding = outstanding, SettledOn = outstanding > 0 ? null : row.SettledOn > on ? row.SettledOn : on }, at);
    }

    private static InvoiceRow Edited(InvoiceRow row, StoredEvent at) => row with { Version = at.Version, EditedAt = at.At, EditedBy = at.Recorded.Actor.Name };
}

/// <summary>Standings as rows have them.</summary>
internal static class Standings
{
    public const string Draft = "draft";
    public const string Issued = "issued";
    public const string Voided = "voided";
    public const string GivenUp = "given_up";

    public static string Write(InvoiceStanding standing) => standing switch
    {
        InvoiceStanding.Draft => Draft,
        InvoiceStanding.Issued => Issued,
        InvoiceStanding.Voided => Voided,
        InvoiceStanding.GivenUp => GivenUp,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "A dropped draft has no row."),
    };

    public static InvoiceStanding Read(string standing) => standing switch
    {
        Draft => InvoiceStanding.Draft,
        Issued => InvoiceStanding.Issued,
        Voided => InvoiceStanding.Voided,
        _ => InvoiceStanding.GivenUp,
    };
}
