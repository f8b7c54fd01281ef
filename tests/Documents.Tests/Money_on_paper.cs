namespace Billing.Documents.Tests;

public class Money_on_paper
{
    [Theory]
    [InlineData(PaperLanguage.English, "1234567.5", "EUR", "€1,234,567.50"), InlineData(PaperLanguage.German, "1234567.5", "EUR", "1.234.567,50_€"), InlineData(PaperLanguage.French, "1234567.5", "EUR", "1~234~567,50_€"), InlineData(PaperLanguage.Spanish, "1234567.5", "EUR", "1.234.567,50_€")]
    [InlineData(PaperLanguage.English, "1234", "JPY", "¥1,234"), InlineData(PaperLanguage.German, "1234", "JPY", "1.234_¥"), InlineData(PaperLanguage.English, "0.005", "KWD", "KWD_0.005"), InlineData(PaperLanguage.German, "1234.5", "KWD", "1.234,500_KWD")]
    [InlineData(PaperLanguage.English, "99.9", "INR", "₹99.90"), InlineData(PaperLanguage.English, "-5", "USD", "−$5.00"), InlineData(PaperLanguage.German, "-5", "USD", "−5,00_$"), InlineData(PaperLanguage.English, "5", "CHF", "CHF_5.00"), InlineData(PaperLanguage.English, "-5", "CAD", "−CA$5.00")]
    [InlineData(PaperLanguage.English, "9999999999999999.99", "EUR", "€9,999,999,999,999,999.99"), InlineData(PaperLanguage.English, "0.0001", "CLF", "CLF_0.0001")]
    public void is_exact_and_written_as_the_language_does(PaperLanguage language, string amount, string currency, string written) =>
        Assert.Equal(written.Replace('_', '\u00A0').Replace('~', '\u202F'), new PaperFormats(language, PaperFormat.A4).Money(new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency))));

    [Theory]
    [InlineData(PaperLanguage.English, "1234.500000000001", "1,234.500000000001"), InlineData(PaperLanguage.German, "0.25", "0,25"), InlineData(PaperLanguage.English, "3.000", "3"), InlineData(PaperLanguage.English, "-2.50", "−2.5"), InlineData(PaperLanguage.English, "0.000000000001", "0.000000000001")]
    public void has_quantities_beside_it_of_up_to_twelve_decimals(PaperLanguage language, string quantity, string written) =>
        Assert.Equal(written, new PaperFormats(language, PaperFormat.A4).Quantity(decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("EUR", "0.0109", "0.0109"), InlineData("EUR", "5", "5.00"), InlineData("JPY", "5", "5"), InlineData("KWD", "0.5", "0.500")]
    public void has_prices_with_its_decimals_at_least(string currency, string price, string written) =>
        Assert.Equal(written, new PaperFormats(PaperLanguage.English, PaperFormat.A4).Price(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency)));

    [Theory]
    [InlineData(PaperLanguage.English, PaperFormat.A4, "5_Mar_2026"), InlineData(PaperLanguage.English, PaperFormat.Letter, "Mar_5,_2026"), InlineData(PaperLanguage.German, PaperFormat.A4, "05.03.2026"), InlineData(PaperLanguage.French, PaperFormat.A4, "05/03/2026"), InlineData(PaperLanguage.Spanish, PaperFormat.Letter, "05/03/2026")]
    public void has_dates_that_nobody_misreads(PaperLanguage language, PaperFormat format, string written) => Assert.Equal(written.Replace('_', '\u00A0'), new PaperFormats(language, format).Date(new(2026, 3, 5)));

    [Theory]
    [InlineData(PaperLanguage.English, "7.5%"), InlineData(PaperLanguage.German, "7,5_%"), InlineData(PaperLanguage.French, "7,5~%"), InlineData(PaperLanguage.Spanish, "7,5_%")]
    public void has_rates(PaperLanguage language, string written) => Assert.Equal(written.Replace('_', '\u00A0').Replace('~', '\u202F'), new PaperFormats(language, PaperFormat.A4).Percent(new(7.5m)));

    [Theory]
    [InlineData("JPY", "¥1,234"), InlineData("KWD", "KWD 1,234.000"), InlineData("INR", "₹1,234.00")]
    public void is_printed_in_any_currency(string code, string total)
    {
        var currency = Currency.Parse(code);
        var sum = new Money(1234, currency);
        var text = PdfTools.Text((Papers.Invoice() with { Currency = currency, Groups = [new(null, [new("One", sum)])], Totals = new(sum, sum) { AmountDue = sum } }).Print());
        Assert.Contains(total, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-AT", PaperLanguage.German), InlineData("FR", PaperLanguage.French), InlineData("es_MX", PaperLanguage.Spanish), InlineData("ja", PaperLanguage.English), InlineData(null, PaperLanguage.English)]
    public void is_in_the_language_that_is_nearest(string? code, PaperLanguage language) => Assert.Equal(language, Paper.LanguageOf(code));

    [Fact]
    public void fits_its_column_however_many_figures_it_has()
    {
        var huge = Papers.Eur(-999_999_999_999.99m);
        var pdf = (Papers.Invoice() with { Groups = [new(null, [new("Line", huge) { Quantity = 1234567.123456789012m, Unit = "kilowatt hours", UnitPrice = -9876543.123456789012m, Taxes = [new(8.875m), new(19)] }])] }).Print();
        An_invoice_on_paper.InOrder(PdfTools.Text(pdf), "1,234,567.123456789012", "−9,876,543.123456789012", "8.875% + 19%", "−999,999,999,999.99");
    }
}
