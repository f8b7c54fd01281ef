using FsCheck;
using FsCheck.Fluent;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Invoice, Billing.Invoicing.InvoiceEvent>;

namespace Billing.Invoicing.Tests;

public class Money_on_an_invoice
{
    [Fact]
    public void of_the_rest_pays_it()
    {
        var invoice = Given([.. Issued(), Received(60)]).When(i => RecordPayment.Receive(i, new(Id(61)), "B", Euros(40), ThisDay)).Then(new PaymentAllocated(new(Id(61)), "B", Euros(40), ThisDay));
        Assert.Equal((Euros(100), Euros(0)), (invoice.Paid, invoice.Outstanding));
    }

    [Fact]
    public void is_taken_by_issued_invoices_alone()
    {
        Given(Draft()).When(i => RecordPayment.Receive(i, ThePayment, "A", Euros(1), ThisDay)).ThenRefused("not-payable");
        Given([.. Issued(), new InvoiceVoided("x", ThisDay)]).When(i => RecordPayment.Receive(i, ThePayment, "A", Euros(1), ThisDay)).ThenRefused("not-payable");
        Given(Issued()).When(i => RecordPayment.Receive(i, ThePayment, "A", Euros(101), ThisDay)).ThenRefused("more-than-outstanding");
        Given([.. Issued(), new InvoiceGivenUp("x", ThisDay)]).When(i => RecordPayment.Receive(i, ThePayment, "A", Euros(100), ThisDay)).Then(Received(100));
    }

    [Fact]
    public void is_asked_for_again_when_the_payment_is_taken_back()
    {
        var invoice = Fold(Invoicing.Invoice.Initial, [.. Issued(), Received(60), new PaymentAllocated(new(Id(61)), "B", Euros(40), ThisDay), new PaymentTakenBack(ThePayment, Euros(60), "Bounced", ThisDay)]);
        Assert.Equal((Euros(40), Euros(60), Euros(0)), (invoice.Paid, invoice.Outstanding, invoice.PaidBy(ThePayment)));
    }

    [Fact]
    public void may_be_credit_that_the_client_has_and_may_be_released()
    {
        Given(Issued()).When(i => new ApplyCredit().Decide(i, Euros(30), ThisDay)).Then(new CreditApplied(Euros(30), ThisDay));
        Given(Issued()).When(i => new ApplyCredit().Decide(i, Euros(300), ThisDay)).Then(new CreditApplied(Euros(100), ThisDay));
        Given(Issued()).When(i => new ApplyCredit(Euros(101)).Decide(i, Euros(300), ThisDay)).ThenRefused("more-than-outstanding");
        Given(Issued()).When(i => new ApplyCredit().Decide(i, Euros(0), ThisDay)).ThenRefused("amount-not-positive");
        var invoice = Given([.. Issued(), new CreditApplied(Euros(30), ThisDay)]).When(i => ApplyCredit.Release(i, ThisDay)).Then(new AppliedCreditReleased(Euros(30), ThisDay));
        Assert.Equal(Euros(100), invoice.Outstanding);
        Given(Issued()).When(i => ApplyCredit.Release(i, ThisDay)).ThenNothing();
    }

    [Fact]
    public void of_a_credit_is_never_more_than_there_is()
    {
        var account = Fold(ClientAccount.Initial, new CreditAdded(TheClient, Id(1), Euros(50), ThisDay));
        Assert.Equal("too-little-credit", account.Use(TheInvoice, Euros(51), ThisDay).Refusal!.Code);
        Assert.Equal("credit-used", account.Withdraw(Id(1), Euros(51), ThisDay).Refusal!.Code);
        Assert.Empty(ClientAccount.Add(TheClient, Id(1), Euros(0), ThisDay).Events);
        Assert.Equal(Euros(20), Fold(account, new CreditUsed(TheInvoice, Euros(30), ThisDay)).In(Eur));
        Assert.Equal(Euros(50), Fold(account, new CreditUsed(TheInvoice, Euros(30), ThisDay), new CreditRegained(TheInvoice, Euros(30), ThisDay)).In(Eur));
    }

    [Fact]
    public void of_a_credit_goes_whole_to_the_client_that_stays()
    {
        var stays = new ClientId(Id(11));
        var account = Fold(ClientAccount.Initial, new CreditAdded(TheClient, Id(1), Euros(50), ThisDay), new CreditUsed(TheInvoice, Euros(30), ThisDay));
        Assert.Equal([new CreditHandedOver(stays, Euros(20), ThisDay)], account.HandOver(stays, ThisDay).Events);
        Assert.Empty(Fold(account, new CreditHandedOver(stays, Euros(20), ThisDay)).HandOver(stays, ThisDay).Events);
        Assert.Empty(ClientAccount.Initial.HandOver(stays, ThisDay).Events);
        Assert.Equal(new ClientAccount(stays, Euros(25)), Fold(ClientAccount.Initial, new CreditRegained(TheInvoice, Euros(5), ThisDay, stays), new CreditTakenOver(stays, TheClient, Euros(20), ThisDay)));
    }

    [Fact]
    public void and_credit_notes_never_come_to_more_than_it_asks_for() => Prop.ForAll(Gen.Choose(-5_000, 20_000).ListOf().ToArbitrary(), steps =>
    {
        var invoice = Fold(Invoicing.Invoice.Initial, Issued());
        foreach (var (n, cents) in steps.Index())
        {
            var amount = Euros(Math.Abs(cents) / 100m);
            IEnumerable<InvoiceEvent> happened = (n % 3) switch
            {
                0 => RecordPayment.Receive(invoice, new(Id(200 + n)), $"{n}", amount, ThisDay).Events,
                1 when amount.IsPositive => new WriteCreditNote("x", [Written(1, amount.Amount)]).Decide(CreditNote.Initial, invoice, TheInvoice, "CN", ThisDay).Events
                    .OfType<CreditNoteIssued>().Select(note => new InvoiceCredited(new(Id(300 + n)), note.Number, note.OffInvoice, note.Total - note.OffInvoice, ThisDay)),
                _ => new ApplyCredit().Decide(invoice, amount, ThisDay).Events,
            };
            invoice = happened.Aggregate(invoice, (state, one) => state.Apply(one));
            if (invoice.Paid + invoice.Credited > Euros(100) || invoice.Outstanding.IsNegative || invoice.Paid + invoice.Credited + invoice.Outstanding != Euros(100)) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();
}
