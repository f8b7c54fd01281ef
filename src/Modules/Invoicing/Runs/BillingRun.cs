using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>How far a run is with one client in one currency.</summary>
internal enum RunStep
{
    /// <summary>To be drafted.</summary>
    Due,

    /// <summary>Nothing to be billed.</summary>
    LeftOut,

    /// <summary>No draft could be made.</summary>
    Undrafted,

    /// <summary>A draft waits for approval.</summary>
    Drafted,

    /// <summary>To be issued.</summary>
    Approved,

    /// <summary>The draft could not be issued.</summary>
    Unissued,

    /// <summary>Out.</summary>
    Issued,

    /// <summary>Issued or dropped by hand before its turn came.</summary>
    PassedOver,

    /// <summary>A draft to be dropped.</summary>
    Unwanted,

    /// <summary>The draft is gone, or was never made, as the run was discarded.</summary>
    Dropped,
}

/// <summary>What became of one client in one currency.</summary>
/// <param name="Code">Why it was left out or parked.</param>
/// <param name="BilledIn">The run that had billed it.</param>
internal sealed record RunEntry(ClientId ClientId, Currency? Currency, RunStep Step, InvoiceId? InvoiceId = null, string? Code = null, BillingRunId? BilledIn = null);

/// <summary>One run over what is open: who is billed, who is not and why, and how far it is.</summary>
/// <param name="Entries">In the order of the invoices' numbers, those left out from the beginning at the end.</param>
/// <param name="IssueDate">The day it was approved, or what was parked was tried again.</param>
internal sealed record BillingRun(
    Period Period, ImmutableList<RunEntry> Entries, ImmutableDictionary<(ClientId, Currency), int> ByTarget, ImmutableDictionary<InvoiceId, int> ByInvoice, DateOnly? IssueDate) : IAggregate<BillingRun>
{
    public static string Alias => "invoicing.billing_run";

    public static BillingRun Initial { get; } = new(default, [], ImmutableDictionary<(ClientId, Currency), int>.Empty, ImmutableDictionary<InvoiceId, int>.Empty, null);

    /// <summary>Whether anybody has started it.</summary>
    public bool IsStarted => ByTarget.Count > 0;

    /// <summary>What is to be done next; null when nothing is, until somebody decides.</summary>
    public RunStep? Next => Has(RunStep.Unwanted) ? RunStep.Unwanted : Has(RunStep.Due) ? RunStep.Due : Has(RunStep.Approved) ? RunStep.Approved : null;

    /// <summary>Whether anything is at this step.</summary>
    public bool Has(RunStep step) => Entries.Exists(entry => entry.Step == step);

    public BillingRun Apply(object happened) => happened switch
    {
        BillingRunStarted e => Begun(e),
        ClientDraftedByRun e => Now(e.ClientId, e.Currency, entry => entry with { Step = RunStep.Drafted, InvoiceId = e.InvoiceId, Code = null }).With(e.InvoiceId, (e.ClientId, e.Currency)),
        ClientLeftOutOfRun e => Now(e.ClientId, e.Currency, entry => entry with { Step = RunStep.LeftOut, Code = e.Code, BilledIn = e.BilledIn }),
        ClientParkedByRun e => Now(e.ClientId, e.Currency, entry => entry with { Step = RunStep.Undrafted, Code = e.Code }),
        BillingRunApproved e => All(entry => entry.Step == RunStep.Drafted && !e.Except.Contains(entry.InvoiceId!.Value), RunStep.Approved) with { IssueDate = e.On },
        RunInvoiceIssued e => Now(e.InvoiceId, RunStep.Issued),
        RunInvoiceParked e => Now(e.InvoiceId, RunStep.Unissued, e.Code),
        RunDraftPassedOver e => Now(e.InvoiceId, RunStep.PassedOver),
        BillingRunDiscarded => All(entry => entry.Step is RunStep.Drafted or RunStep.Unissued, RunStep.Unwanted).All(entry => entry.Step is RunStep.Due or RunStep.Undrafted, RunStep.Dropped),
        RunDraftDropped e => Now(e.InvoiceId, RunStep.Dropped),
        ParkedOfRunRetried e => All(entry => entry.Step == RunStep.Undrafted, RunStep.Due).All(entry => entry.Step == RunStep.Unissued, RunStep.Approved) with { IssueDate = e.On },
        _ => throw new UnknownEventException(nameof(BillingRun), happened),
    };

    private BillingRun Begun(BillingRunStarted e) => this with
    {
        Period = e.Period,
        Entries = [.. e.Targets.Select(target => new RunEntry(target.ClientId, target.Currency, RunStep.Due)), .. e.LeftOut.Select(left => new RunEntry(left.ClientId, left.Currency, RunStep.LeftOut, null, left.Code, left.BilledIn))],
        ByTarget = e.Targets.Index().ToImmutableDictionary(target => (target.Item.ClientId, target.Item.Currency), target => target.Index),
    };

    private BillingRun With(InvoiceId invoice, (ClientId, Currency) target) => ByTarget.TryGetValue(target, out var n) ? this with { ByInvoice = ByInvoice.SetItem(invoice, n) } : this;

    private BillingRun Now(ClientId client, Currency currency, Func<RunEntry, RunEntry> change) => ByTarget.TryGetValue((client, currency), out var n) ? this with { Entries = Entries.SetItem(n, change(Entries[n])) } : this;

    private BillingRun Now(InvoiceId invoice, RunStep step, string? code = null) => ByInvoice.TryGetValue(invoice, out var n) ? this with { Entries = Entries.SetItem(n, Entries[n] with { Step = step, Code = code }) } : this;

    private BillingRun All(Func<RunEntry, bool> which, RunStep step) => this with { Entries = [.. Entries.Select(entry => which(entry) ? entry with { Step = step, Code = null } : entry)] };
}
