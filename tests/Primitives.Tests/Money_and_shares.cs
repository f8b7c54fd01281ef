using System.Text.Json;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Money_and_shares
{
    private static readonly Currency Eur = Currency.Parse("EUR");

    [Theory]
    [InlineData("""{"amount":"12.50","currency":"EUR"}""", "12.50 EUR")]
    [InlineData("""{"currency":"eur","amount":"12.5"}""", "12.50 EUR")]
    [InlineData("""{"amount":"-0.00","currency":"EUR"}""", "0.00 EUR")]
    [InlineData("""{"amount":"12.500","currency":"EUR"}""", "12.50 EUR")]
    [InlineData("""{"amount":"1.234","currency":"KWD"}""", "1.234 KWD")]
    [InlineData("""{"amount":"79228162514264337593543950335","currency":"JPY"}""", "79228162514264337593543950335 JPY")]
    public void are_read_from_the_wire(string json, string money) => Assert.Equal(money, JsonSerializer.Deserialize<Money>(json).ToString());

    [Theory]
    [InlineData("""{"amount":12.50,"currency":"EUR"}"""), InlineData("""{"amount":"12.50"}"""), InlineData("""{"currency":"EUR"}"""), InlineData("""{"amount":"12.50","currency":"EURO"}"""), InlineData("""{"amount":"12.50","currency":978}""")]
    [InlineData("""{"amount":"12.505","currency":"EUR"}"""), InlineData("""{"amount":"0.5","currency":"JPY"}"""), InlineData("""{"amount":"1.000000000000000000000000000001","currency":"EUR"}""")]
    [InlineData("""{"amount":"1e400","currency":"EUR"}"""), InlineData("""{"amount":"79228162514264337593543950336","currency":"EUR"}"""), InlineData("""{"amount":"1,5","currency":"EUR"}"""), InlineData("""{"amount":" 1","currency":"EUR"}"""), InlineData("""{"amount":"","currency":"EUR"}""")]
    [InlineData("""{"amount":"1","amount":"2","currency":"EUR"}"""), InlineData("""{"amount":"1","currency":"EUR","currency":"USD"}"""), InlineData("""{"amount":"1","currency":"EUR","total":1}"""), InlineData("\"12.50 EUR\""), InlineData("null"), InlineData("[]"), InlineData("12.5")]
    public void of_another_shape_are_refused(string json) => Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    [Fact]
    public void are_written_with_all_decimals() => Assert.Equal("""{"amount":"-4250.00","currency":"EUR"}""", JsonSerializer.Serialize(new Money(-4250m, Eur)));

    [Fact]
    public void of_two_currencies_are_never_added() => Assert.Throws<InvalidOperationException>(() => Money.Zero(Eur) + Money.Zero(Currency.Parse("USD")));

    [Theory, InlineData("0.125", "0.13"), InlineData("-0.125", "-0.13"), InlineData("0.124", "0.12"), InlineData("-0.004", "0.00")]
    public void round_half_away_from_zero(string amount, string rounded) => Assert.Equal(rounded, Money.Round(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Eur).ToAmountText());

    [Theory, InlineData("19", "10.05", "1.91"), InlineData("7.5", "100.00", "7.50"), InlineData("0", "100.00", "0.00"), InlineData("33.333333", "3.00", "1.00"), InlineData("19", "-10.05", "-1.91")]
    public void of_a_percentage_are_rounded_once(string share, string of, string comes) =>
        Assert.Equal(comes, JsonSerializer.Deserialize<Percentage>($"\"{share}\"").Of(new Money(decimal.Parse(of, System.Globalization.CultureInfo.InvariantCulture), Eur)).ToAmountText());

    [Theory, InlineData("\"-1\""), InlineData("\"1000.1\""), InlineData("19"), InlineData("\"7,5\""), InlineData("\"1.0000001\""), InlineData("\"\""), InlineData("\"0.00000000000000000000000000000000000000001\"")]
    public void of_other_percentages_are_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Percentage>(json));

    [Fact]
    public void of_a_percentage_say_so() => Assert.Equal(("7.5 %", "\"7.5\""), (new Percentage(7.50m).ToString(), JsonSerializer.Serialize(new Percentage(7.50m))));
}
