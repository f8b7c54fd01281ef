using System.Globalization;
using System.Text.Json;

namespace Billing.Primitives.Tests;

public class Quantities_and_unit_prices
{
    private static readonly Currency Eur = Currency.Parse("EUR");

    [Theory]
    [InlineData("\"1.5\"", "1.5"), InlineData("\"1.500\"", "1.5"), InlineData("2", "2"), InlineData("\"-3\"", "-3"), InlineData("\"0.000000000001\"", "0.000000000001"), InlineData("\"100\"", "100")]
    public void are_read_exactly_and_written_short(string json, string text)
    {
        Assert.Equal(text, JsonSerializer.Deserialize<Quantity>(json).ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(JsonSerializer.Deserialize<UnitPrice>(json)));
    }

    [Theory]
    [InlineData("\"1.0000000000001\""), InlineData("\"1e3\""), InlineData("1e3"), InlineData("\"1,5\""), InlineData("\"\""), InlineData("true"), InlineData("\"1000000000000\""), InlineData("\" 1\"")]
    public void that_would_lose_something_are_not_read(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Quantity>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UnitPrice>(json));
    }

    [Theory]
    [InlineData("1.5", "80", "120.00"), InlineData("3", "19.99", "59.97"), InlineData("1", "0.005", "0.01"), InlineData("-1", "0.005", "-0.01"), InlineData("1234567", "0.0000025", "3.09"), InlineData("0", "5", "0.00")]
    public void make_an_amount_that_is_rounded_once_half_away_from_zero(string quantity, string price, string amount) =>
        Assert.Equal(amount, new UnitPrice(decimal.Parse(price, CultureInfo.InvariantCulture)).For(new Quantity(decimal.Parse(quantity, CultureInfo.InvariantCulture)), Eur).Value.ToAmountText());

    [Fact]
    public void make_no_amount_that_is_too_large() => Assert.Equal("amount-too-large", new UnitPrice(999_999_999_999m).For(new Quantity(1_000_000), Eur).Refusal!.Code);
}
