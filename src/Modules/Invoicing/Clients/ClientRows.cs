using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>A client as lists show it.</summary>
/// <param name="Found">All that a search finds it by, line by line, in lower case.</param>
internal sealed record ClientRow(
    Guid Id, string Name, [Jsonb] IReadOnlyList<string> Emails, [Jsonb] IReadOnlyList<string> CcEmails, string? Phone, string? AddressLine1, string? AddressLine2, string? City, string? State, string? PostalCode, string? Country,
    string? TaxId, string Currency, string? Language, int? TermsDays, string TaxTreatment, string? ExemptionReason, string? Note, string? StripeId, string? HelpDeskId, string? CrmId, string? AccountingId,
    string Standing, Guid? MergedInto, string Found, DateTimeOffset AddedAt, long Version, bool RemindersSilenced, [Jsonb] IReadOnlyList<BouncedReader> Bounced);

internal sealed class ClientRows : Projection<ClientRow>
{
    public ClientRows() : base("invoicing.clients", new RowTable<ClientRow>("invoicing_clients"), Lifecycle.Inline, version: 2, inlineStream: Client.Alias)
    {
        CoversAll<ClientEvent>();
        Uses<ClientAdded>((_, e, at) => Now(new ClientRow(at.StreamId, e.Name.Shown, [], [], null, null, null, null, null, null, null, null, e.Currency.Code, null, null, "standard", null, null, null, null, null, null, "active", null, "", at.At, at.Version, false, []), at));
        Uses<ClientRenamed>((row, e, at) => Now(row! with { Name = e.Name.Shown }, at));
        Uses<ClientReadersNamed>((row, e, at) => Now(row! with { Emails = Client.Words(e.To), CcEmails = Client.Words(e.Cc), Bounced = BouncedReader.Among(row.Bounced, e) }, at));
        Uses<ClientReaderBounced>((row, e, at) => Now(row! with { Bounced = BouncedReader.With(row.Bounced, e) }, at));
        Uses<ClientReaderConfirmed>((row, e, at) => Now(row! with { Bounced = BouncedReader.Without(row.Bounced, e.Reader) }, at));
        Uses<ClientPhoneNoted>((row, e, at) => Now(row! with { Phone = e.Phone?.Text }, at));
        Uses<ClientAddressNoted>((row, e, at) => Now(row! with { AddressLine1 = e.Line1?.Text, AddressLine2 = e.Line2?.Text, City = e.City?.Text, State = e.State?.Text, PostalCode = e.PostalCode?.Text, Country = e.Country }, at));
        Uses<ClientTaxIdNoted>((row, e, at) => Now(row! with { TaxId = e.TaxId?.Text }, at));
        Uses<ClientCurrencyAgreed>((row, e, at) => Now(row! with { Currency = e.Currency.Code }, at));
        Uses<ClientLanguageAgreed>((row, e, at) => Now(row! with { Language = e.Language }, at));
        Uses<ClientTermsAgreed>((row, e, at) => Now(row! with { TermsDays = e.Days }, at));
        Uses<ClientRemindersSilenced>((row, _, at) => Now(row! with { RemindersSilenced = true }, at));
        Uses<ClientRemindersResumed>((row, _, at) => Now(row! with { RemindersSilenced = false }, at));
        Uses<TaxTreatmentAgreed>((row, e, at) => Now(row! with { TaxTreatment = Words.Of(e.Treatment), ExemptionReason = e.Reason }, at));
        Uses<ClientNoteWritten>((row, e, at) => Now(row! with { Note = e.Note?.Text }, at));
        Uses<ClientLinkedOutside>((row, e, at) => Now(Linked(row!, e.System, e.OutsideId.Text), at));
        Uses<ClientUnlinkedOutside>((row, e, at) => Now(Linked(row!, e.System, null), at));
        Uses<ClientArchived>((row, _, at) => Now(row! with { Standing = "archived" }, at));
        Uses<ClientRestored>((row, _, at) => Now(row! with { Standing = "active" }, at));
        Uses<ClientMerged>((row, e, at) => Now(row! with { Standing = "merged", MergedInto = e.Into.Value }, at));
        Uses<ClientTookOver>((row, _, at) => Now(row!, at));
        Uses<ClientForgotten>((row, _, at) => Now(
            row! with
            {
                Name = PersonalText.Erased, Emails = [], CcEmails = [], Phone = null, AddressLine1 = null, AddressLine2 = null, City = null, State = null, PostalCode = null, TaxId = null, Note = null,
                StripeId = null, HelpDeskId = null, CrmId = null, AccountingId = null, Bounced = [], Standing = row.Standing == "merged" ? row.Standing : "forgotten",
            },
            at));
    }

    private static ClientRow Linked(ClientRow row, OutsideSystem system, string? id) => system switch
    {
        OutsideSystem.Stripe => row with { StripeId = id },
        OutsideSystem.HelpDesk => row with { HelpDeskId = id },
        OutsideSystem.Crm => row with { CrmId = id },
        _ => row with { AccountingId = id },
    };

    private static ClientRow Now(ClientRow row, StoredEvent at) => row with { Found = FoundBy(row), Version = at.Version };

    // Numbers are searched as people read them out: with whatever between the digits.
    private static string FoundBy(ClientRow row)
    {
        string?[] all =
        [
            row.Name, .. row.Emails, .. row.CcEmails, row.Phone, ClientSearch.Bare(row.Phone), row.TaxId, ClientSearch.Bare(row.TaxId), row.AddressLine1, row.AddressLine2, row.PostalCode, row.City, row.State, row.Country,
            row.StripeId, row.HelpDeskId, row.CrmId, row.AccountingId, row.Note,
        ];
        return string.Join('\n', all.Where(text => !string.IsNullOrEmpty(text))).ToLowerInvariant();
    }
}

/// <summary>How clients are searched for.</summary>
internal static class ClientSearch
{
    /// <summary>A pattern that finds the text in what a client is found by, and case-blind in anything else; null when there is none. Lowered once here, not by the database for each row.</summary>
    public static string? Pattern(string? text) => Search.Pattern(text)?.ToLowerInvariant();

    /// <summary>Letters and digits alone.</summary>
    public static string? Bare(string? text) => text is null ? null : string.Concat(text.Where(char.IsLetterOrDigit));
}
