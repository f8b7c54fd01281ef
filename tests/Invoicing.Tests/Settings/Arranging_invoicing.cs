using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.InvoicingSettings, Billing.Invoicing.InvoicingSettingsEvent>;

namespace Billing.Invoicing.Tests;

public class Arranging_invoicing
{
    private const string Iban = "DE89 3704 0044 0532 0130 00";

    [Fact]
    public void by_saying_nothing_changes_nothing() => Given().When(new ArrangeInvoicing().Decide).ThenNothing();

    [Fact]
    public void is_one_fact_for_each_thing_said() => Given()
        .When(new ArrangeInvoicing(TaxRounding.PerLine, true, null, [new(" standard ", [Vat])], DocumentLook.Minimal, null, "de", 14, new(" Office ", Iban.ToLowerInvariant(), "cobadeffxxx"), "Thank you ", true) { SellerTaxId = "DE 1" }.Decide)
        .Then(new TaxRulesChosen(TaxRounding.PerLine, true, false), new TaxCategoriesListed([new("standard", [Vat])]), new SellerTaxIdNoted("DE 1"), new LookChosen(DocumentLook.Minimal, Paper.A4), new DefaultLanguageChosen("de"),
            new DefaultTermsAgreed(14), new BankDetailsNoted("Office", "DE89370400440532013000", "COBADEFFXXX", null), new FooterWritten("Thank you"), new ZeroTotalsAllowed());

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(new TaxCategoriesListed([new("standard", [Vat])]), new BankDetailsNoted("Office", "DE89370400440532013000", null, null), new SellerTaxIdNoted("DE 1"))
        .When(new ArrangeInvoicing(TaxRounding.PerDocument, TaxCategories: [new("standard", [Vat])], TermsDays: 30, Bank: new("Office", Iban), AllowsZeroTotals: false) { SellerTaxId = "DE 1" }.Decide).ThenNothing();

    [Fact]
    public void takes_back_the_tax_id() => Given(new SellerTaxIdNoted("DE 1")).When(new ArrangeInvoicing { SellerTaxId = Change<string>.Cleared }.Decide).Then(new SellerTaxIdNoted(null));

    [Fact]
    public void says_where_invoices_are_paid_online_and_whether_they_bear_a_link()
    {
        const string Page = "https://pay.example.test/{number}/{amount}?currency={currency}&reference={reference}";
        Given().When(new ArrangeInvoicing { PaymentPage = $" {Page} ", LinksOnPaper = false }.Decide).Then(new PaymentPageNoted(Page), new PaperLinksDropped());
        Given(new PaymentPageNoted(Page), new PaperLinksDropped()).When(new ArrangeInvoicing { PaymentPage = "", LinksOnPaper = true }.Decide).Then(new PaymentPageNoted(""), new PaperLinksWanted());
        Given(new PaymentPageNoted(Page)).When(new ArrangeInvoicing { LinksOnPaper = true }.Decide).ThenNothing();
    }

    [Theory, InlineData("http://pay.example.test/"), InlineData("pay.example.test"), InlineData("https://{number}.example.test/"), InlineData("https://pay.example.test@{number}/"), InlineData("https://ann:secret@pay.example.test/"), InlineData("https://pay.example.test/a b"), InlineData("javascript:alert(1)"), InlineData("https://localhost/{number}"), InlineData("https://päy.example.test/")]
    public void with_a_payment_page_that_could_be_anybodys_is_refused(string page) => Given().When(new ArrangeInvoicing { PaymentPage = page }.Decide).ThenRefused("payment-page-wrong");

    [Fact]
    public void with_a_payment_page_that_wants_what_nobody_knows_is_refused() => Given().When(new ArrangeInvoicing { PaymentPage = "https://pay.example.test/{card}" }.Decide).ThenRefused("unknown-placeholder");

    [Fact]
    public void refuses_zero_totals_again() => Assert.False(Given(new ZeroTotalsAllowed()).When(new ArrangeInvoicing(AllowsZeroTotals: false).Decide).Then(new ZeroTotalsRefused()).AllowsZeroTotals);

