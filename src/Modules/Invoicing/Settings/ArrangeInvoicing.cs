using System.Text.Json.Serialization;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What holds for all invoices becomes this; what is left out stays as it is. Issued invoices keep what they say.</summary>
/// <param name="TaxCategories">Replaces the whole list; the first one is what charges without a category are in.</param>
/// <param name="TermsDays">Days after the issue date, 0 to 365.</param>
/// <param name="Bank">Replaces all bank details.</param>
/// <param name="Footer">At the foot of each page; empty for none.</param>
internal sealed record ArrangeInvoicing(
    TaxRounding? TaxRounding = null, bool? PricesIncludeTax = null, bool? TaxBeforeDiscount = null, IReadOnlyList<TaxCategory>? TaxCategories = null, DocumentLook? Look = null, Paper? Paper = null,
    string? Language = null, int? TermsDays = null, BankDetails? Bank = null, string? Footer = null, bool? AllowsZeroTotals = null)
{
    /// <summary>Stands on invoices; null or blank: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> SellerTaxId { get; init; }

    /// <summary>Where clients pay online, with placeholders; empty for nowhere.</summary>
    public string? PaymentPage { get; init; }

    /// <summary>Whether invoices bear a link: to the payment page, else to the page of a client link.</summary>
    public bool? LinksOnPaper { get; init; }

    public Decision<InvoicingSettingsEvent> Decide(InvoicingSettings settings)
    {
        if (TermsDays is < 0 or > 365) return No.TermsOutOfRange;
        if (Language is not null && !Languages.Offered.Contains(Language)) return Languages.NotOffered(Language);
        if (!Categories(settings).TryGet(out var categories, out var refused)) return refused;
        if (!(Bank ?? settings.Bank).Read().TryGet(out var bank, out refused)) return refused;
        if (!PlainText.Note(Footer ?? settings.Footer, 1000).TryGet(out var footer, out refused)) return refused;
        if (!PaymentAddress.Read(PaymentPage ?? settings.PaymentPage).TryGet(out var payAt, out refused)) return refused;
        if (!OneLine.Read(SellerTaxId.TryGet(out var typed) ? typed : null, "A tax id", 50).TryGet(out var read, out refused)) return refused;
        var taxId = SellerTaxId.IsSaid ? read.Length == 0 ? null : read : settings.SellerTaxId;
        var tax = new TaxRules(TaxRounding ?? settings.Tax.Rounding, PricesIncludeTax ?? settings.Tax.PricesIncludeTax, TaxBeforeDiscount ?? settings.Tax.BeforeDiscount);
        var (look, paper) = (Look ?? settings.Look, Paper ?? settings.Paper);

        List<InvoicingSettingsEvent> happened = [];
        if (tax != settings.Tax) happened.Add(new TaxRulesChosen(tax.Rounding, tax.PricesIncludeTax, tax.BeforeDiscount));
        if (!categories.Equals(settings.TaxCategories)) happened.Add(new TaxCategoriesListed(categories));
        if (taxId != settings.SellerTaxId) happened.Add(new SellerTaxIdNoted(taxId));
        if ((look, paper) != (settings.Look, settings.Paper)) happened.Add(new LookChosen(look, paper));
        if (Language is not null && Language != settings.Language) happened.Add(new DefaultLanguageChosen(Language));
        if (TermsDays is { } days && days != settings.TermsDays) happened.Add(new DefaultTermsAgreed(days));
        if (bank != settings.Bank) happened.Add(new BankDetailsNoted(bank.Holder, bank.Iban, bank.Bic, bank.Bank));
        if (footer != settings.Footer) happened.Add(new FooterWritten(footer));
        if (payAt != settings.PaymentPage) happened.Add(new PaymentPageNoted(payAt));
        if (LinksOnPaper is { } links && links != settings.LinksOnPaper) happened.Add(links ? new PaperLinksWanted() : new PaperLinksDropped());
        if (AllowsZeroTotals is { } allows && allows != settings.AllowsZeroTotals) happened.Add(allows ? new ZeroTotalsAllowed() : new ZeroTotalsRefused());
        return happened;
    }

    private Result<ValueList<TaxCategory>> Categories(InvoicingSettings settings)
    {
        if (TaxCategories is null) return settings.TaxCategories;
        if (TaxCategories.Count > 20) return No.TooManyCategories;
        List<TaxCategory> read = [];
        foreach (var wanted in TaxCategories)
        {
            if (!PlainText.Name(wanted.Name, "A tax category", 50).TryGet(out var name, out var refused)) return refused;
            if (read.Any(one => one.Name == name)) return No.CategoryTwice(name);
            if (wanted.Taxes.Count > 5) return No.TooManyTaxes;
            List<TaxRate> taxes = [];
            foreach (var tax in wanted.Taxes)
            {
                if (!PlainText.Name(tax.Name, "A tax", TaxRate.LongestName).TryGet(out var taxName, out refused)) return refused;
                taxes.Add(tax with { Name = taxName });
            }
            if (taxes.Distinct().Count() < taxes.Count) return No.TaxTwice(name);
            read.Add(new TaxCategory(name, taxes.ToValueList()));
        }
        return read.ToValueList();
    }

    private static class No
    {
        public static readonly Refusal TermsOutOfRange = new("terms-out-of-range", "Payment terms are 0 to 365 days.");
        public static readonly Refusal TooManyCategories = new("too-many-tax-categories", "There are at most 20 tax categories. Leave out those that nothing is in.");
        public static readonly Refusal TooManyTaxes = new("too-many-taxes", "At most 5 taxes lie on one category.");
        public static Refusal CategoryTwice(string name) => new Refusal("tax-category-twice", $"There is a tax category {PlainText.Quote(name)} twice. Leave one out, or call it otherwise.").With("name", name);
        public static Refusal TaxTwice(string name) => new Refusal("tax-twice", $"The category {PlainText.Quote(name)} names a tax twice. Leave one out.").With("name", name);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/invoicing-settings", (ArrangeInvoicing command, Organisation here, Commands<InvoicingSettings> settings, CancellationToken stop) =>
            settings.DecideOrStart(InvoicingSettings.Id, command.Decide, now => InvoicingSettingsPage.Of(now, here), stop))
        .Produces<InvoicingSettingsPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Change what holds for all invoices; what is left out stays as it is");
}
