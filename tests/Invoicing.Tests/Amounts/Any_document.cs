using FsCheck;
using FsCheck.Fluent;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

/// <summary>What holds for every document there can be.</summary>
public class Any_document
{
    private static readonly TaxRate[] Rates = [Tax("VAT", 19), Tax("VAT", 7), Tax("GST", 5), Tax("PST", 9.975m), Tax("Zero", 0)];

    private static readonly Gen<PricedLine> Lines =
        from quantity in Gen.Choose(-3_000, 30_000)
        from price in Gen.Choose(0, 5_000_000)
        from finer in Gen.Elements(100m, 10_000m, 1_000_000m)
        from taxes in Gen.SubListOf(Rates)
        from off in Gen.Choose(-20, 40)
        from shipping in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new PricedLine(new(quantity / 1000m), new(price / finer), off > 0 && quantity > 0 ? new Discount(new Percentage(off)) : null, [.. taxes], shipping);

    private static readonly Gen<TaxRules> Rules =
        from rounding in Gen.Elements(TaxRounding.PerDocument, TaxRounding.PerLine)
        from included in Gen.Elements(true, false)
        from before in Gen.Elements(true, false)
        select new TaxRules(rounding, included, before);

    private static readonly Gen<Made> Documents =
        from currency in Gen.Elements(Eur, Jpy, Currency.Parse("KWD"))
        from lines in Lines.NonEmptyListOf()
        from percent in Gen.Choose(0, 100)
        from rules in Rules
        select new Made(currency, [.. lines], new Discount(new Percentage(percent)), rules);

    [Fact]
    public void adds_up() => Check(made =>
    {
        var all = Totals.Of(made.Currency, made.Lines, made.Discount, made.Rules);
        if (all.Refusal is { } no) return no.Code == "discount-above-subtotal"; // the lines came to less than nothing
        var totals = all.Value;
        var items = Totals.Sum(made.Currency, totals.Lines.Select(line => line.Amount));
        return totals.Total == items - totals.Discount + (made.Rules.PricesIncludeTax ? Money.Zero(made.Currency) : totals.Tax)
            && totals.Subtotal + totals.Shipping == items
            && totals.Tax == Totals.Sum(made.Currency, totals.Taxes.Select(tax => tax.Amount))
            && totals.Lines.All(line => line.Amount == line.Price - line.Discount);
    });

    [Fact]
    public void says_of_each_tax_which_lines_it_is_owed_on_and_they_add_up_to_it() => Check(made =>
    {
        var all = Totals.Of(made.Currency, made.Lines, made.Discount, made.Rules);
        return all.Refusal is not null || all.Value.Taxes.All(tax =>
            Totals.Sum(made.Currency, tax.Lines.Select(line => line.On)) == tax.On
            && tax.Lines.Select(line => line.Line).SequenceEqual(made.Lines.Index().Where(line => line.Item.Taxes.Contains(tax.Tax)).Select(line => line.Index)));
    });

    [Fact]
    public void whose_prices_include_tax_has_prices_without_and_tax_that_make_the_total_again() => Check(made =>
    {
        // One tax on everything: what it is owed on and what is owed are the whole document.
        var lines = made.Lines.Select(line => line with { Taxes = [Vat] }).ToArray();
        var all = Totals.Of(made.Currency, lines, made.Discount, made.Rules with { PricesIncludeTax = true, BeforeDiscount = false });
        return all.Refusal is not null || all.Value is { Taxes: [var tax] } totals && tax.On + tax.Amount == totals.Total;
    });

    [Fact]
    public void taxed_with_one_rate_owes_it_on_all_that_is_left_after_the_discount() => Check(made =>
    {
        var lines = made.Lines.Select(line => line with { Taxes = [Vat] }).ToArray();
        var all = Totals.Of(made.Currency, lines, made.Discount, TaxRules.Usual);
        return all.Refusal is not null || all.Value is { Taxes: [var tax] } totals && tax.On == totals.Subtotal - totals.Discount + totals.Shipping && tax.Amount == Vat.Rate.Of(tax.On);
    });

    [Fact]
    public void splits_an_amount_to_the_cent_and_each_part_is_right_but_for_one() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), Gen.Choose(-50_000, 100_000).NonEmptyListOf().ToArbitrary(), (cents, weights) =>
    {
        var amount = Euros(cents / 100m);
        var shares = Shares.Of(amount, [.. weights.Select(weight => Euros(weight / 100m))]);
        var sum = weights.Sum(weight => (decimal)weight);
        return Totals.Sum(Eur, shares) == amount
            && (sum == 0 || shares.Index().All(share => Math.Abs(share.Item.Amount - amount.Amount * weights[share.Index] / sum) < 0.0100000001m));
    }).QuickCheckThrowOnFailure();

    private static void Check(Func<Made, bool> holds) => Prop.ForAll(Documents.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private sealed record Made(Currency Currency, PricedLine[] Lines, Discount Discount, TaxRules Rules);
}
