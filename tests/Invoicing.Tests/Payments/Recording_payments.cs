using FsCheck;
using FsCheck.Fluent;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Payment, Billing.Invoicing.PaymentEvent>;

namespace Billing.Invoicing.Tests;

public class Recording_payments
{
    private static readonly InvoiceId Second = new(Id(51));

    [Fact]
    public void pays_the_longest_due_first_and_leaves_the_rest_as_credit() => Given().When(p => Paying(150).Decide(p, [(TheInvoice, Euros(100)), (Second, Euros(20))], ThisDay))
        .Then(Came(150), new PaymentSpread([new(TheInvoice, Euros(100)), new(Second, Euros(20))], Euros(30)));

    [Fact]
    public void pays_what_was_said_and_no_more_than_is_asked_for()
    {
        var said = Paying(150) with { Allocations = [new(Second, Euros(20)), new(TheInvoice, Euros(60))] };
        Given().When(p => said.Decide(p, [(Second, Euros(20)), (TheInvoice, Euros(100))], ThisDay)).Then(Came(150), new PaymentSpread([new(Second, Euros(20)), new(TheInvoice, Euros(60))], Euros(70)));
        Assert.Equal(Euros(50), Given().When(p => said.Decide(p, [(Second, Euros(20)), (TheInvoice, Euros(50))], ThisDay)).ThenRefused("more-than-outstanding").Details!["outstanding"]);
        Given().When(p => (said with { Amount = Euros(79) }).Decide(p, [(Second, Euros(20)), (TheInvoice, Euros(100))], ThisDay)).ThenRefused("more-than-received");
        Given().When(p => (said with { Allocations = [new(TheInvoice, Euros(1)), new(TheInvoice, Euros(1))] }).Decide(p, [(TheInvoice, Euros(100))], ThisDay)).ThenRefused("allocated-twice");
    }

    [Fact]
    public void leaves_all_as_credit_when_nothing_shall_be_paid() => Given().When(p => (Paying(50) with { Allocations = [] }).Decide(p, [], ThisDay)).Then(Came(50), new PaymentSpread([], Euros(50)));

    [Fact]
    public void twice_under_one_reference_changes_nothing_and_something_else_under_it_is_refused()
    {
        PaymentEvent[] known = [Came(50), new PaymentSpread([], Euros(50))];
        Given(known).When(p => Paying(50).Decide(p, [], ThisDay)).ThenNothing();
        Given(known).When(p => Paying(51).Decide(p, [], ThisDay)).ThenRefused("reference-used");
        Given([.. known, new PaymentUndone("Typo", ThisDay)]).When(p => Paying(51).Decide(p, [], ThisDay)).Then(Came(51), new PaymentSpread([], Euros(51)));
    }

    [Fact]
    public void that_make_no_sense_is_refused()
    {
        Given().When(p => Paying(0).Decide(p, [], ThisDay)).ThenRefused("amount-not-positive");
        Given().When(p => (Paying(5) with { Reference = " " }).Decide(p, [], ThisDay)).ThenRefused("reference-missing");
        Given().When(p => (Paying(5) with { Fee = Euros(6) }).Decide(p, [], ThisDay)).ThenRefused("fee-out-of-range");
        Given().When(p => Paying(5).Decide(p, [(TheInvoice, new Money(5, Usd))], ThisDay)).ThenRefused("wrong-currency");
    }

    [Fact]
    public void is_undone_with_a_reason_once()
    {
        PaymentEvent[] known = [Came(50), new PaymentSpread([new(TheInvoice, Euros(40))], Euros(10))];
        Given(known).When(p => new UndoPayment("Bounced").Decide(p, ThisDay)).Then(new PaymentUndone("Bounced", ThisDay));
        Given(known).When(p => new UndoPayment(" ").Decide(p, ThisDay)).ThenRefused("reason-missing");
        Given([.. known, new PaymentUndone("Bounced", ThisDay)]).When(p => new UndoPayment("x").Decide(p, ThisDay)).ThenNothing();
        Given([.. known, new PaymentRefunded(Euros(10), ThisDay, "x", Euros(10), [])]).When(p => new UndoPayment("x").Decide(p, ThisDay)).ThenRefused("payment-refunded");
    }

    [Fact]
    public void is_refunded_from_credit_first_then_from_what_it_paid_last()
    {
        PaymentEvent[] known = [Came(150), new PaymentSpread([new(TheInvoice, Euros(100)), new(Second, Euros(20))], Euros(30))];
        Given(known).When(p => new RefundPayment(Euros(60), "Returned").Decide(p, Euros(30), ThisDay)).Then(new PaymentRefunded(Euros(60), ThisDay, "Returned", Euros(30), [new(Second, Euros(20)), new(TheInvoice, Euros(10))]));
        Given(known).When(p => new RefundPayment(Euros(151), "x").Decide(p, Euros(30), ThisDay)).ThenRefused("refund-too-much");
        Given(known).When(p => new RefundPayment(Euros(150), "x").Decide(p, Euros(0), ThisDay)).ThenRefused("refund-too-much"); // its credit pays something else by now
        Given(known).When(p => new RefundPayment(Euros(0), "x").Decide(p, Euros(30), ThisDay)).ThenRefused("amount-not-positive");
        Given([.. known, new PaymentUndone("x", ThisDay)]).When(p => new RefundPayment(Euros(1), "x").Decide(p, Euros(30), ThisDay)).ThenRefused("payment-undone");
    }

    [Fact]
    public void never_loses_a_cent() => Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(0, 30_000).ListOf().ToArbitrary(), (cents, asked) =>
    {
        var amount = Euros(cents / 100m);
        (InvoiceId, Money)[] open = [.. asked.Select((one, i) => (new InvoiceId(Id(100 + i)), Euros(one / 100m)))];
        var spread = Paying(amount.Amount).Decide(Billing.Invoicing.Payment.Initial, open, ThisDay).Events.OfType<PaymentSpread>().Single();
        var paid = Totals.Sum(Eur, spread.Allocations.Select(one => one.Amount));
        return paid + spread.Credited == amount && !spread.Credited.IsNegative
            && spread.Allocations.All(one => one.Amount.IsPositive && one.Amount <= open.Single(o => o.Item1 == one.InvoiceId).Item2)
            && (spread.Credited.IsZero || paid == Totals.Sum(Eur, open.Select(one => one.Item2)));
    }).QuickCheckThrowOnFailure();

    private static RecordPayment Paying(decimal amount) => new(TheClient, "A", Euros(amount));

    private static PaymentReceived Came(decimal amount) => new(TheClient, "A", Euros(amount), ThisDay, PaymentMethod.BankTransfer, null, null);
}
