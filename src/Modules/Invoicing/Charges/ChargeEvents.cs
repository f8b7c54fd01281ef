using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a charge.</summary>
internal abstract record ChargeEvent;

/// <summary>A client owes money for one fact, which makes one charge however often it is told.</summary>
/// <param name="ClientId">Who owes it.</param>
/// <param name="Source">The fact.</param>
/// <param name="Terms">What is charged.</param>
/// <param name="AvailableFrom">From this day on a billing run takes it.</param>
/// <param name="Revision">How often the fact had changed; what is told later about an earlier state of it is not heard.</param>
/// <param name="Corrects">The invoiced charge that this one puts right; none for the charge of the fact itself.</param>
[Event("invoicing.charge_posted"), Announced]
internal sealed record ChargePosted(ClientId ClientId, ChargeSource Source, ChargeTerms Terms, DateOnly AvailableFrom, long Revision, ChargeId? Corrects) : ChargeEvent;

/// <summary>The fact changed while its charge was open: this is charged instead.</summary>
/// <param name="ClientId">Who owes it.</param>
/// <param name="Terms">What is charged instead.</param>
/// <param name="AvailableFrom">From this day on a billing run takes it.</param>
/// <param name="Revision">How often the fact had changed.</param>
[Event("invoicing.charge_revised")]
internal sealed record ChargeRevised(ClientId ClientId, ChargeTerms Terms, DateOnly AvailableFrom, long Revision) : ChargeEvent;

/// <summary>The fact changed, or is a fact no longer, after its charge had been invoiced: another charge makes up the difference.</summary>
/// <param name="By">That charge.</param>
/// <param name="Difference">What the fact comes to now, less what was charged for it before.</param>
/// <param name="Revision">How often the fact had changed.</param>
[Event("invoicing.charge_corrected")]
internal sealed record ChargeCorrected(ChargeId By, Money Difference, long Revision) : ChargeEvent;

/// <summary>The charge stands on an invoice, be it a draft, and on no other.</summary>
/// <param name="InvoiceId">That invoice.</param>
[Event("invoicing.charge_invoiced")]
internal sealed record ChargeInvoiced(InvoiceId InvoiceId) : ChargeEvent;

/// <summary>The invoice with the charge came to nothing: it is open again.</summary>
/// <param name="InvoiceId">The draft that was discarded, or the invoice that was voided.</param>
[Event("invoicing.charge_released")]
internal sealed record ChargeReleased(InvoiceId InvoiceId) : ChargeEvent;

/// <summary>Nothing is owed for the fact after all.</summary>
/// <param name="Reason">Why, as somebody wrote it; empty when the fact itself was withdrawn.</param>
/// <param name="Revision">How often the fact had changed.</param>
[Event("invoicing.charge_withdrawn"), Announced]
internal sealed record ChargeWithdrawn(string Reason, long Revision) : ChargeEvent;
