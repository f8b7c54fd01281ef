using static Billing.Invoicing.Tests.Bills;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class The_examples_of_the_specification
{
    [Fact]
    public void two_at_fifty_with_ten_percent_make_110() => Assert.Equal("100.00 0.00 10.00 0.00 110.00", Said(Bill([Line(2, 50, Tax("VAT", 10))])));

    [Fact]
    public void a_discount_after_the_tax_and_shipping_make_236_50()
    {
        var rate = Tax("Sales tax", 7.5m);
        var totals = Bill([Line(2, 50, rate), Line(1.5m, 80, rate), Shipping(10)], new Discount(Amount: Euros(10)), TaxRules.Usual with { BeforeDiscount = true });
        Assert.Equal("220.00 10.00 16.50 10.00 236.50", Said(totals));
    }

    [Fact]
    public void three_at_19_99_with_a_discount_after_the_tax_make_59_92() =>
        Assert.Equal("59.97 5.00 4.95 0.00 59.92", Said(Bill([Line(3, 19.99m, Tax("Sales tax", 8.25m))], new Discount(Amount: Euros(5)), TaxRules.Usual with { BeforeDiscount = true })));

    [Fact]
    public void ten_cents_and_twenty_are_thirty_exactly() => Assert.Equal(0.30m, Bill([Line(1, 0.10m), Line(1, 0.20m)]).Total.Amount);

    [Fact]
    public void a_discount_of_150_on_100_is_refused()
    {
        var refusal = Totals.Of(Eur, [Line(1, 100)], new Discount(Amount: Euros(150)), TaxRules.Usual).Refusal!;
        Assert.Equal("discount-above-subtotal", refusal.Code);
        Assert.Equal(Euros(100), refusal.Details!["subtotal"]);
    }
}

/// <summary>Documents in euro.</summary>
internal static class Bills
{
    public static PricedLine Line(decimal quantity, decimal price, params TaxRate[] taxes) => new(new(quantity), new(price), null, [.. taxes], false);

    public static PricedLine Shipping(decimal price, params TaxRate[] taxes) => Line(1, price, taxes) with { IsShipping = true };

    public static Totals Bill(PricedLine[] lines, Discount? discount = null, TaxRules? rules = null) => Totals.Of(Eur, lines, discount, rules ?? TaxRules.Usual).Value;

    public static string Said(Totals totals) => string.Join(' ', new[] { totals.Subtotal, totals.Discount, totals.Tax, totals.Shipping, totals.Total }.Select(amount => amount.ToAmountText()));
}
