using System.Globalization;
using Billing.Documents;

namespace Billing.Invoicing;

/// <summary>A column of a list of clients: its names, how it is written, and what a cell of it says. One description for the import and the export, so that what goes out comes in again.</summary>
/// <param name="Field">Its names.</param>
/// <param name="Written">The cell of a client; null for a blank one.</param>
/// <param name="Read">What a cell that is not blank wants of a client.</param>
internal sealed record ClientField(SheetField Field, Func<Client, string?> Written, Func<ClientDetails, string, Result<ClientDetails>> Read);

/// <summary>The columns of a list of clients.</summary>
internal static class ClientFields
{
    public static readonly ClientField Name = new(new("Name", "Client", "Client Name", "Company", "Customer", "Customer Name", "Kunde", "Firma"), c => c.Name, (d, text) => d with { Name = text });
    public static readonly ClientField TaxId = new(new("Tax ID", "VAT ID", "VAT Number", "VAT", "USt-IdNr", "Steuernummer"), c => c.TaxId, (d, text) => d with { TaxId = text });
    public static readonly ClientField Treatment = new(new("Tax Treatment", "Besteuerung"), c => c.TaxTreatment == TaxTreatment.Standard ? null : Words.Of(c.TaxTreatment), (d, text) => OneOf<TaxTreatment>(text).TryGet(out var treatment, out var refused) ? d with { TaxTreatment = treatment } : refused);
    public static readonly ClientField Archived = new(new("Archived", "Archiviert"), c => c.Standing == ClientStanding.Archived ? "yes" : null, (d, text) => YesOrNo(text).TryGet(out _, out var refused) ? d : refused);

    public static readonly IReadOnlyList<ClientField> All =
    [
        Name,
        new(new("E-mails", "E-mail", "Email", "Mail", "Billing Email", "E-Mail-Adresse"), c => Joined(c.Emails), (d, text) => d with { Emails = Split(text) }),
        new(new("Copies", "CC", "Copy To", "Kopie"), c => Joined(c.CcEmails), (d, text) => d with { CcEmails = Split(text) }),
        new(new("Phone", "Telephone", "Telefon"), c => c.Phone, (d, text) => d with { Phone = text }),
        new(new("Address", "Address 1", "Street", "Straße", "Anschrift"), c => c.Address.Line1, (d, text) => d with { Address = (d.Address ?? BillingAddress.None) with { Line1 = text } }),
        new(new("Address 2", "Address Line 2", "Adresszusatz"), c => c.Address.Line2, (d, text) => d with { Address = (d.Address ?? BillingAddress.None) with { Line2 = text } }),
        new(new("Postal Code", "ZIP", "Zip Code", "Postcode", "PLZ"), c => c.Address.PostalCode, (d, text) => d with { Address = (d.Address ?? BillingAddress.None) with { PostalCode = text } }),
        new(new("City", "Town", "Ort", "Stadt"), c => c.Address.City, (d, text) => d with { Address = (d.Address ?? BillingAddress.None) with { City = text } }),
        new(new("State", "Province", "County", "Bundesland"), c => c.Address.State, (d, text) => d with { Address = (d.Address ?? BillingAddress.None) with { State = text } }),
        new(new("Country", "Country Code", "Land"), c => c.Address.Country, (d, text) => d with { Address = (d.Address ?? BillingAddress.None) with { Country = text } }),
        TaxId,
        new(new("Currency", "Währung"), c => c.Currency.Code, (d, text) => Currency.TryParse(text.ToUpperInvariant(), out var currency) ? d with { Currency = currency } : No.Currency),
        new(new("Language", "Sprache"), c => c.Language, (d, text) => d with { Language = text }),
        new(new("Terms", "Payment Terms", "Terms Days", "Zahlungsziel"), c => c.TermsDays?.ToString(CultureInfo.InvariantCulture), (d, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? d with { TermsDays = days } : No.Terms),
        Treatment,
        new(new("Exemption Reason", "Befreiungsgrund"), c => c.ExemptionReason, (d, text) => d with { ExemptionReason = text }),
        new(new("Note", "Notes", "Notiz", "Bemerkung"), c => c.Note, (d, text) => d with { Note = text }),
        new(new("Stripe ID", "Stripe Customer"), c => c.OutsideIds.Stripe, (d, text) => d with { StripeId = text }),
        new(new("Help Desk ID"), c => c.OutsideIds.HelpDesk, (d, text) => d with { HelpDeskId = text }),
        new(new("CRM ID"), c => c.OutsideIds.Crm, (d, text) => d with { CrmId = text }),
        new(new("Accounting ID", "Customer Number", "Kundennummer", "Debitor"), c => c.OutsideIds.Accounting, (d, text) => d with { AccountingId = text }),
        new(new("Reminders", "Erinnerungen"), c => c.RemindersSilenced ? "no" : null, (d, text) => YesOrNo(text).TryGet(out var may, out var refused) ? d with { Reminders = may } : refused),
        Archived,
    ];

    /// <summary>Yes or no as people and spreadsheets write them.</summary>
    public static Result<bool> YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "1" or "ja" or "x" => true,
        "no" or "n" or "false" or "0" or "nein" => false,
        _ => No.YesOrNo,
    };

    private static Result<TEnum> OneOf<TEnum>(string text) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (string.Equals(Words.Of(value), text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return value;
        return new Refusal("not-one-of", $"Write one of {string.Join(", ", Enum.GetValues<TEnum>().Select(Words.Of))}.");
    }

    private static string? Joined(ValueList<string> addresses) => addresses.Count == 0 ? null : string.Join("; ", addresses);

    private static string[] Split(string text) => text.Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static class No
    {
        public static readonly Refusal Currency = new("bad-currency", "A currency is three letters of ISO 4217, such as EUR.");
        public static readonly Refusal Terms = new("terms-out-of-range", "Payment terms are 0 to 365 days.");
        public static readonly Refusal YesOrNo = new("not-yes-or-no", "Write yes or no.");
    }
}
