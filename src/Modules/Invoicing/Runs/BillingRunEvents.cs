using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a billing run.</summary>
internal abstract record BillingRunEvent;

/// <summary>Somebody had what is open billed.</summary>
/// <param name="Period">What is billed: charges that are available by its last day.</param>
/// <param name="Targets">Who is to be billed in which currency, in the order of the invoices' numbers.</param>
/// <param name="LeftOut">Who is not, and why.</param>
[Event("invoicing.billing_run_started")]
internal sealed record BillingRunStarted(Period Period, ValueList<RunTarget> Targets, ValueList<RunLeftOut> LeftOut) : BillingRunEvent;

/// <summary>The run made a draft for a client.</summary>
/// <param name="ClientId">Whom it bills.</param>
/// <param name="Currency">Of the draft.</param>
/// <param name="InvoiceId">The draft.</param>
[Event("invoicing.client_drafted_by_run")]
internal sealed record ClientDraftedByRun(ClientId ClientId, Currency Currency, InvoiceId InvoiceId) : BillingRunEvent;

/// <summary>When its turn came, there was nothing to bill the client for any more.</summary>
/// <param name="ClientId">Who is not billed.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="Code">Why, as the code of a refusal.</param>
/// <param name="BilledIn">The run that had billed it already; null where none had.</param>
[Event("invoicing.client_left_out_of_run")]
internal sealed record ClientLeftOutOfRun(ClientId ClientId, Currency Currency, string Code, BillingRunId? BilledIn) : BillingRunEvent;

/// <summary>The draft of a client could not be made; it waits for somebody to look at it.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="Code">Why, as the code of a refusal.</param>
[Event("invoicing.client_parked_by_run")]
internal sealed record ClientParkedByRun(ClientId ClientId, Currency Currency, string Code) : BillingRunEvent;

/// <summary>Somebody looked at the drafts and wants them issued.</summary>
/// <param name="On">The day, in the organisation's zone: what the invoices are dated.</param>
/// <param name="Except">Drafts that stay drafts.</param>
[Event("invoicing.billing_run_approved")]
internal sealed record BillingRunApproved(DateOnly On, ValueList<InvoiceId> Except) : BillingRunEvent;

/// <summary>An approved draft was issued.</summary>
/// <param name="InvoiceId">The invoice.</param>
[Event("invoicing.run_invoice_issued")]
internal sealed record RunInvoiceIssued(InvoiceId InvoiceId) : BillingRunEvent;

/// <summary>An approved draft could not be issued; it waits for somebody to look at it.</summary>
/// <param name="InvoiceId">The draft.</param>
/// <param name="Code">Why, as the code of a refusal.</param>
[Event("invoicing.run_invoice_parked")]
internal sealed record RunInvoiceParked(InvoiceId InvoiceId, string Code) : BillingRunEvent;

/// <summary>When its turn came, it was no draft any more: somebody had issued or dropped it by hand.</summary>
/// <param name="InvoiceId">The invoice.</param>
[Event("invoicing.run_draft_passed_over")]
internal sealed record RunDraftPassedOver(InvoiceId InvoiceId) : BillingRunEvent;

/// <summary>Nobody wants the rest of the run: its drafts go, and what is not drafted yet will not be.</summary>
[Event("invoicing.billing_run_discarded")]
internal sealed record BillingRunDiscarded : BillingRunEvent;

/// <summary>A draft of a discarded run went; its charges are open again.</summary>
/// <param name="InvoiceId">The draft.</param>
[Event("invoicing.run_draft_dropped")]
internal sealed record RunDraftDropped(InvoiceId InvoiceId) : BillingRunEvent;

/// <summary>What was parked is tried again.</summary>
/// <param name="On">The day, in the organisation's zone: what invoices that are issued now are dated.</param>
[Event("invoicing.parked_of_run_retried")]
internal sealed record ParkedOfRunRetried(DateOnly On) : BillingRunEvent;

/// <summary>Who is billed in which currency.</summary>
internal sealed record RunTarget(ClientId ClientId, Currency Currency);

/// <summary>Who is not billed, and why.</summary>
/// <param name="Currency">Null where the client has no open charge at all.</param>
/// <param name="Code">Of a refusal.</param>
/// <param name="BilledIn">The run that billed it already.</param>
internal sealed record RunLeftOut(ClientId ClientId, Currency? Currency, string Code, BillingRunId? BilledIn = null);
