using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Invoice, Billing.Invoicing.InvoiceEvent>;

namespace Billing.Invoicing.Tests;

public class Issuing_and_ending
{
    private static readonly IssueTerms Terms = new("INV-2026-0001", Addressed, false, ThisDay);

    [Fact]
    public void freezes_number_dates_client_and_total() =>
        Given(Draft()).When(i => new IssueInvoice().Decide(i, Terms)).Then(new InvoiceIssued("INV-2026-0001", Day("2026-01-31"), Day("2026-03-02"), Addressed, Euros(100))); // 31 January and 30 days

    [Fact]
    public void bears_the_date_that_was_asked_for_else_the_draft_s_else_today()
    {
        InvoiceEvent[] dated = [.. Draft(), new InvoiceDated(Day("2026-01-15"), null)];
        Given(dated).When(i => new IssueInvoice().Decide(i, Terms)).Then(new InvoiceIssued("INV-2026-0001", Day("2026-01-15"), Day("2026-02-14"), Addressed, Euros(100)));
        Given(dated).When(i => new IssueInvoice(Day("2026-01-10")).Decide(i, Terms)).Then(new InvoiceIssued("INV-2026-0001", Day("2026-01-10"), Day("2026-02-09"), Addressed, Euros(100)));
    }

    [Fact]
    public void twice_is_refused() => Given(Issued()).When(i => new IssueInvoice().Decide(i, Terms)).ThenRefused("already-issued");

    [Fact]
    public void of_a_dropped_draft_is_refused() => Given([.. Draft(), new DraftDropped()]).When(i => new IssueInvoice().Decide(i, Terms)).ThenRefused("draft-dropped");

    [Fact]
    public void of_nothing_is_refused_when_that_is_not_allowed_any_more() => Given(Draft(0)).When(i => new IssueInvoice().Decide(i, Terms)).ThenRefused("total-zero");

    [Fact]
    public void and_voiding_keeps_the_number_and_the_reason()
    {
        var invoice = Given(Issued()).When(i => new EndInvoice(" Wrong client ").Void(i, ThisDay)).Then(new InvoiceVoided("Wrong client", ThisDay));
        Assert.Equal(("INV-2026-0001", Euros(0)), (invoice.Number, invoice.Outstanding));
    }

    [Fact]
    public void and_voiding_is_once_needs_a_reason_and_no_money_in_it()
    {
        Given([.. Issued(), new InvoiceVoided("x", ThisDay)]).When(i => new EndInvoice("y").Void(i, ThisDay)).ThenNothing();
        Given(Issued()).When(i => new EndInvoice(" ").Void(i, ThisDay)).ThenRefused("reason-missing");
        Given(Draft()).When(i => new EndInvoice("x").Void(i, ThisDay)).ThenRefused("not-issued");
        Given([.. Issued(), Received(40)]).When(i => new EndInvoice("x").Void(i, ThisDay)).ThenRefused("has-payments");
        Given([.. Issued(), new InvoiceCredited(new(Id(80)), "CN-1", Euros(40), Euros(0), ThisDay)]).When(i => new EndInvoice("x").Void(i, ThisDay)).ThenRefused("has-credit-notes");
    }

    [Fact]
    public void and_giving_up_leaves_it_payable()
    {
        var invoice = Given([.. Issued(), Received(40)]).When(i => new EndInvoice("Insolvent").GiveUp(i, ThisDay)).Then(new InvoiceGivenUp("Insolvent", ThisDay));
        Assert.Equal((Euros(60), true), (invoice.Outstanding, invoice.TakesPayments));
        Given([.. Issued(), Received(100)]).When(i => new EndInvoice("x").GiveUp(i, ThisDay)).ThenRefused("nothing-outstanding");
        Given(Draft()).When(i => new EndInvoice("x").GiveUp(i, ThisDay)).ThenRefused("not-issued");
    }

    [Theory]
    [InlineData("2025-01-20", 0, InvoiceStateName.Open), InlineData("2025-01-21", 0, InvoiceStateName.Overdue), InlineData("2025-01-20", 40, InvoiceStateName.PartlyPaid), InlineData("2025-01-21", 40, InvoiceStateName.Overdue)]
    [InlineData("2025-01-21", 100, InvoiceStateName.Paid), InlineData("2024-12-01", 0, InvoiceStateName.Open)]
    public void is_overdue_after_the_due_date_and_not_on_it(string today, int paid, string state) =>
        Assert.Equal(state, Derived.State(InvoiceStanding.Issued, 100 - paid, paid > 0, Day("2025-01-20"), Day(today)).ToString());

    [Theory]
    [InlineData(nameof(InvoiceStanding.Draft), 0, nameof(InvoiceState.Draft)), InlineData(nameof(InvoiceStanding.Voided), 0, nameof(InvoiceState.Voided))]
    [InlineData(nameof(InvoiceStanding.GivenUp), 60, nameof(InvoiceState.Uncollectible)), InlineData(nameof(InvoiceStanding.GivenUp), 0, nameof(InvoiceState.Paid))]
    public void has_states_that_no_date_changes(string standing, int outstanding, string state) =>
        Assert.Equal(state, Derived.State(Enum.Parse<InvoiceStanding>(standing), outstanding, false, Day("2020-01-01"), ThisDay).ToString());

    [Fact]
    public void anew_takes_the_charges_of_a_voided_invoice_along_and_of_no_other()
    {
        InvoiceEvent[] charged = [new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line() with { Charges = [TheCharge] }]), new InvoiceTermsAgreed(14), new InvoiceIssued("INV-1", ThisDay, ThisDay, Addressed, Euros(100))];
        Assert.Empty(DuplicateInvoice.Of(Fold(Invoicing.Invoice.Initial, charged), _ => true).Lines![0].Charges!);
        var again = DuplicateInvoice.Of(Fold(Invoicing.Invoice.Initial, [.. charged, new InvoiceVoided("x", ThisDay)]), _ => true);
        Assert.Equal(14, again.TermsDays);
        Assert.Equal([TheCharge], again.Lines![0].Charges!);
        Assert.Empty(DuplicateInvoice.Of(Fold(Invoicing.Invoice.Initial, [.. charged, new InvoiceVoided("x", ThisDay)]), _ => false).Lines![0].Charges!); // withdrawn meanwhile
    }

    private static class InvoiceStateName
    {
        public const string Open = nameof(InvoiceState.Open), Overdue = nameof(InvoiceState.Overdue), PartlyPaid = nameof(InvoiceState.PartlyPaid), Paid = nameof(InvoiceState.Paid);
    }
}
