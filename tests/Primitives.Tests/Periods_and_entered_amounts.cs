using System.Text.Json;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Periods_and_entered_amounts
{
    [Fact]
    public void periods_survive_a_journey_as_JSON()
    {
        const string Json = """{"from":"2025-10-01","through":"2025-10-31"}""";
        var period = JsonSerializer.Deserialize<Period>(Json);
        Assert.Equal(Days("2025-10-01", "2025-10-31"), period);
        Assert.Equal(Json, JsonSerializer.Serialize(period));
        Assert.Equal(31, period.Days);
    }

    [Theory, InlineData("""{"from":"2025-10-02","through":"2025-10-01"}"""), InlineData("""{"from":"2025-10-02"}"""), InlineData("{}"), InlineData("""{"from":"2025-10-02","through":"2025-10-03","days":2}""")]
    public void periods_of_another_shape_are_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Period>(json));

    [Theory, InlineData("\"$12.50\""), InlineData("\"12.5\""), InlineData("""{"amount":"12.50","currency":"USD"}""")]
    public void amounts_are_entered_exactly_or_as_text(string json) =>
        Assert.Equal("12.50 USD", JsonSerializer.Deserialize<EnteredMoney>(json).In(Currency.Parse("USD"), DecimalMark.Point).Value.ToString());

    [Theory]
    [InlineData("""{"amount":"12.50","currency":"EUR"}""", "other-currency"), InlineData("\"€ 12\"", "other-currency"), InlineData("\"n/a\"", "not-an-amount")]
    [InlineData("""{"amount":"1000000000000000","currency":"USD"}""", "amount-too-large"), InlineData("""{"amount":"-1000000000000000","currency":"USD"}""", "amount-too-large")]
    public void amounts_that_do_not_fit_are_refused(string json, string code) => Assert.Equal(code, Refused(JsonSerializer.Deserialize<EnteredMoney>(json).In(Currency.Parse("USD"), DecimalMark.Point)));

    [Theory, InlineData("12.5"), InlineData("true"), InlineData("[]")]
    public void amounts_of_another_shape_are_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EnteredMoney>(json));
}
