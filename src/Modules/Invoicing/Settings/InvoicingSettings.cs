using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that was set for all invoices of an organisation. Invoices issued before keep what they say.</summary>
internal abstract record InvoicingSettingsEvent;

/// <summary>How tax is computed on new documents.</summary>
/// <param name="Rounding">Where it is rounded.</param>
/// <param name="PricesIncludeTax">Prices contain their tax; otherwise it comes on top.</param>
/// <param name="BeforeDiscount">Tax is owed on the prices before a document's discount.</param>
[Event("invoicing.tax_rules_chosen")]
internal sealed record TaxRulesChosen(TaxRounding Rounding, bool PricesIncludeTax, bool BeforeDiscount) : InvoicingSettingsEvent;

/// <summary>Which taxes lie on what is billed, by category; the list replaces the one before.</summary>
/// <param name="Categories">All categories; the first one is what charges without a category are in.</param>
[Event("invoicing.tax_categories_listed")]
internal sealed record TaxCategoriesListed(ValueList<TaxCategory> Categories) : InvoicingSettingsEvent;

/// <summary>Under which number a tax office knows the organisation, or that there is none.</summary>
/// <param name="TaxId">Stands on its invoices; none when taken back.</param>
[Event("invoicing.seller_tax_id_noted")]
internal sealed record SellerTaxIdNoted(string? TaxId) : InvoicingSettingsEvent;

/// <summary>How new documents look.</summary>
/// <param name="Look">One of three.</param>
/// <param name="Paper">The size they are made for.</param>
[Event("invoicing.look_chosen")]
internal sealed record LookChosen(DocumentLook Look, Paper Paper) : InvoicingSettingsEvent;

/// <summary>The language of documents and mails for clients that agreed on none.</summary>
/// <param name="Language">Two letters of ISO 639.</param>
[Event("invoicing.default_language_chosen")]
internal sealed record DefaultLanguageChosen(string Language) : InvoicingSettingsEvent;

/// <summary>How long clients that agreed on no terms may take to pay.</summary>
/// <param name="Days">Days after the issue date, 0 to 365.</param>
[Event("invoicing.default_terms_agreed")]
internal sealed record DefaultTermsAgreed(int Days) : InvoicingSettingsEvent;

/// <summary>Where clients pay to; stands on new invoices, and what is left out does not.</summary>
/// <param name="Holder">Whose account it is.</param>
/// <param name="Iban">Its number, without spaces.</param>
/// <param name="Bic">The bank's code.</param>
/// <param name="Bank">The bank's name.</param>
[Event("invoicing.bank_details_noted")]
internal sealed record BankDetailsNoted(string? Holder, string? Iban, string? Bic, string? Bank) : InvoicingSettingsEvent;

/// <summary>What stands at the foot of each page of new documents.</summary>
/// <param name="Text">The whole text; empty for none.</param>
[Event("invoicing.footer_written")]
internal sealed record FooterWritten(string Text) : InvoicingSettingsEvent;

/// <summary>Where clients pay online; stands on new invoices, and opens from the page of every client link.</summary>
/// <param name="Address">With what is filled in for each invoice in braces; empty for nowhere.</param>
[Event("invoicing.payment_page_noted")]
internal sealed record PaymentPageNoted(string Address) : InvoicingSettingsEvent;

/// <summary>New invoices bear no link.</summary>
[Event("invoicing.paper_links_dropped")]
internal sealed record PaperLinksDropped : InvoicingSettingsEvent;

/// <summary>New invoices bear a link again, as they do where nobody said otherwise.</summary>
[Event("invoicing.paper_links_wanted")]
internal sealed record PaperLinksWanted : InvoicingSettingsEvent;

/// <summary>An invoice may come to nothing.</summary>
[Event("invoicing.zero_totals_allowed")]
internal sealed record ZeroTotalsAllowed : InvoicingSettingsEvent;

/// <summary>An invoice that comes to nothing is refused again.</summary>
[Event("invoicing.zero_totals_refused")]
internal sealed record ZeroTotalsRefused : InvoicingSettingsEvent;

/// <summary>What the mail with an invoice says, in the organisation's own words; replaces those before.</summary>
/// <param name="Texts">By language; in the others the usual text is sent.</param>
[Event("invoicing.invoice_mail_worded")]
internal sealed record InvoiceMailWorded(ValueList<MailText> Texts) : InvoicingSettingsEvent;

