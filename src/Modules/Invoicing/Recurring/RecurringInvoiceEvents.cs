using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Something that happened to an invoice that comes again and again.</summary>
internal abstract record RecurringInvoiceEvent;

/// <summary>Somebody wants a client billed again and again.</summary>
/// <param name="ClientId">Who is billed.</param>
/// <param name="Currency">Of all its invoices.</param>
[Event("invoicing.recurring_invoice_begun")]
internal sealed record RecurringInvoiceBegun(ClientId ClientId, Currency Currency) : RecurringInvoiceEvent;

/// <summary>From now on another client is billed, or in another currency.</summary>
/// <param name="ClientId">Who is billed.</param>
/// <param name="Currency">Of all further invoices.</param>
[Event("invoicing.recurring_invoice_readdressed")]
internal sealed record RecurringInvoiceReaddressed(ClientId ClientId, Currency Currency) : RecurringInvoiceEvent;

/// <summary>On which days it bills; what was agreed before holds no more for days to come.</summary>
/// <param name="Schedule">How often, and for which days.</param>
/// <param name="From">No invoice is dated earlier.</param>
/// <param name="Until">No invoice is dated later; null for no such end.</param>
/// <param name="Times">How many invoices in all; null for any number.</param>
[Event("invoicing.recurring_schedule_agreed")]
internal sealed record RecurringScheduleAgreed(Schedule Schedule, DateOnly From, DateOnly? Until, int? Times) : RecurringInvoiceEvent;

/// <summary>What it bills from a day on.</summary>
/// <param name="From">Invoices dated on this day or later; null for all until another price holds.</param>
/// <param name="Lines">All of them, as printed.</param>
/// <param name="Discount">On the subtotal; null for none.</param>
[Event("invoicing.recurring_prices_agreed")]
internal sealed record RecurringPricesAgreed(DateOnly? From, ValueList<InvoiceLine> Lines, Discount? Discount) : RecurringInvoiceEvent;

/// <summary>What was to be billed from a day on is not; what holds before that day goes on.</summary>
/// <param name="From">The day.</param>
[Event("invoicing.recurring_prices_taken_back")]
internal sealed record RecurringPricesTakenBack(DateOnly From) : RecurringInvoiceEvent;

/// <summary>How tax is computed on its invoices.</summary>
/// <param name="Rules">Rounding, prices with or without tax, before or after the discount.</param>
[Event("invoicing.recurring_tax_rules_settled")]
internal sealed record RecurringTaxRulesSettled(TaxRules Rules) : RecurringInvoiceEvent;

/// <summary>Within how many days after its date each invoice is to be paid.</summary>
/// <param name="Days">Days; null for whatever is agreed with the client then.</param>
[Event("invoicing.recurring_terms_agreed")]
internal sealed record RecurringTermsAgreed(int? Days) : RecurringInvoiceEvent;

/// <summary>Notes, terms in words, purchase order and ship-to of its invoices were written.</summary>
/// <param name="Wording">All four.</param>
[Event("invoicing.recurring_invoice_worded")]
internal sealed record RecurringInvoiceWorded(Wording Wording) : RecurringInvoiceEvent;

/// <summary>How far each invoice goes by itself.</summary>
/// <param name="Then">Stays a draft, is issued, or is mailed, too.</param>
[Event("invoicing.recurring_outcome_chosen")]
internal sealed record RecurringOutcomeChosen(InvoiceOutcome Then) : RecurringInvoiceEvent;

/// <summary>Invoices that would be dated on this day or later are left out.</summary>
/// <param name="On">The day, in the organisation's zone.</param>
[Event("invoicing.recurring_invoice_paused")]
internal sealed record RecurringInvoicePaused(DateOnly On) : RecurringInvoiceEvent;

/// <summary>It bills again.</summary>
/// <param name="On">The day, in the organisation's zone.</param>
[Event("invoicing.recurring_invoice_resumed")]
internal sealed record RecurringInvoiceResumed(DateOnly On) : RecurringInvoiceEvent;

/// <summary>No invoice is dated on this day or later.</summary>
/// <param name="On">The day, in the organisation's zone.</param>
[Event("invoicing.recurring_invoice_ended")]
internal sealed record RecurringInvoiceEnded(DateOnly On) : RecurringInvoiceEvent;

/// <summary>Its day came, and there is an invoice, as far as it is to go by itself.</summary>
/// <param name="On">The day: what the invoice is dated.</param>
/// <param name="Period">The days it bills.</param>
/// <param name="InvoiceId">The invoice.</param>
[Event("invoicing.occurrence_invoiced")]
internal sealed record OccurrenceInvoiced(DateOnly On, Period Period, InvoiceId InvoiceId) : RecurringInvoiceEvent;

/// <summary>Its day came while it was paused; there is no invoice.</summary>
/// <param name="On">The day.</param>
/// <param name="Period">The days that nobody is billed for.</param>
[Event("invoicing.occurrence_left_out")]
internal sealed record OccurrenceLeftOut(DateOnly On, Period Period) : RecurringInvoiceEvent;

/// <summary>Its day came, and the invoice could not be drafted, issued or mailed; it waits for somebody to look at it.</summary>
/// <param name="On">The day: what the invoice is dated.</param>
/// <param name="Period">The days it bills.</param>
/// <param name="InvoiceId">The invoice, where it got as far as a draft.</param>
/// <param name="Code">Why, as the code of a refusal.</param>
[Event("invoicing.occurrence_parked")]
internal sealed record OccurrenceParked(DateOnly On, Period Period, InvoiceId? InvoiceId, string Code) : RecurringInvoiceEvent;

/// <summary>What was parked is tried again.</summary>
[Event("invoicing.parked_occurrences_retried")]
internal sealed record ParkedOccurrencesRetried : RecurringInvoiceEvent;
