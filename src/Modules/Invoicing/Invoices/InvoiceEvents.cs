using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to an invoice.</summary>
internal abstract record InvoiceEvent;

/// <summary>An invoice was begun; it has no number yet.</summary>
/// <param name="ClientId">Who will be billed.</param>
/// <param name="Currency">Of all its amounts.</param>
/// <param name="BillingRun">The run that made it; null when a person did.</param>
/// <param name="Replaces">The voided invoice it was written anew from; null for none.</param>
/// <param name="Quote">The quote that was accepted; null for none.</param>
/// <param name="Recurring">The recurring invoice that it is one of; null for none.</param>
/// <param name="WantedBy">The module that wanted it, and is told what becomes of it; null for none.</param>
[Event("invoicing.invoice_drafted")]
internal sealed record InvoiceDrafted(ClientId ClientId, Currency Currency, BillingRunId? BillingRun, InvoiceId? Replaces, QuoteId? Quote = null, RecurringInvoiceId? Recurring = null, WantedBy? WantedBy = null) : InvoiceEvent;

/// <summary>The draft goes to another client, or is in another currency.</summary>
/// <param name="ClientId">Who will be billed.</param>
/// <param name="Currency">Of all its amounts.</param>
[Event("invoicing.draft_readdressed")]
internal sealed record DraftReaddressed(ClientId ClientId, Currency Currency) : InvoiceEvent;

/// <summary>The draft's lines were written; they replace those before.</summary>
/// <param name="Lines">All of them, as printed.</param>
[Event("invoicing.invoice_lines_written")]
internal sealed record InvoiceLinesWritten(ValueList<InvoiceLine> Lines) : InvoiceEvent;

/// <summary>How tax is computed on the invoice was settled.</summary>
/// <param name="Rules">Rounding, prices with or without tax, before or after the discount.</param>
/// <param name="Treatment">The client's: whether there is tax at all.</param>
/// <param name="Reason">Printed when there is none.</param>
[Event("invoicing.invoice_taxation_settled")]
internal sealed record InvoiceTaxationSettled(TaxRules Rules, TaxTreatment Treatment, string? Reason) : InvoiceEvent;

/// <summary>A discount on the whole invoice was granted; it replaces the one before.</summary>
/// <param name="Discount">A share or an amount.</param>
[Event("invoicing.invoice_discount_granted")]
internal sealed record InvoiceDiscountGranted(Discount Discount) : InvoiceEvent;

/// <summary>There is no discount on the whole invoice any more.</summary>
[Event("invoicing.invoice_discount_dropped")]
internal sealed record InvoiceDiscountDropped : InvoiceEvent;

/// <summary>Within how many days after the issue date payment is expected.</summary>
/// <param name="Days">Days; 0 for at once.</param>
[Event("invoicing.invoice_terms_agreed")]
internal sealed record InvoiceTermsAgreed(int Days) : InvoiceEvent;

/// <summary>Which date the invoice will bear, and which days it is for.</summary>
/// <param name="IssueDate">Null for the day on which it is issued.</param>
/// <param name="Period">The days it is for; null for none.</param>
[Event("invoicing.invoice_dated")]
internal sealed record InvoiceDated(DateOnly? IssueDate, Period? Period) : InvoiceEvent;

/// <summary>Notes, terms in words, purchase order and ship-to were written; they replace those before.</summary>
/// <param name="Wording">All four.</param>
[Event("invoicing.invoice_worded")]
internal sealed record InvoiceWorded(Wording Wording) : InvoiceEvent;

/// <summary>The invoice was born elsewhere, and is taken over as it was issued there: under its own number, outside of our series.</summary>
/// <param name="OutsideId">What it is called there.</param>
/// <param name="Page">Where it can be seen and paid; null where nowhere.</param>
[Event("invoicing.invoice_mirrored")]
internal sealed record InvoiceMirrored(string OutsideId, string? Page) : InvoiceEvent;

/// <summary>The draft will not become an invoice; its charges are open again.</summary>
[Event("invoicing.draft_dropped")]
internal sealed record DraftDropped : InvoiceEvent;

/// <summary>The invoice is out: from here on it never changes.</summary>
/// <param name="Number">As printed.</param>
/// <param name="IssueDate">As printed.</param>
/// <param name="DueDate">Issue date and terms: the last day that is not overdue.</param>
/// <param name="Addressee">The client as it was.</param>
/// <param name="Total">To be paid.</param>
[Event("invoicing.invoice_issued"), Announced]
internal sealed record InvoiceIssued(string Number, DateOnly IssueDate, DateOnly DueDate, Addressee Addressee, Money Total) : InvoiceEvent;

/// <summary>The invoice counts no more; its number stays used and its charges are open again.</summary>
/// <param name="Reason">In somebody's words.</param>
/// <param name="On">The day.</param>
[Event("invoicing.invoice_voided"), Announced]
internal sealed record InvoiceVoided(string Reason, DateOnly On) : InvoiceEvent;

/// <summary>What is outstanding is not expected any more.</summary>
/// <param name="Reason">In somebody's words.</param>
/// <param name="On">The day.</param>
[Event("invoicing.invoice_given_up"), Announced]
internal sealed record InvoiceGivenUp(string Reason, DateOnly On) : InvoiceEvent;

/// <summary>Money of a payment pays this invoice, in whole or in part.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="Reference">The payment's.</param>
/// <param name="Amount">So much of it.</param>
/// <param name="ReceivedOn">The day the money came in.</param>
[Event("invoicing.payment_allocated"), Announced]
internal sealed record PaymentAllocated(PaymentId PaymentId, string Reference, Money Amount, DateOnly ReceivedOn) : InvoiceEvent;

/// <summary>Money of a payment pays this invoice no more: it was undone or given back.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="Amount">So much of it.</param>
/// <param name="Reason">In somebody's words.</param>
/// <param name="On">The day.</param>
[Event("invoicing.payment_taken_back"), Announced]
internal sealed record PaymentTakenBack(PaymentId PaymentId, Money Amount, string Reason, DateOnly On) : InvoiceEvent;

/// <summary>Credit that the client had pays this invoice, in whole or in part.</summary>
/// <param name="Amount">So much of it.</param>
/// <param name="On">The day.</param>
[Event("invoicing.credit_applied")]
internal sealed record CreditApplied(Money Amount, DateOnly On) : InvoiceEvent;

/// <summary>Credit that paid this invoice is the client's again.</summary>
/// <param name="Amount">So much of it.</param>
/// <param name="On">The day.</param>
[Event("invoicing.applied_credit_released")]
internal sealed record AppliedCreditReleased(Money Amount, DateOnly On) : InvoiceEvent;

/// <summary>A credit note lowers what is due.</summary>
/// <param name="CreditNoteId">The credit note.</param>
/// <param name="Number">As printed on it.</param>
/// <param name="Amount">By so much.</param>
/// <param name="Beyond">What it gives beyond that: it became the client's credit.</param>
/// <param name="On">The credit note's date.</param>
[Event("invoicing.invoice_credited"), Announced]
internal sealed record InvoiceCredited(CreditNoteId CreditNoteId, string Number, Money Amount, Money Beyond, DateOnly On) : InvoiceEvent;
