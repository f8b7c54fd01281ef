using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.BillingRun, Billing.Invoicing.BillingRunEvent>;

namespace Billing.Invoicing.Tests;

public class A_billing_run
{
    private static readonly Period January = new(Day("2026-01-01"), Day("2026-01-31"));
    private static readonly InvoiceId First = new(Id(50));
    private static readonly InvoiceId Second = new(Id(51));
    private static readonly BillingRunStarted Started = new(January, [new(Meadow, Eur), new(Other, Usd)], []);
    private static readonly BillingRunEvent[] Drafted = [Started, new ClientDraftedByRun(Meadow, Eur, First), new ClientDraftedByRun(Other, Usd, Second)];
    private static readonly BillingRunEvent[] Parked = [Started, new ClientDraftedByRun(Meadow, Eur, First), new ClientParkedByRun(Other, Usd, "total-zero")];
    private static readonly BillingRunApproved Approved = new(ThisDay, []);

    [Fact]
    public void starts_with_whom_it_bills_and_whom_it_leaves_out() =>
        Given().When(_ => new StartBillingRun(January).Decide(new RunPlan([new(Meadow, Eur)], [new(Other, Usd, "client-archived")]), null)).Then(new BillingRunStarted(January, [new(Meadow, Eur)], [new(Other, Usd, "client-archived")]));

    [Fact]
    public void does_not_start_over_nothing() => Given().When(_ => new StartBillingRun(January).Decide(new RunPlan([], [new(Other, Usd, "not-yet-available")]), null)).ThenRefused("nothing-to-bill");

    [Fact]
    public void does_not_start_twice_over_the_same()
    {
        Given().When(_ => new StartBillingRun(January).Decide(new RunPlan([], [new(Other, Usd, "already-billed", new(Id(90)))]), null)).ThenRefused("already-billed");
        Given().When(_ => new StartBillingRun(January).Decide(new RunPlan([], []), new(Id(90)))).ThenRefused("already-billed");
    }

    [Fact]
    public void has_drafts_to_make_then_waits_for_approval_then_has_invoices_to_issue()
    {
        Assert.Equal(RunStep.Due, Fold(BillingRun.Initial, Drafted[..2]).Next);
        Assert.Null(Fold(BillingRun.Initial, Drafted).Next);
        Assert.Equal(RunStep.Approved, Fold(BillingRun.Initial, [.. Drafted, Approved]).Next);
        Assert.Null(Fold(BillingRun.Initial, [.. Drafted, Approved, new RunInvoiceIssued(First), new RunDraftPassedOver(Second)]).Next);
    }

    [Fact]
    public void is_approved_once_all_drafts_are_there()
    {
        Given(Drafted[..2]).When(run => new ApproveBillingRun().Decide(run, ThisDay)).ThenRefused("run-still-drafting");
        Given(Drafted).When(run => new ApproveBillingRun().Decide(run, ThisDay)).Then(Approved);
        Given([.. Drafted, Approved]).When(run => new ApproveBillingRun().Decide(run, ThisDay.AddDays(1))).ThenNothing();
    }

    [Fact]
    public void is_approved_but_for_some()
    {
        var run = Given(Drafted).When(run => new ApproveBillingRun([Second]).Decide(run, ThisDay)).Then(new BillingRunApproved(ThisDay, [Second]));
        Assert.Equal([RunStep.Approved, RunStep.Drafted], run.Entries.Select(entry => entry.Step));
        Given([.. Drafted, new BillingRunApproved(ThisDay, [Second])]).When(run => new ApproveBillingRun([Second]).Decide(run, ThisDay)).ThenNothing();
        Given([.. Drafted, new BillingRunApproved(ThisDay, [Second]), new RunInvoiceIssued(First)]).When(run => new ApproveBillingRun().Decide(run, ThisDay)).Then(Approved);
        Given(Drafted).When(run => new ApproveBillingRun([new(Id(52))]).Decide(run, ThisDay)).ThenRefused("draft-of-another-run");
    }

