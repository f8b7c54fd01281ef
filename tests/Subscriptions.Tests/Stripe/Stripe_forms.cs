namespace Billing.Subscriptions.Tests;

public class Stripe_forms
{
    [Fact]
    public void say_objects_lists_and_pairs_in_stripes_way() => Assert.Equal(
        "customer=cus_1&items[0][price]=p%261&items[0][quantity]=2&off_session=true&created[gte]=86400&metadata[invoice+no]=a%3Db",
        StripeForm.Of(new { customer = "cus_1", items = new[] { new { price = "p&1", quantity = 2 } }, offSession = true, trialEnd = (DateTimeOffset?)null, created = new { gte = DateTimeOffset.UnixEpoch.AddDays(1) }, metadata = (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["invoice no"] = "a=b" } }));

    [Theory]
    [InlineData("12.34", "USD", 1234)]
    [InlineData("500", "JPY", 500)]
    [InlineData("7", "ISK", 700)]
    [InlineData("1.25", "KWD", 1250)]
    [InlineData("12000", "MGA", 12000)]
    [InlineData("300", "UGX", 30000)]
    public void count_money_in_the_smallest_unit_as_stripe_sees_it(string amount, string currency, long expected)
    {
        var money = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency));
        Assert.Equal(expected, money.ToStripe());
        Assert.Equal(money, StripeMoney.FromStripe(expected, currency.ToLowerInvariant()));
    }
}
