using static Billing.Invoicing.Tests.Bills;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class Taxes_and_discounts
{
    private static readonly TaxRate Reduced = Tax("VAT", 7);

    [Fact]
    public void round_once_per_rate_on_the_document_unless_each_line_shall_round()
    {
        PricedLine[] lines = [Line(1, 0.13m, Vat), Line(1, 0.13m, Vat), Line(1, 0.13m, Vat)];
        Assert.Equal(0.07m, Bill(lines).Tax.Amount); // 0.39 × 19 % = 0.0741
        Assert.Equal(0.06m, Bill(lines, null, TaxRules.Usual with { Rounding = TaxRounding.PerLine }).Tax.Amount); // 3 × 0.0247
    }

    [Fact]
    public void spread_a_discount_over_the_groups_of_taxes()
    {
        var totals = Bill([Line(1, 100, Vat), Line(1, 50, Reduced), Line(1, 50)], new Discount(Amount: Euros(10)));
        Assert.Equal(["VAT 19 % 95.00 18.05", "VAT 7 % 47.50 3.33"], totals.Taxes.Select(Text)); // the untaxed line bears the other 2.50
        Assert.Equal("200.00 10.00 21.38 0.00 211.38", Said(totals));
    }

    [Fact]
    public void of_which_several_may_stand_on_one_line_each_on_the_same_price()
    {
        var totals = Bill([Line(1, 100, Tax("GST", 5), Tax("PST", 7))]);
        Assert.Equal(["GST 5 % 100.00 5.00", "PST 7 % 100.00 7.00"], totals.Taxes.Select(Text));
        Assert.Equal(112m, totals.Total.Amount);
    }

    [Fact]
    public void of_one_name_and_rate_are_one_wherever_they_stand()
    {
        var (gst, pst) = (Tax("GST", 5), Tax("PST", 7));
        var totals = Bill([Line(1, 0.10m, gst, pst), Line(1, 0.10m, pst, gst), Line(1, 0.10m, gst)]);
        Assert.Equal(["GST 5 % 0.30 0.02", "PST 7 % 0.20 0.01"], totals.Taxes.Select(Text)); // 0.015 and 0.014
    }

    [Fact]
    public void are_contained_in_prices_that_include_them()
    {
        var included = TaxRules.Usual with { PricesIncludeTax = true };
        var totals = Bill([Line(1, 119, Vat)], null, included);
        Assert.Equal("119.00 0.00 19.00 0.00 119.00", Said(totals));
        Assert.Equal("VAT 19 % 100.00 19.00", Text(Assert.Single(totals.Taxes)));

        var two = Bill([Line(1, 112, Tax("GST", 5), Tax("PST", 7))], null, included);
        Assert.Equal(["GST 5 % 100.00 5.00", "PST 7 % 100.00 7.00"], two.Taxes.Select(Text));
    }

    [Fact]
    public void of_shipping_are_its_own_and_it_bears_no_discount()
    {
        var totals = Bill([Line(1, 100, Vat), Shipping(10, Reduced)], new Discount(new Percentage(50)));
        Assert.Equal(["VAT 19 % 50.00 9.50", "VAT 7 % 10.00 0.70"], totals.Taxes.Select(Text));
        Assert.Equal("100.00 50.00 10.20 10.00 70.20", Said(totals));
    }

    [Fact]
    public void of_a_line_come_off_before_the_subtotal()
    {
        var totals = Bill([Line(3, 19.99m, Vat) with { Discount = new Discount(new Percentage(10)) }, Line(1, 40.03m, Vat) with { Discount = new Discount(Amount: Euros(0.03m)) }]);
        Assert.Equal(["59.97 6.00 53.97", "40.03 0.03 40.00"], totals.Lines.Select(line => $"{line.Price.ToAmountText()} {line.Discount.ToAmountText()} {line.Amount.ToAmountText()}"));
        Assert.Equal("93.97 0.00 17.85 0.00 111.82", Said(totals));
    }

    [Fact]
    public void follow_quantities_and_prices_below_nothing() => Assert.Equal("75.00 0.00 14.25 0.00 89.25", Said(Bill([Line(1, 100, Vat), Line(-1, 25, Vat)])));

    [Fact]
    public void know_currencies_without_decimals() => Assert.Equal("1000 JPY 100 JPY 1100 JPY",
        Totals.Of(Jpy, [Line(3, 333.333333m, Tax("Tax", 10))], null, TaxRules.Usual).Value is var t ? $"{t.Subtotal} {t.Tax} {t.Total}" : "");

    [Fact]
    public void never_mix_currencies()
    {
        Assert.Equal("wrong-currency", Totals.Of(Eur, [Line(1, 100)], new Discount(Amount: new Money(1, Usd)), TaxRules.Usual).Refusal!.Code);
        Assert.Equal("wrong-currency", Totals.Of(Eur, [Line(1, 100) with { Discount = new Discount(Amount: new Money(1, Usd)) }], null, TaxRules.Usual).Refusal!.Code);
        Assert.Throws<InvalidOperationException>(() => Shares.Of(Euros(1), [new Money(1, Usd)]));
    }

    [Fact]
    public void that_make_no_sense_are_refused()
    {
        Assert.Equal("discount-unclear", Refused(new Discount()));
        Assert.Equal("discount-unclear", Refused(new Discount(new Percentage(5), Euros(5))));
        Assert.Equal("discount-negative", Refused(new Discount(Amount: Euros(-5))));
        Assert.Equal("discount-above-subtotal", Refused(new Discount(new Percentage(101))));
        Assert.Equal("tax-twice", Totals.Of(Eur, [Line(1, 1, Vat, Vat)], null, TaxRules.Usual).Refusal!.Code);
        Assert.Equal("tax-name-missing", Totals.Of(Eur, [Line(1, 1, Tax(" ", 5))], null, TaxRules.Usual).Refusal!.Code);
        var refusal = Totals.Of(Eur, [Line(1, 1), Line(999_999_999, 999_999_999)], null, TaxRules.Usual).Refusal!;
        Assert.Equal(("amount-too-large", 1), (refusal.Code, refusal.Details!["line"]));
    }

    private static string Refused(Discount discount) => Totals.Of(Eur, [Line(1, 100)], discount, TaxRules.Usual).Refusal!.Code;

    private static string Text(TaxTotal tax) => $"{tax.Tax} {tax.On.ToAmountText()} {tax.Amount.ToAmountText()}";
}
