using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>The drafts of a run are to be issued.</summary>
/// <param name="Except">Drafts that stay drafts.</param>
internal sealed record ApproveBillingRun(IReadOnlyList<InvoiceId>? Except = null)
{
    public Decision<BillingRunEvent> Decide(BillingRun run, DateOnly today)
    {
        if (run.Has(RunStep.Due)) return No.StillDrafting;
        var except = (Except ?? []).Distinct().ToList();
        if (except.Exists(draft => !run.ByInvoice.ContainsKey(draft))) return No.OfAnotherRun;
        var drafted = run.Entries.Where(entry => entry.Step == RunStep.Drafted).Select(entry => entry.InvoiceId!.Value).ToList();
        if (drafted.Except(except).Any()) return new BillingRunApproved(today, except.Intersect(drafted).ToValueList());
        return drafted.Count > 0 || run.Has(RunStep.Approved) || run.Has(RunStep.Issued) ? Decision.Nothing : No.NoDrafts;
    }

    private static class No
    {
        public static readonly Refusal StillDrafting = new("run-still-drafting", "Drafts of this run are still being made. Wait until they are all there, look at them, and approve them then.");
        public static readonly Refusal OfAnotherRun = new("draft-of-another-run", "A draft to leave out is none of this run's. Choose among its own.");
        public static readonly Refusal NoDrafts = new("no-drafts", "This run has no drafts to issue. Try again what is parked, or start another run.");
    }
}

/// <summary>Nobody wants the rest of a run: drafts that are not issued go, and their charges are open again.</summary>
internal static class DiscardBillingRun
{
    private static readonly Refusal BeingIssued = new("run-being-issued", "Invoices of this run are being issued. Wait until that is done; then discard what is left, or void what is issued.");

    public static Decision<BillingRunEvent> Decide(BillingRun run)
    {
        if (run.Has(RunStep.Approved)) return BeingIssued;
        return run.Entries.Exists(entry => entry.Step is RunStep.Due or RunStep.Undrafted or RunStep.Drafted or RunStep.Unissued) ? new BillingRunDiscarded() : Decision.Nothing;
    }
}

/// <summary>What a run parked is tried again.</summary>
internal static class RetryParked
{
    public static Decision<BillingRunEvent> Decide(BillingRun run, DateOnly today) => run.Has(RunStep.Undrafted) || run.Has(RunStep.Unissued) ? new ParkedOfRunRetried(today) : Decision.Nothing;
}

/// <summary>What somebody decides about a run that is there; the work itself is done behind it.</summary>
internal sealed class GoOnWithBillingRun(Together together, Session session, Organisation here)
{
    private Task<IResult> Decide(Guid id, Func<BillingRun, Decision<BillingRunEvent>> decide, CancellationToken stop, bool nudge = false) => together.Decide(id, async attempt =>
    {
        var before = await attempt.Load<BillingRun>(id);
        if (!before.Exists) return Problems.NotFound;
        var page = await BillingRunPage.Of(session, id, before, stop);
        if (together.Stale(before, _ => page) is { } stale) return stale;
        if (await attempt.Decide<BillingRun, BillingRunEvent>(id, decide) is { } refused) return refused;
        var now = await attempt.Load<BillingRun>(id);
        // A run at work has a message on its way; to try again also helps where that message was given up.
        if (now.State.Next is not null && (before.State.Next is null || nudge)) attempt.Work.Send(BillingRunGoesOn.Message, new BillingRunGoesOn(id, here.Locale));
        return Answer.Of(await BillingRunPage.Of(session, id, now, stop), now.Version, 202, $"/api/billing-runs/{id}");
    }, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/billing-runs/{id:guid}/approve", (Guid id, ApproveBillingRun? command, GoOnWithBillingRun runs, Today today, CancellationToken stop) => runs.Decide(id, run => (command ?? new()).Decide(run, today.Date), stop))
            .Produces<BillingRunPage>(202).Requires(Permission.BillClients).WithSummary("Issue the drafts of a billing run");
        app.MapPost("/api/billing-runs/{id:guid}/discard", (Guid id, GoOnWithBillingRun runs, CancellationToken stop) => runs.Decide(id, DiscardBillingRun.Decide, stop))
            .Produces<BillingRunPage>(202).Requires(Permission.BillClients).WithSummary("Drop the drafts of a billing run; their charges are open again");
        app.MapPost("/api/billing-runs/{id:guid}/retry", (Guid id, GoOnWithBillingRun runs, Today today, CancellationToken stop) => runs.Decide(id, run => RetryParked.Decide(run, today.Date), stop, nudge: true))
            .Produces<BillingRunPage>(202).Requires(Permission.BillClients).WithSummary("Try again what a billing run parked");
    }
}