    [Fact]
    public void without_drafts_is_not_approved() => Given(Started, new ClientParkedByRun(Meadow, Eur, "total-zero"), new ClientLeftOutOfRun(Other, Usd, "no-open-charge", null)).When(run => new ApproveBillingRun().Decide(run, ThisDay)).ThenRefused("no-drafts");

    [Fact]
    public void is_discarded_until_it_is_being_issued()
    {
        var run = Given(Parked).When(DiscardBillingRun.Decide).Then(new BillingRunDiscarded());
        Assert.Equal([RunStep.Unwanted, RunStep.Dropped], run.Entries.Select(entry => entry.Step));
        Given([.. Drafted, Approved]).When(DiscardBillingRun.Decide).ThenRefused("run-being-issued");
        Given([.. Drafted, Approved, new RunInvoiceIssued(First), new RunInvoiceIssued(Second)]).When(DiscardBillingRun.Decide).ThenNothing();
        Given([.. Drafted, new BillingRunDiscarded()]).When(DiscardBillingRun.Decide).ThenNothing();
    }

    [Fact]
    public void tries_again_what_is_parked_at_the_step_where_it_failed()
    {
        Given(Drafted).When(run => RetryParked.Decide(run, ThisDay)).ThenNothing();
        var drafting = Given(Parked).When(run => RetryParked.Decide(run, ThisDay)).Then(new ParkedOfRunRetried(ThisDay));
        Assert.Equal([RunStep.Drafted, RunStep.Due], drafting.Entries.Select(entry => entry.Step));
        var issuing = Given([.. Drafted, Approved, new RunInvoiceIssued(First), new RunInvoiceParked(Second, "plan-limit-reached")]).When(run => RetryParked.Decide(run, ThisDay.AddDays(1))).Then(new ParkedOfRunRetried(ThisDay.AddDays(1)));
        Assert.Equal([RunStep.Issued, RunStep.Approved], issuing.Entries.Select(entry => entry.Step));
        Assert.Equal(ThisDay.AddDays(1), issuing.IssueDate);
    }

    [Fact]
    public void plans_whom_to_bill_and_says_of_each_other_why_not()
    {
        OpenCharges Open(int client, int available, int later = 0, ClientStanding standing = ClientStanding.Active) => new(new(Id(client)), standing, Eur, [.. Enumerable.Range(0, available).Select(n => new ChargeId(Id(n)))], later);
        var plan = RunPlan.Of([Open(1, 2), Open(2, 0, 3), Open(3, 1, 0, ClientStanding.Archived), Open(4, 1, 0, ClientStanding.Forgotten), Open(5, 1)], [new(Id(1)), new(Id(6))], one => one.ClientId == new ClientId(Id(5)) ? new BillingRunId(Id(90)) : null);
        Assert.Equal([new RunTarget(new(Id(1)), Eur)], plan.Targets);
        Assert.Equal("2 not-yet-available, 3 client-archived, 4 client-forgotten, 5 already-billed, 6 no-open-charge", string.Join(", ", plan.LeftOut.Select(left => $"{int.Parse(left.ClientId.ToString()[..8], System.Globalization.NumberStyles.HexNumber, null)} {left.Code}")));
    }

    [Fact]
    public void begins_the_invoice_of_a_client_currency_and_period_under_one_id()
    {
        Assert.Equal(RunInvoice.Id(Meadow, Eur, January, 0), RunInvoice.Id(Meadow, Eur, new Period(Day("2026-01-01"), Day("2026-01-31")), 0));
        Assert.Equal(5, new[] { RunInvoice.Id(Meadow, Eur, January, 0), RunInvoice.Id(Meadow, Eur, January, 1), RunInvoice.Id(Meadow, Usd, January, 0), RunInvoice.Id(Other, Eur, January, 0), RunInvoice.Id(Meadow, Eur, new Period(Day("2026-01-01"), Day("2026-01-30")), 0) }.Distinct().Count());
    }

    [Fact]
    public void has_a_sentence_for_each_reason() => Assert.All([RunReasons.NoOpenCharge, RunReasons.NotYetAvailable, RunReasons.AlreadyBilled, RunReasons.PlanLimitReached, "total-zero", "number-taken"], code => Assert.NotEqual(RunReasons.Sentence("anything"), RunReasons.Sentence(code)));
}
