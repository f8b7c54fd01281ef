using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a credit note.</summary>
internal abstract record CreditNoteEvent;

/// <summary>An issued invoice was credited, in whole or in part. A credit note never changes; what is wrong with it is billed again.</summary>
/// <param name="Number">As printed; of a series of its own.</param>
/// <param name="InvoiceId">The invoice it is against.</param>
/// <param name="InvoiceNumber">As printed on that.</param>
/// <param name="ClientId">Whose invoice it is.</param>
/// <param name="Lines">What is credited, in positive amounts.</param>
/// <param name="Discount">The invoice's, where all of it is credited.</param>
/// <param name="Rules">How tax is computed: as on the invoice.</param>
/// <param name="Treatment">As on the invoice.</param>
/// <param name="Reason">In somebody's words, printed.</param>
/// <param name="IssueDate">As printed.</param>
/// <param name="Addressee">The client as the invoice names it.</param>
/// <param name="Total">What it gives.</param>
/// <param name="OffInvoice">What of it lowers what is due.</param>
[Event("invoicing.credit_note_issued"), Announced]
internal sealed record CreditNoteIssued(
    string Number, InvoiceId InvoiceId, string InvoiceNumber, ClientId ClientId, ValueList<InvoiceLine> Lines, Discount? Discount, TaxRules Rules, TaxTreatment Treatment, string Reason, DateOnly IssueDate, Addressee Addressee, Money Total, Money OffInvoice) : CreditNoteEvent;

/// <summary>A credit note.</summary>
/// <param name="Issued">All there is to know of it; null before it was issued.</param>
internal sealed record CreditNote(CreditNoteIssued? Issued) : IAggregate<CreditNote>
{
    public static string Alias => "invoicing.credit_note";

    public static CreditNote Initial { get; } = new((CreditNoteIssued?)null);

    public CreditNote Apply(object happened) => happened switch
    {
        CreditNoteIssued e => new(e),
        _ => throw new UnknownEventException(nameof(CreditNote), happened),
    };
}

/// <summary>A credit note as the list shows it.</summary>
internal sealed record CreditNoteRow(Guid Id, string Number, Guid InvoiceId, string InvoiceNumber, Guid ClientId, string Currency, DateOnly IssueDate, string Reason, decimal Tax, decimal Total, decimal OffInvoice, long Version);

internal sealed class CreditNoteRows : Projection<CreditNoteRow>
{
    public CreditNoteRows() : base("invoicing.credit_notes", new RowTable<CreditNoteRow>("invoicing_credit_notes"), Lifecycle.Inline, inlineStream: CreditNote.Alias)
    {
        CoversAll<CreditNoteEvent>();
        Uses<CreditNoteIssued>((_, e, at) => new CreditNoteRow(
            at.StreamId, e.Number, e.InvoiceId.Value, e.InvoiceNumber, e.ClientId.Value, e.Total.Currency.Code, e.IssueDate, e.Reason, WriteCreditNote.TotalsOf(e).Tax.Amount, e.Total.Amount, e.OffInvoice.Amount, at.Version));
    }
}
