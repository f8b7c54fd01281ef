using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>A run has something to do: drafts to make, to issue or to drop.</summary>
/// <param name="Run">Which.</param>
/// <param name="Locale">The organisation's, for the language of documents.</param>
internal sealed record BillingRunGoesOn(Guid Run, string Locale)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.billing_run_goes_on";
}

/// <summary>
/// Takes the next few of a run. They, the run's own events, the end of this message and the message that goes on commit as one: a run that is killed goes on
/// where it was, and does nothing twice. What fails again and again is parked alone, so that nobody suffers for a neighbour.
/// </summary>
internal sealed class When_a_billing_run_goes_on(IEnumerable<IEntitlements> plans) : MessageHandler<BillingRunGoesOn>(BillingRunGoesOn.Message)
{
    private const int AtOnce = 50;
    private const int AloneFrom = 3;
    private const int ParkedFrom = 6;

    public override int Attempts => 100;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<BillingRunGoesOn> message, Work work, CancellationToken stop)
    {
        var id = new BillingRunId(message.Body.Run);
        var attempt = new Attempt(work, fresh: false, stop);
        var next = (await attempt.LoadNow<BillingRun>(id.Value)).State.Next;
        if (next is null) return;
        // Numbers are taken in turns within this process: without it, one batch would race with everybody who issues by hand.
        using var turn = next == RunStep.Approved ? await work.Session.Turn(NumberKind.Invoice.Stream(), stop) : null;
        var run = (await attempt.Load<BillingRun>(id.Value)).State;
        List<RunEntry> some = [.. run.Entries.Where(entry => entry.Step == next).Take(message.Attempt >= AloneFrom ? 1 : AtOnce)];

        if (message.Attempt >= ParkedFrom) await attempt.Decide<BillingRun, BillingRunEvent>(id.Value, _ => Parked(some[0]));
        else if (next == RunStep.Due) await DraftForRun.Go(attempt, id, run, some);
        else if (next == RunStep.Approved) await IssueForRun.Go(attempt, id, run, some, message.Body.Locale, plans.Select(plan => plan.Limit(message.Tenant, IssueInvoice.MonthlyLimit)).Min());
        else await IssueForRun.Drop(attempt, id, some);

        if ((await attempt.Load<BillingRun>(id.Value)).State.Next is not null) work.Send(BillingRunGoesOn.Message, message.Body);
        await work.Commit(); // while it is our turn
    }

    private static BillingRunEvent Parked(RunEntry entry) => entry.Step switch
    {
        RunStep.Due => new ClientParkedByRun(entry.ClientId, entry.Currency!.Value, RunReasons.Unexpected),
        RunStep.Approved => new RunInvoiceParked(entry.InvoiceId!.Value, RunReasons.Unexpected),
        _ => new RunDraftPassedOver(entry.InvoiceId!.Value),
    };
}
