using Billing.Invoicing.Contracts;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class What_stripe_bills
{
    private static readonly long Noon = At("2025-11-19T17:00:00Z").ToUnixTimeSeconds();
    private static readonly StripeInvoice Paid = new("in_1", "cus_1", "AB-1", "paid", "eur", 5_800, 5_800, 5_800, Noon, StatusTransitions: new(Noon, null, Noon + 86_400, null), HostedInvoiceUrl: "https://invoice.example.test/in_1");
    private static readonly StripeInvoiceLine Line = new("il_1", 5_800, "2 × Pro", 2, new(Noon, Noon + (30 * 86_400)), null, null);
    private static readonly StripeInvoicePayment Card = new("inpay_1", "in_1", 5_800, "paid", new("payment_intent", "pi_1", null, null), new(Noon + 86_400));

    [Fact]
    public void has_its_number_its_days_and_its_payments()
    {
        var read = Read(Paid, [Line], [Card]);
        Assert.Equal(("AB-1", Day("2025-11-19"), Day("2025-11-19"), MirroredState.Paid, Euros(58)), (read.Number, read.IssuedOn, read.DueOn, read.State, read.Total));
        Assert.Equal(new MirroredPayment("pi_1", Euros(58), Day("2025-11-20"), true, null), Assert.Single(read.Payments));
        Assert.Equal(new MirroredLine("2 × Pro", new Quantity(2), new UnitPrice(29), Euros(0), [], new Period(Day("2025-11-19"), Day("2025-12-18"))), Assert.Single(read.Lines));
        Assert.Equal(read.InvoiceId, Read(Paid with { Status = "open" }, [Line], []).InvoiceId);
    }

    [Fact]
    public void that_no_payment_paid_whole_was_paid_from_a_balance_or_past_stripe() =>
        Assert.Equal([("pi_1", Euros(50)), ("in_1/rest", Euros(8))], Read(Paid, [Line], [Card with { AmountPaid = 5_000 }]).Payments.Select(payment => (payment.Reference, payment.Amount)));

    [Fact] public void and_is_open_asks_for_what_is_left() => Assert.Equal(Euros(50), Assert.Single(Read(Paid with { Status = "open" }, [Line], [Card with { AmountPaid = 5_000 }]).Payments).Amount);

    [Fact] public void in_parts_of_a_cent_is_one_line_for_what_they_come_to() => Assert.Equal((Quantity.One, new UnitPrice(1)), Assert.Single(Read(Paid, [Line with { Amount = 100, Quantity = 3 }], []).Lines) is var line ? (line.Quantity, line.UnitPrice) : default);

    [Fact]
    public void bears_the_taxes_that_are_named_there()
    {
        StripeTax tax = new(1_102, "exclusive", new("txr_1"));
        var read = StripeMirror.Invoice(Paid with { Total = 6_902, TotalTaxes = [tax] }, [Line with { Taxes = [tax] }], [], new Dictionary<string, StripeTaxRate> { ["txr_1"] = new("txr_1", "VAT", 19) }, Meadow, NewYork);
        Assert.Equal((new MirroredRate("VAT", new Percentage(19)), new MirroredTax("VAT", Euros(11.02m)), false), (Assert.Single(read.Lines[0].Taxes), Assert.Single(read.Taxes), read.PricesIncludeTax));
    }

    [Fact]
    public void subscriptions_say_what_they_are()
    {
        var told = new StripeSubscription("sub_1", "cus_1", "past_due", false, null, Noon, "eur", new([new("si_1", new("price_1", "prod_1", "eur", null, true, "2900.5", "Pro", new("month", 1)), 2, Noon, Noon + 86_400)], false), Noon, CancelAt: Noon + 86_400);
        var look = StripeMirror.Look(told)!;
        Assert.Equal((SubscriptionStatus.PastDue, true, new UnitPrice(29.005m), 2), (look.Status, look.CancelAtPeriodEnd, look.Items[0].UnitPrice!.Value, look.Items[0].Quantity));
        Assert.Null(StripeMirror.Look(told with { Items = null }));
    }

    private static MirrorInvoice Read(StripeInvoice told, IReadOnlyList<StripeInvoiceLine> lines, IReadOnlyList<StripeInvoicePayment> payments) => StripeMirror.Invoice(told, lines, payments, new Dictionary<string, StripeTaxRate>(), Meadow, NewYork);
}
