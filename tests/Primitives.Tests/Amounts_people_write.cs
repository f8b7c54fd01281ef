using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Amounts_people_write
{
    private static readonly Currency Usd = Currency.Parse("USD");

    [Theory]
    [InlineData("4250", "4250.00")]
    [InlineData("$4,250.00", "4250.00")]
    [InlineData("4.250,00", "4250.00")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("1’234.50", "1234.50")]
    [InlineData("1 234,50", "1234.50")]
    [InlineData("1\u00A0234.50", "1234.50")]
    [InlineData("1\u202F234,50 $", "1234.50")]
    [InlineData("1,234,567.8", "1234567.80")]
    [InlineData("1.234.567", "1234567.00")]
    [InlineData("(12.00)", "-12.00")]
    [InlineData("($12.00)", "-12.00")]
    [InlineData("$(12.00)", "-12.00")]
    [InlineData("-12", "-12.00")]
    [InlineData("\u221212.5", "-12.50")]
    [InlineData("-$12", "-12.00")]
    [InlineData("$ -12", "-12.00")]
    [InlineData("12.00-", "-12.00")]
    [InlineData("+12", "12.00")]
    [InlineData("  12.5  ", "12.50")]
    [InlineData("\u00A012\u00A0", "12.00")]
    [InlineData(".5", "0.50")]
    [InlineData("0.05", "0.05")]
    [InlineData("0012", "12.00")]
    [InlineData("-0", "0.00")]
    [InlineData("USD 12", "12.00")]
    [InlineData("12.50 usd", "12.50")]
    [InlineData("US$12", "12.00")]
    [InlineData("999,999,999,999,999.99", "999999999999999.99")]
    public void are_read_where_a_point_stands_before_the_decimals(string text, string amount) => Reads(text, Usd, DecimalMark.Point, amount);

    [Theory]
    [InlineData("4.250,00", "4250.00")]
    [InlineData("4250", "4250.00")]
    [InlineData("1.234", "1234.00")]
    [InlineData("12,5", "12.50")]
    [InlineData("€ 12", "12.00")]
    [InlineData("12,00 €", "12.00")]
    [InlineData("1.234.567,89 EUR", "1234567.89")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("−5 €", "-5.00")]
    public void are_read_where_a_comma_does(string text, string amount) => Reads(text, Currency.Parse("EUR"), DecimalMark.Comma, amount);

    [Theory]
    [InlineData("n/a"), InlineData(""), InlineData("   "), InlineData(null), InlineData("-"), InlineData("$"), InlineData("()"), InlineData("12.")]
    [InlineData("1,23,4"), InlineData("1,2345"), InlineData("12,50"), InlineData("1,234.5,6"), InlineData("1.2.3"), InlineData("0,123"), InlineData(",50"), InlineData("1,,234"), InlineData("1 23"), InlineData("1'234,567.00")]
    [InlineData("--5"), InlineData("(-5)"), InlineData("-5-"), InlineData("1e5"), InlineData("0x10"), InlineData("١٢"), InlineData("１２"), InlineData("=1+1"), InlineData("12 5$0"), InlineData("$12$"), InlineData("NaN"), InlineData("∞")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234567890")]
    public void that_are_in_doubt_are_no_amounts(string? text) => Assert.Equal("not-an-amount", Refused(MoneyText.Read(text, Usd)));

    [Theory, InlineData("12.345"), InlineData("0.001"), InlineData("$5.500"), InlineData("1.000"), InlineData("1,234.5678")]
    public void have_no_more_decimals_than_their_currency(string text) => Assert.Equal("too-many-decimals", Refused(MoneyText.Read(text, Usd)));

    [Fact]
    public void of_yen_and_dinar_have_none_and_three()
    {
        Assert.Equal("too-many-decimals", Refused(MoneyText.Read("1200.5", Currency.Parse("JPY"))));
        Assert.Equal("1200 JPY", MoneyText.Read("¥1,200", Currency.Parse("JPY")).Value.ToString());
        Assert.Equal("1.234 KWD", MoneyText.Read("1.234", Currency.Parse("KWD")).Value.ToString());
    }

    [Theory, InlineData("1,000,000,000,000,000"), InlineData("-1000000000000000"), InlineData("79228162514264337593543950336")]
    public void end_before_a_thousand_million_millions(string text) => Assert.Equal("amount-too-large", Refused(MoneyText.Read(text, Usd)));

    [Theory, InlineData("€ 12"), InlineData("12 EUR"), InlineData("£5")]
    public void of_another_currency_are_refused(string text) => Assert.Equal("other-currency", Refused(MoneyText.Read(text, Usd)));

    [Theory, InlineData("Fr. 12.50", "CHF"), InlineData("12.50 CHF", "CHF"), InlineData("kr. 12.50", "DKK"), InlineData("12.50 kr.", "DKK"), InlineData("R$ 12.50", "BRL"), InlineData("zł 12.50", "PLN"), InlineData("$12.50", "CAD")]
    public void carry_the_sign_of_their_country(string text, string currency) => Reads(text, Currency.Parse(currency), DecimalMark.Point, "12.50");

    [Fact]
    public void are_quoted_without_what_cannot_be_seen() =>
        Assert.Equal("“n/a” is not an amount; write it like 4250, 4,250.00 or 4.250,00.", MoneyText.Read("n\u202E/\u200Ba\u0000", Usd).Refusal!.Sentence);

    [Fact]
    public void come_back_as_they_were_written() => Prop.ForAll(Gen.Choose(int.MinValue + 1, int.MaxValue).ToArbitrary(), Gen.Elements(DecimalMark.Point, DecimalMark.Comma).ToArbitrary(), (cents, mark) =>
    {
        var money = new Money(cents / 100m, Usd);
        var culture = CultureInfo.GetCultureInfo(mark == DecimalMark.Point ? "en-US" : "de-DE");
        return MoneyText.Read(money.Amount.ToString("N2", culture), Usd, mark).Value == money && MoneyText.Read(money.Amount.ToString("0.00", culture), Usd, mark).Value == money;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void never_throw() => Prop.ForAll(Gen.Elements("0123456789.,'-−+()$€ \u00A0aE\u202E".ToCharArray()).ListOf().Select(signs => new string([.. signs])).ToArbitrary(), text =>
        MoneyText.Read(text, Usd).TryGet(out var money, out _) ? money.Currency == Usd : text is not null).QuickCheckThrowOnFailure();

    private static void Reads(string text, Currency currency, DecimalMark mark, string amount) => Assert.Equal($"{amount} {currency}", MoneyText.Read(text, currency, mark).Value.ToString());
}