/// <summary>What the mail with a quote says, in the organisation's own words; replaces those before.</summary>
/// <param name="Texts">By language; in the others the usual text is sent.</param>
[Event("invoicing.quote_mail_worded")]
internal sealed record QuoteMailWorded(ValueList<MailText> Texts) : InvoicingSettingsEvent;

/// <summary>What holds for all invoices of an organisation; one stream, under the same id in every organisation.</summary>
/// <param name="SellerTaxId">Stands on invoices; null for none.</param>
/// <param name="TermsDays">Days after the issue date, where a client agreed on nothing else.</param>
/// <param name="Footer">At the foot of each page; empty for none.</param>
/// <param name="InvoiceMail">What the mail with an invoice says, by language; in the others the usual text is sent.</param>
/// <param name="QuoteMail">The same of the mail with a quote.</param>
internal sealed record InvoicingSettings(
    TaxRules Tax, ValueList<TaxCategory> TaxCategories, string? SellerTaxId, DocumentLook Look, Paper Paper, string? Language, int TermsDays, BankDetails Bank, string Footer, bool AllowsZeroTotals, ValueList<MailText> InvoiceMail, ValueList<MailText> QuoteMail) : IAggregate<InvoicingSettings>
{
    /// <summary>Where clients pay online, with placeholders; empty for nowhere.</summary>
    public string PaymentPage { get; init; } = "";

    /// <summary>Whether invoices bear a link: to the payment page, else to the page of a client link.</summary>
    public bool LinksOnPaper { get; init; } = true;

    /// <summary>The stream's id.</summary>
    public static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000010");

    public static string Alias => "invoicing.settings";

    public static InvoicingSettings Initial { get; } = new(TaxRules.Usual, [], null, DocumentLook.Classic, Paper.A4, null, 30, BankDetails.None, "", false, [], []);

    /// <summary>The taxes on a charge of that category; the first category's where it names none, or one that is not listed any more.</summary>
    public ValueList<TaxRate> TaxesOn(string? category) => TaxCategories.Count == 0 ? [] : (TaxCategories.FirstOrDefault(one => one.Name == category) ?? TaxCategories[0]).Taxes;

    /// <summary>The language of a document for a client.</summary>
    /// <param name="client">To whom.</param>
    /// <param name="locale">The organisation's, which decides where nothing was chosen.</param>
    public string LanguageFor(Client client, string locale) => client.Language ?? Language ?? (Languages.Offered.Contains(locale.Split('-')[0]) ? locale.Split('-')[0] : "en");

    public InvoicingSettings Apply(object happened) => happened switch
    {
        TaxRulesChosen e => this with { Tax = new(e.Rounding, e.PricesIncludeTax, e.BeforeDiscount) },
        TaxCategoriesListed e => this with { TaxCategories = e.Categories },
        SellerTaxIdNoted e => this with { SellerTaxId = e.TaxId },
        LookChosen e => this with { Look = e.Look, Paper = e.Paper },
        DefaultLanguageChosen e => this with { Language = e.Language },
        DefaultTermsAgreed e => this with { TermsDays = e.Days },
        BankDetailsNoted e => this with { Bank = new(e.Holder, e.Iban, e.Bic, e.Bank) },
        FooterWritten e => this with { Footer = e.Text },
        PaymentPageNoted e => this with { PaymentPage = e.Address },
        PaperLinksDropped => this with { LinksOnPaper = false },
        PaperLinksWanted => this with { LinksOnPaper = true },
        InvoiceMailWorded e => this with { InvoiceMail = e.Texts },
        QuoteMailWorded e => this with { QuoteMail = e.Texts },
        ZeroTotalsAllowed => this with { AllowsZeroTotals = true },
        ZeroTotalsRefused => this with { AllowsZeroTotals = false },
        _ => throw new UnknownEventException(nameof(InvoicingSettings), happened),
    };
}

/// <summary>Things that are taxed alike.</summary>
/// <param name="Name">As charges name it, such as standard.</param>
/// <param name="Taxes">What lies on them; empty for none.</param>
internal sealed record TaxCategory(string Name, ValueList<TaxRate> Taxes);

/// <summary>How a document looks.</summary>
internal enum DocumentLook
{
    /// <summary>Lines and a frame, like a letter.</summary>
    Classic,

    /// <summary>Areas of colour.</summary>
    Modern,

    /// <summary>Nothing but the words.</summary>
    Minimal,
}

/// <summary>The size of paper that documents are made for.</summary>
internal enum Paper
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>8.5 × 11 inches.</summary>
    Letter,
}
