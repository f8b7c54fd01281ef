using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a quote.</summary>
internal abstract record QuoteEvent;

/// <summary>A quote was begun; it has no number yet.</summary>
/// <param name="ClientId">Whom it is for.</param>
/// <param name="Currency">Of all its amounts.</param>
[Event("invoicing.quote_drafted")]
internal sealed record QuoteDrafted(ClientId ClientId, Currency Currency) : QuoteEvent;

/// <summary>The draft goes to another client, or is in another currency.</summary>
/// <param name="ClientId">Whom it is for.</param>
/// <param name="Currency">Of all its amounts.</param>
[Event("invoicing.quote_readdressed")]
internal sealed record QuoteReaddressed(ClientId ClientId, Currency Currency) : QuoteEvent;

/// <summary>The quote's lines were written; they replace those before.</summary>
/// <param name="Lines">All of them, as printed; they come from no charges.</param>
[Event("invoicing.quote_lines_written")]
internal sealed record QuoteLinesWritten(ValueList<InvoiceLine> Lines) : QuoteEvent;

/// <summary>How tax is computed on the quote was settled.</summary>
/// <param name="Rules">Rounding, prices with or without tax, before or after the discount.</param>
/// <param name="Treatment">The client's: whether there is tax at all.</param>
/// <param name="Reason">Printed when there is none.</param>
[Event("invoicing.quote_taxation_settled")]
internal sealed record QuoteTaxationSettled(TaxRules Rules, TaxTreatment Treatment, string? Reason) : QuoteEvent;

/// <summary>A discount on the whole quote was offered; it replaces the one before.</summary>
/// <param name="Discount">A share or an amount.</param>
[Event("invoicing.quote_discount_offered")]
internal sealed record QuoteDiscountOffered(Discount Discount) : QuoteEvent;

/// <summary>There is no discount on the whole quote any more.</summary>
[Event("invoicing.quote_discount_dropped")]
internal sealed record QuoteDiscountDropped : QuoteEvent;

/// <summary>Until when the quote shall hold, and which days it is for.</summary>
/// <param name="ValidUntil">The last day; null for the usual time after it is issued.</param>
/// <param name="Period">The days it is for; null for none.</param>
[Event("invoicing.quote_dated")]
internal sealed record QuoteDated(DateOnly? ValidUntil, Period? Period) : QuoteEvent;

/// <summary>Notes, terms in words, purchase order and ship-to were written; they replace those before.</summary>
/// <param name="Wording">All four.</param>
[Event("invoicing.quote_worded")]
internal sealed record QuoteWorded(Wording Wording) : QuoteEvent;

/// <summary>The draft will not become a quote.</summary>
[Event("invoicing.quote_dropped")]
internal sealed record QuoteDropped : QuoteEvent;

/// <summary>The quote is out: from here on what it offers never changes.</summary>
/// <param name="Number">As printed.</param>
/// <param name="IssueDate">As printed.</param>
/// <param name="ValidUntil">As printed: the last day on which it can be accepted.</param>
/// <param name="Addressee">The client as it was.</param>
/// <param name="Total">What is offered.</param>
[Event("invoicing.quote_issued"), Announced]
internal sealed record QuoteIssued(string Number, DateOnly IssueDate, DateOnly ValidUntil, Addressee Addressee, Money Total) : QuoteEvent;

/// <summary>The quote holds longer than it said.</summary>
/// <param name="ValidUntil">The last day on which it can be accepted.</param>
[Event("invoicing.quote_prolonged")]
internal sealed record QuoteProlonged(DateOnly ValidUntil) : QuoteEvent;

/// <summary>The client said yes; an invoice was drafted with what the quote offers.</summary>
/// <param name="InvoiceId">The draft.</param>
/// <param name="On">The day, in the organisation's zone.</param>
[Event("invoicing.quote_accepted"), Announced]
internal sealed record QuoteAccepted(InvoiceId InvoiceId, DateOnly On) : QuoteEvent;

/// <summary>The client said no.</summary>
/// <param name="Reason">In somebody's words.</param>
/// <param name="On">The day, in the organisation's zone.</param>
[Event("invoicing.quote_declined"), Announced]
internal sealed record QuoteDeclined(string Reason, DateOnly On) : QuoteEvent;

/// <summary>The organisation does not stand by the quote any more.</summary>
/// <param name="Reason">In somebody's words.</param>
/// <param name="On">The day, in the organisation's zone.</param>
[Event("invoicing.quote_withdrawn")]
internal sealed record QuoteWithdrawn(string Reason, DateOnly On) : QuoteEvent;
