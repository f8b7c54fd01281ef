using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a client. What tells who they are is personal text about the client's own id.</summary>
internal abstract record ClientEvent;

/// <summary>Somebody new can be billed. Until something else is agreed: taxed as usual, on the organisation's terms, in its language.</summary>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Currency">What it is billed in.</param>
[Event("invoicing.client_added"), Announced]
internal sealed record ClientAdded(PersonalText Name, Currency Currency) : ClientEvent;

/// <summary>The client has another name; invoices issued before keep the old one.</summary>
/// <param name="Name">The new name.</param>
[Event("invoicing.client_renamed"), Announced]
internal sealed record ClientRenamed(PersonalText Name) : ClientEvent;

/// <summary>Who gets the client's invoices by mail; replaces those named before.</summary>
/// <param name="To">The addresses they are sent to.</param>
/// <param name="Cc">The addresses that get a copy.</param>
[Event("invoicing.client_readers_named")]
internal sealed record ClientReadersNamed(ValueList<PersonalText> To, ValueList<PersonalText> Cc) : ClientEvent;

/// <summary>A mail came back from one of the client's addresses.</summary>
/// <param name="Reader">The address.</param>
/// <param name="Reason">Why, in the words of a mail server; may be empty.</param>
/// <param name="SendingId">The mail.</param>
/// <param name="On">The day that was told, where the organisation is.</param>
/// <param name="InvoiceId">The invoice that the mail was about; none for a quote.</param>
/// <param name="QuoteId">The quote that the mail was about; none for an invoice.</param>
[Event("invoicing.client_reader_bounced")]
internal sealed record ClientReaderBounced(PersonalText Reader, PersonalText Reason, SendingId SendingId, DateOnly On, InvoiceId? InvoiceId, QuoteId? QuoteId) : ClientEvent;

/// <summary>An address from which mails came back is right, somebody says.</summary>
/// <param name="Reader">The address.</param>
[Event("invoicing.client_reader_confirmed")]
internal sealed record ClientReaderConfirmed(PersonalText Reader) : ClientEvent;

/// <summary>The client gave a telephone number, or has none any more.</summary>
/// <param name="Phone">As they write it; none when taken back.</param>
[Event("invoicing.client_phone_noted")]
internal sealed record ClientPhoneNoted(PersonalText? Phone) : ClientEvent;

/// <summary>Where the client is billed; replaces the address before, and parts left out are empty.</summary>
/// <param name="Line1">Street and number, or a post box.</param>
/// <param name="Line2">What stands beside the street.</param>
/// <param name="City">The town.</param>
/// <param name="State">State, province, county.</param>
/// <param name="PostalCode">As that country writes it.</param>
/// <param name="Country">Two letters of ISO 3166.</param>
[Event("invoicing.client_address_noted")]
internal sealed record ClientAddressNoted(PersonalText? Line1, PersonalText? Line2, PersonalText? City, PersonalText? State, PersonalText? PostalCode, string? Country) : ClientEvent;

/// <summary>Under which number a tax office knows the client, or that there is none any more.</summary>
/// <param name="TaxId">Such as a VAT number; none when taken back.</param>
[Event("invoicing.client_tax_id_noted")]
internal sealed record ClientTaxIdNoted(PersonalText? TaxId) : ClientEvent;

/// <summary>New charges and invoices of the client are in this currency.</summary>
/// <param name="Currency">The currency.</param>
[Event("invoicing.client_currency_agreed")]
internal sealed record ClientCurrencyAgreed(Currency Currency) : ClientEvent;

/// <summary>The language the client's documents and mails are written in.</summary>
/// <param name="Language">Two letters of ISO 639; none: the organisation's.</param>
[Event("invoicing.client_language_agreed")]
internal sealed record ClientLanguageAgreed(string? Language) : ClientEvent;

/// <summary>How long after an invoice's date the client may take to pay.</summary>
/// <param name="Days">Days after the issue date, 0 to 365; none: the organisation's usual terms.</param>
[Event("invoicing.client_terms_agreed")]
internal sealed record ClientTermsAgreed(int? Days) : ClientEvent;

/// <summary>The client is not reminded of its invoices any more.</summary>
[Event("invoicing.client_reminders_silenced")]
internal sealed record ClientRemindersSilenced : ClientEvent;

/// <summary>The client may be reminded of its invoices again.</summary>
[Event("invoicing.client_reminders_resumed")]
internal sealed record ClientRemindersResumed : ClientEvent;

/// <summary>How the client's invoices are taxed from now on.</summary>
/// <param name="Treatment">As usual, with reverse charge, or not at all.</param>
/// <param name="Reason">Why the client is exempt; stands on its invoices.</param>
[Event("invoicing.tax_treatment_agreed")]
internal sealed record TaxTreatmentAgreed(TaxTreatment Treatment, string? Reason) : ClientEvent;

/// <summary>What is worth remembering about the client; replaces the note before.</summary>
/// <param name="Note">The whole note; none when it was removed.</param>
[Event("invoicing.client_note_written")]
internal sealed record ClientNoteWritten(PersonalText? Note) : ClientEvent;

/// <summary>Another system knows the client under this id.</summary>
/// <param name="System">Which.</param>
/// <param name="OutsideId">The id there.</param>
[Event("invoicing.client_linked_outside")]
internal sealed record ClientLinkedOutside(OutsideSystem System, PersonalText OutsideId) : ClientEvent;

/// <summary>That other system does not know the client any more.</summary>
/// <param name="System">Which.</param>
[Event("invoicing.client_unlinked_outside")]
internal sealed record ClientUnlinkedOutside(OutsideSystem System) : ClientEvent;

/// <summary>Billed no longer. What was billed stays, and the client can be restored.</summary>
[Event("invoicing.client_archived"), Announced]
internal sealed record ClientArchived : ClientEvent;

/// <summary>Billed again after it was archived.</summary>
[Event("invoicing.client_restored"), Announced]
internal sealed record ClientRestored : ClientEvent;

/// <summary>It was a double: what is billed under its id belongs to another client, where lists show it.</summary>
/// <param name="Into">The client that stays.</param>
[Event("invoicing.client_merged"), Announced]
internal sealed record ClientMerged(ClientId Into) : ClientEvent;

/// <summary>A double of this client was found; what was billed under the double's id belongs here.</summary>
/// <param name="Double">The client that was merged into this one.</param>
[Event("invoicing.client_took_over")]
internal sealed record ClientTookOver(ClientId Double) : ClientEvent;

/// <summary>What was known about the client as a person is gone; what was billed stays.</summary>
[Event("invoicing.client_forgotten"), Announced]
internal sealed record ClientForgotten : ClientEvent;
