using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a mail with an invoice or a quote.</summary>
internal abstract record SendingEvent;

/// <summary>An invoice is to be mailed.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="To">Whom the mail is addressed to.</param>
/// <param name="Cc">Who gets a copy.</param>
/// <param name="Subject">Of the mail.</param>
/// <param name="Message">What it says above the facts.</param>
/// <param name="Due">Not before this moment; null for at once.</param>
[Event("invoicing.sending_asked")]
internal sealed record SendingAsked(InvoiceId InvoiceId, ValueList<PersonalText> To, ValueList<PersonalText> Cc, PersonalText Subject, PersonalText Message, DateTimeOffset? Due) : SendingEvent;

/// <summary>A quote is to be mailed.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="To">Whom the mail is addressed to.</param>
/// <param name="Cc">Who gets a copy.</param>
/// <param name="Subject">Of the mail.</param>
/// <param name="Message">What it says above the facts.</param>
/// <param name="Due">Not before this moment; null for at once.</param>
[Event("invoicing.quote_sending_asked")]
internal sealed record QuoteSendingAsked(QuoteId QuoteId, ValueList<PersonalText> To, ValueList<PersonalText> Cc, PersonalText Subject, PersonalText Message, DateTimeOffset? Due) : SendingEvent;

/// <summary>What the mail says was brought up to date before it went: something had come in, or its text was another one by then.</summary>
/// <param name="Subject">Of the mail.</param>
/// <param name="Message">What it says above the facts.</param>
[Event("invoicing.sending_reworded")]
internal sealed record SendingReworded(PersonalText Subject, PersonalText Message) : SendingEvent;

/// <summary>The mail will not go out: somebody took it back, or its document counts no more.</summary>
[Event("invoicing.sending_withdrawn")]
internal sealed record SendingWithdrawn : SendingEvent;

/// <summary>A mail that did not reach everybody goes out once more, to those who read the client's mails by now and did not get it.</summary>
/// <param name="To">Whom the mail is addressed to.</param>
/// <param name="Cc">Who gets a copy.</param>
[Event("invoicing.sending_repeated")]
internal sealed record SendingRepeated(ValueList<PersonalText> To, ValueList<PersonalText> Cc) : SendingEvent;

/// <summary>A mail server took the invoice.</summary>
/// <param name="Refused">Readers whom it did not take, though it took others.</param>
[Event("invoicing.invoice_sent"), Announced]
internal sealed record InvoiceSent(ValueList<PersonalText> Refused) : SendingEvent;

/// <summary>A mail server took the quote.</summary>
/// <param name="Refused">Readers whom it did not take, though it took others.</param>
[Event("invoicing.quote_sent"), Announced]
internal sealed record QuoteSent(ValueList<PersonalText> Refused) : SendingEvent;

/// <summary>The mail did not go out, and nobody tries again.</summary>
/// <param name="Trouble">Refused for good, or not taken for about a day.</param>
[Event("invoicing.sending_failed"), Announced]
internal sealed record SendingFailed(SendingTrouble Trouble) : SendingEvent;

/// <summary>The mail had gone, and came back: a reader did not get it.</summary>
/// <param name="Reader">Who.</param>
/// <param name="Reason">Why, in the words of a mail server; may be empty.</param>
[Event("invoicing.sending_bounced"), Announced]
internal sealed record SendingBounced(PersonalText Reader, PersonalText Reason) : SendingEvent;
