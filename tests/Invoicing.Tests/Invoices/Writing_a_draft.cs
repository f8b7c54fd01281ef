using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Invoice, Billing.Invoicing.InvoiceEvent>;

namespace Billing.Invoicing.Tests;

public class Writing_a_draft
{
    [Fact]
    public void begins_it_on_the_terms_of_the_client() => Given().When(i => Writing().Decide(i, Ground))
        .Then(new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line()]), new InvoiceTermsAgreed(30));

    [Fact]
    public void says_only_what_is_different() => Given(Draft())
        .When(i => (Writing(Written(2)) with { Discount = new(new Percentage(5)), Notes = " Thank you ", PurchaseOrder = "PO 7" }).Decide(i, Ground))
        .Then(new InvoiceLinesWritten([Line(2)]), new InvoiceDiscountGranted(new(new Percentage(5))), new InvoiceWorded(new Wording("Thank you", null, "PO 7")));

    [Fact]
    public void as_it_is_says_nothing() => Given(Draft()).When(i => Writing().Decide(i, Ground)).ThenNothing();

    [Fact]
    public void takes_a_discount_away_again() => Given([.. Draft(), new InvoiceDiscountGranted(new(new Percentage(5)))]).When(i => Writing().Decide(i, Ground)).Then(new InvoiceDiscountDropped());

    [Fact]
    public void follows_the_client_to_reverse_charge_and_owes_no_tax()
    {
        var invoice = Given().When(i => Writing(Written(1, 100, Vat)).Decide(i, Ground with { Treatment = TaxTreatment.ReverseCharge }))
            .Then(new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(1, 100, Vat)]), new InvoiceTaxationSettled(TaxRules.Usual, TaxTreatment.ReverseCharge, null), new InvoiceTermsAgreed(30));
        Assert.Equal(Euros(100), invoice.Totals().Value.Total);
    }

    [Fact]
    public void makes_lines_of_charges()
    {
        var line = Line() with { Charges = [TheCharge] };
        Given().When(i => new WriteInvoice(TheClient, null, [TheCharge]).Decide(i, Ground with { LineOf = _ => line })).Then(new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([line]), new InvoiceTermsAgreed(30));
        Given().When(i => new WriteInvoice(TheClient, [Written() with { Charges = [TheCharge] }], [TheCharge]).Decide(i, Ground with { LineOf = _ => line })).ThenRefused("charge-twice");
    }

    [Fact]
    public void without_a_line_is_refused() => Given().When(i => new WriteInvoice(TheClient, []).Decide(i, Ground)).ThenRefused("no-lines");

    [Fact]
    public void with_a_line_without_words_is_refused() =>
        Assert.Equal(1, Given().When(i => Writing(Written(), Written() with { Description = " \n" }).Decide(i, Ground)).ThenRefused("description-missing").Details!["line"]);

    [Fact]
    public void with_a_discount_above_the_subtotal_is_refused() => Given().When(i => (Writing() with { Discount = new(Amount: Euros(150)) }).Decide(i, Ground)).ThenRefused("discount-above-subtotal");

    [Fact]
    public void of_nothing_is_refused_unless_that_is_allowed()
    {
        Given().When(i => Writing(Written(1, 0)).Decide(i, Ground)).ThenRefused("total-zero");
        Given().When(i => Writing(Written(1, 0)).Decide(i, Ground with { ZeroAllowed = true })).Then(new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(1, 0)]), new InvoiceTermsAgreed(30));
    }

    [Fact]
    public void below_nothing_is_refused_though_lines_may_be() => Given().When(i => Writing(Written(), Written(-2)).Decide(i, Ground)).ThenRefused("total-negative");

    [Fact]
    public void of_an_issued_invoice_is_refused() => Given(Issued()).When(i => Writing().Decide(i, Ground)).ThenRefused("not-a-draft");

    [Fact]
    public void that_was_dropped_is_refused() => Given([.. Draft(), new DraftDropped()]).When(i => Writing().Decide(i, Ground)).ThenRefused("draft-dropped");

    [Fact]
    public void for_a_client_who_is_not_billed_is_refused() => Given().When(i => Writing().Decide(i, Ground with { Closed = new("client-archived", "Restore the client first.") })).ThenRefused("client-archived");

    [Theory]
    [InlineData(-1), InlineData(3651)]
    public void on_odd_terms_is_refused(int days) => Given().When(i => (Writing() with { TermsDays = days }).Decide(i, Ground)).ThenRefused("terms-out-of-range");

    [Fact]
    public void is_dropped_once()
    {
        Given(Draft()).When(DraftInvoice.Drop).Then(new DraftDropped());
        Given([.. Draft(), new DraftDropped()]).When(DraftInvoice.Drop).ThenNothing();
        Given(Issued()).When(DraftInvoice.Drop).ThenRefused("not-a-draft");
    }
}
