using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Who is billed: a company or a person, with what is agreed on for its invoices.</summary>
/// <param name="Emails">Where its invoices are sent.</param>
/// <param name="CcEmails">Who gets a copy.</param>
/// <param name="Language">Two letters; null: the organisation's.</param>
/// <param name="TermsDays">Days after the issue date; null: the organisation's usual terms.</param>
/// <param name="ExemptionReason">Why it is exempt; stands on its invoices.</param>
/// <param name="MergedInto">The client that stays, when this one was a double.</param>
/// <param name="RemindersSilenced">It is not reminded of its invoices.</param>
internal sealed record Client(
    string Name, ValueList<string> Emails, ValueList<string> CcEmails, string? Phone, BillingAddress Address, string? TaxId, Currency Currency, string? Language, int? TermsDays,
    TaxTreatment TaxTreatment, string? ExemptionReason, string? Note, OutsideIds OutsideIds, ClientStanding Standing, ClientId? MergedInto, bool RemindersSilenced = false) : IAggregate<Client>
{
    /// <summary>Addresses from which mails came back.</summary>
    public ValueList<BouncedReader> Bounced { get; init; } = [];

    public static string Alias => "invoicing.client";

    public static Client Initial { get; } = new("", [], [], null, BillingAddress.None, null, default, null, null, TaxTreatment.Standard, null, null, OutsideIds.None, ClientStanding.Active, null);

    /// <summary>Whether an address is one of the client's, in whatever case.</summary>
    public bool Reads(string? address) => address is not null && Emails.Concat(CcEmails).Contains(address, StringComparer.OrdinalIgnoreCase);

    public Client Apply(object happened) => happened switch
    {
        ClientAdded e => this with { Name = e.Name.Shown, Currency = e.Currency },
        ClientRenamed e => this with { Name = e.Name.Shown },
        ClientReadersNamed e => this with { Emails = Words(e.To), CcEmails = Words(e.Cc), Bounced = BouncedReader.Among(Bounced, e) },
        ClientReaderBounced e => this with { Bounced = BouncedReader.With(Bounced, e) },
        ClientReaderConfirmed e => this with { Bounced = BouncedReader.Without(Bounced, e.Reader) },
        ClientPhoneNoted e => this with { Phone = e.Phone?.Text },
        ClientAddressNoted e => this with { Address = new(e.Line1?.Text, e.Line2?.Text, e.City?.Text, e.State?.Text, e.PostalCode?.Text, e.Country) },
        ClientTaxIdNoted e => this with { TaxId = e.TaxId?.Text },
        ClientCurrencyAgreed e => this with { Currency = e.Currency },
        ClientLanguageAgreed e => this with { Language = e.Language },
        ClientTermsAgreed e => this with { TermsDays = e.Days },
        ClientRemindersSilenced => this with { RemindersSilenced = true },
        ClientRemindersResumed => this with { RemindersSilenced = false },
        TaxTreatmentAgreed e => this with { TaxTreatment = e.Treatment, ExemptionReason = e.Reason },
        ClientNoteWritten e => this with { Note = e.Note?.Text },
        ClientLinkedOutside e => this with { OutsideIds = OutsideIds.With(e.System, e.OutsideId.Text) },
        ClientUnlinkedOutside e => this with { OutsideIds = OutsideIds.With(e.System, null) },
        ClientArchived => this with { Standing = ClientStanding.Archived },
        ClientRestored => this with { Standing = ClientStanding.Active },
        ClientMerged e => this with { Standing = ClientStanding.Merged, MergedInto = e.Into },
        ClientTookOver => this,
        ClientForgotten => this with
        {
            Name = PersonalText.Erased, Emails = [], CcEmails = [], Phone = null, Address = BillingAddress.None with { Country = Address.Country }, TaxId = null, Note = null, OutsideIds = OutsideIds.None, Bounced = [],
            Standing = Standing == ClientStanding.Merged ? Standing : ClientStanding.Forgotten,
        },
        _ => throw new UnknownEventException(nameof(Client), happened),
    };

    /// <summary>Personal words that are still known.</summary>
    public static ValueList<string> Words(ValueList<PersonalText> texts) => texts.Where(text => !text.IsErased).Select(text => text.Text!).ToValueList();
}

/// <summary>Whether a client is billed.</summary>
internal enum ClientStanding
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>Put away; it can be restored.</summary>
    Archived,

    /// <summary>It was a double of another client.</summary>
    Merged,

    /// <summary>Nobody knows any more who it was.</summary>
    Forgotten,
}

/// <summary>How a client's invoices are taxed.</summary>
internal enum TaxTreatment
{
    /// <summary>As the lines say.</summary>
    Standard,

    /// <summary>No tax is charged; the client owes it where it is.</summary>
    ReverseCharge,

    /// <summary>No tax is owed, for a reason that stands on the invoice.</summary>
    Exempt,
}
