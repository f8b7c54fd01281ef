using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class SettingsSamples
{
    public static object[] All { get; } =
    [
        new TaxRulesChosen(TaxRounding.PerLine, true, false), new TaxCategoriesListed([new("standard", [Vat]), new("free", [])]), new SellerTaxIdNoted("DE 987654321"), new LookChosen(DocumentLook.Modern, Paper.Letter),
        new DefaultLanguageChosen("fr"), new DefaultTermsAgreed(30), new BankDetailsNoted("Office", "DE89370400440532013000", "COBADEFFXXX", "Bank"), new FooterWritten("Thank you\nfor your trust"), new PaymentPageNoted("https://pay.example.test/{number}"), new PaperLinksDropped(), new PaperLinksWanted(), new ZeroTotalsAllowed(), new ZeroTotalsRefused(),
        new ExchangeRateEntered(Usd, Eur, Day("2026-01-31"), new UnitPrice(0.9231m), "Central bank"), new InvoiceMailWorded([new("de", "Rechnung {number}", "Anbei")]), new QuoteMailWorded([new("de", "Angebot {number}", "Anbei")]),
    ];
}