    [Theory, InlineData("DE89 3704 0044 0532 0130 01"), InlineData("DE89"), InlineData("8937040044053201300012"), InlineData("GB82 WEST 1234 5698 7654 33")]
    public void with_a_wrong_iban_is_refused(string iban) => Given().When(new ArrangeInvoicing(Bank: new(Iban: iban)).Decide).ThenRefused("bad-iban");

    [Theory, InlineData("GB82 WEST 1234 5698 7654 32"), InlineData("FR14 2004 1010 0505 0001 3M02 606"), InlineData("NO93 8601 1117 947")]
    public void takes_the_ibans_of_other_countries(string iban) => Assert.Equal(iban.Replace(" ", "", StringComparison.Ordinal), Given().When(new ArrangeInvoicing(Bank: new(Iban: iban)).Decide).Then(new BankDetailsNoted(null, iban.Replace(" ", "", StringComparison.Ordinal), null, null)).Bank.Iban);

    [Theory, InlineData("COBADE"), InlineData("COBADEFFXXXX"), InlineData("1OBADEFF")]
    public void with_a_wrong_bic_is_refused(string bic) => Given().When(new ArrangeInvoicing(Bank: new(Bic: bic)).Decide).ThenRefused("bad-bic");

    [Theory, InlineData(-1), InlineData(366)]
    public void on_impossible_terms_is_refused(int days) => Given().When(new ArrangeInvoicing(TermsDays: days).Decide).ThenRefused("terms-out-of-range");

    [Fact]
    public void in_a_language_that_no_document_speaks_is_refused() => Given().When(new ArrangeInvoicing(Language: "it").Decide).ThenRefused("language-not-offered");

    [Fact]
    public void with_a_category_twice_is_refused() => Given().When(new ArrangeInvoicing(TaxCategories: [new("standard", [Vat]), new("standard ", [])]).Decide).ThenRefused("tax-category-twice");

    [Fact]
    public void with_a_tax_twice_in_a_category_is_refused() => Given().When(new ArrangeInvoicing(TaxCategories: [new("standard", [Vat, Vat])]).Decide).ThenRefused("tax-twice");

    [Fact]
    public void with_more_taxes_than_a_line_bears_is_refused() => Given().When(new ArrangeInvoicing(TaxCategories: [new("standard", [.. Enumerable.Range(1, 6).Select(i => Tax($"T{i}", i))])]).Decide).ThenRefused("too-many-taxes");

    [Fact]
    public void with_a_nameless_tax_is_refused() => Given().When(new ArrangeInvoicing(TaxCategories: [new("standard", [Tax(" ", 19)])]).Decide).ThenRefused("name-missing");

    [Fact]
    public void with_more_categories_than_anybody_keeps_apart_is_refused() => Given().When(new ArrangeInvoicing(TaxCategories: [.. Enumerable.Range(1, 21).Select(i => new TaxCategory($"C{i}", []))]).Decide).ThenRefused("too-many-tax-categories");

    [Fact]
    public void taxes_by_category_and_by_the_first_where_none_fits()
    {
        var reduced = Tax("VAT", 7);
        var settings = Fold(InvoicingSettings.Initial, new TaxCategoriesListed([new("standard", [Vat]), new("reduced", [reduced]), new("free", [])]));
        Assert.Equal([[reduced], [], [Vat], [Vat]], new[] { "reduced", "free", null, "gone" }.Select(category => settings.TaxesOn(category).ToArray()));
        Assert.Empty(InvoicingSettings.Initial.TaxesOn("standard"));
    }

    [Theory, InlineData(null, null, "de-AT", "de"), InlineData(null, null, "pt-BR", "en"), InlineData(null, "fr", "de-AT", "fr"), InlineData("es", "fr", "de-AT", "es")]
    public void speaks_the_clients_language_or_ours(string? client, string? chosen, string locale, string language) =>
        Assert.Equal(language, (InvoicingSettings.Initial with { Language = chosen }).LanguageFor(Client.Initial with { Language = client }, locale));
}
