using Billing.EventStore;
using Billing.Web;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

/// <summary>However an invoice came about, what explains its amounts adds up to them, to the last digit.</summary>
public class Explaining_any_invoice
{
    private static readonly TaxRate[] Rates = [Tax("VAT", 19), Tax("VAT", 7), Tax("GST", 5), Tax("PST", 9.975m), Tax("Duty", 250.000001m)];

    private static readonly int[] Charged = [1, 2, 3];

    private static readonly Gen<InvoiceLine> Lines =
        from quantity in Gen.Choose(-3_000, 30_000)
        from price in Gen.Choose(0, 5_000_000)
        from finer in Gen.Elements(100m, 10_000m, 1_000_000m)
        from taxes in Gen.SubListOf(Rates)
        from off in Gen.Choose(-20, 40)
        from charged in Gen.SubListOf(Charged)
        from shipping in Gen.Frequency((8, Gen.Constant(LineKind.Item)), (1, Gen.Constant(LineKind.Shipping)))
        select new InvoiceLine("Work", new(quantity / 1000m), new(price / finer), off > 0 && quantity > 0 ? new Discount(new Percentage(off)) : null, [.. taxes], null, null, shipping, [.. charged.Select(n => new ChargeId(Id(n)))]);

    private static readonly Gen<TaxRules> Rules =
        from rounding in Gen.Elements(TaxRounding.PerDocument, TaxRounding.PerLine)
        from included in Gen.Elements(true, false)
        from before in Gen.Elements(true, false)
        select new TaxRules(rounding, included, before);

    private static readonly Gen<Written> Invoices =
        from currency in Gen.Elements(Eur, Jpy, Currency.Parse("KWD"))
        from lines in Lines.NonEmptyListOf()
        from percent in Gen.Choose(0, 100)
        from rules in Rules
        from price in Gen.Choose(1, 999_999)
        select new Written(currency, [.. lines], new Discount(new Percentage(percent)), rules, [price, 2 * price + 1, 7]);

    [Fact]
    public void adds_up_at_every_step() => Prop.ForAll(Invoices.ToArbitrary(), written =>
    {
        var invoice = Invoice.Initial with { ClientId = Meadow, Currency = written.Currency, Lines = [.. written.Lines], Discount = written.Discount, Rules = written.Rules };
        if (!invoice.Totals().TryGet(out var totals, out var no)) return no.Code == "discount-above-subtotal"; // the lines came to less than nothing
        var charges = written.Prices.Index().ToDictionary(one => new ChargeId(Id(one.Index + 1)), one => Charge.Initial with { Terms = new("A visit", new(1.5m), new(one.Item / 1000m), written.Currency) });
        var explained = new ExplainedTotal(Id(9), new PastOf<Invoice>(invoice, []), totals, charges);
        var (total, tax) = (explained.Total(new("invoice", Id(9).ToString(), "total")), explained.Tax);
        return AddsUp(total) && AddsUp(tax) && total.Amount == (ExactAmount)totals.Total && tax.Amount == (ExactAmount)totals.Tax;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void leaves_over_what_came_in_and_was_taken_off() => Prop.ForAll(Gen.Choose(1, 90).ListOf().ToArbitrary(), parts =>
    {
        var total = Euros(100 * parts.Count + 1);
        var history = new List<object> { new InvoiceDrafted(Meadow, Eur, null, null), new InvoiceIssued("1", Day("2025-01-01"), Day("2025-01-31"), new(Said("Meadow"), null, null, null, null, null), total) };
        foreach (var (i, part) in parts.Index())
        {
            var payment = new PaymentId(Id(100 + i));
            history.Add(part % 3 == 0 ? new CreditApplied(Euros(part), Day("2025-01-02")) : part % 7 == 0 ? new InvoiceCredited(new(Id(200 + i)), "CN", Euros(part), Euros(0), Day("2025-01-02")) : new PaymentAllocated(payment, "A", Euros(part), Day("2025-01-02")));
            if (part % 5 == 0 && history[^1] is PaymentAllocated) history.Add(new PaymentTakenBack(payment, Euros(part - 1), "Bounced", Day("2025-01-03")));
        }
        var past = new PastOf<Invoice>(Fold(Invoice.Initial, [.. history]), [.. history.Select((data, i) => new Happened(data, new("invoice", Id(9), i + 1, i + 1, "some", default, Actor.System)))]);
        var money = new InvoiceMoney(Id(9), past, total);
        return AddsUp(money.Outstanding) && AddsUp(money.Paid) && money.Outstanding.Amount == (ExactAmount)past.State.Outstanding && money.Paid.Amount == (ExactAmount)past.State.Paid;
    }).QuickCheckThrowOnFailure();

    /// <summary>Each amount is its parts, and nothing was left without a word.</summary>
    private static bool AddsUp(Explained node) => node.Name != ExplainedAs.NotExplained
        && (node.Parts.Count == 0 || node.Amount == ExactAmount.Sum(node.Amount.Currency, node.Parts.Select(part => part.Amount))) && node.Parts.All(AddsUp);

    private sealed record Written(Currency Currency, InvoiceLine[] Lines, Discount Discount, TaxRules Rules, int[] Prices);
}
