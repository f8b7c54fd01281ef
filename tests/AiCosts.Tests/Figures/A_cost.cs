using System.Text.Json;
using Billing.Web;

namespace Billing.AiCosts.Tests;

/// <summary>Amounts finer than money.</summary>
public class A_cost
{
    [Fact]
    public void is_text_on_the_wire_and_comes_back_the_same()
    {
        var cost = Worth.Usd(0.0000000375m);
        Assert.Equal("{\"amount\":\"0.0000000375\",\"currency\":\"USD\"}", JsonSerializer.Serialize(cost, Json.Options));
        Assert.Equal(cost, JsonSerializer.Deserialize<Cost>(JsonSerializer.Serialize(cost, Json.Options), Json.Options));
    }

    [Theory]
    [InlineData("{\"amount\":1,\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":\"1e3\",\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":\"0.0000000000001\",\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":\"1\",\"currency\":\"XXX\"}")]
    [InlineData("{\"amount\":\"1\"}")]
    [InlineData("{\"amount\":\"1\",\"currency\":\"USD\",\"more\":\"1\"}")]
    public void that_is_not_exact_is_not_read(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cost>(json, Json.Options));

    [Fact]
    public void is_never_added_to_one_of_another_currency() => Assert.Throws<InvalidOperationException>(() => Worth.Usd(1) + new Cost(1, Worth.Euro));

    [Fact]
    public void has_at_most_12_decimals_and_becomes_money_by_rounding_once()
    {
        Assert.Throws<ArgumentException>(() => Worth.Usd(0.0000000000001m));
        Assert.Equal(new Money(0.02m, Worth.Dollar), Worth.Usd(0.015m).ToMoney());
        Assert.Equal("1.5", Worth.Usd(1.500m).ToAmountText());
    }
}
