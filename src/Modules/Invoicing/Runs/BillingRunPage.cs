using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>How far a run is as a whole.</summary>
internal enum RunState
{
    /// <summary>Drafts are being made.</summary>
    Drafting,

    /// <summary>Drafts wait for approval.</summary>
    ToApprove,

    /// <summary>Invoices are being issued.</summary>
    Issuing,

    /// <summary>Drafts are being dropped.</summary>
    Discarding,

    /// <summary>Nothing is left but what is parked.</summary>
    Parked,

    /// <summary>Its invoices are out.</summary>
    Done,

    /// <summary>It came to no invoice.</summary>
    Discarded,
}

/// <summary>How many clients of a run are how far.</summary>
/// <param name="Parked">Those whose draft could not be made or issued.</param>
/// <param name="PassedOver">Issued or dropped by hand.</param>
internal sealed record RunCounts(int Due, int Drafted, int Approved, int Issued, int Parked, int LeftOut, int PassedOver, int Unwanted, int Dropped)
{
    public static RunCounts Of(BillingRun run)
    {
        var at = run.Entries.CountBy(entry => entry.Step).ToDictionary();
        int Count(RunStep step) => at.GetValueOrDefault(step);
        return new(Count(RunStep.Due), Count(RunStep.Drafted), Count(RunStep.Approved), Count(RunStep.Issued), Count(RunStep.Undrafted) + Count(RunStep.Unissued), Count(RunStep.LeftOut), Count(RunStep.PassedOver), Count(RunStep.Unwanted), Count(RunStep.Dropped));
    }

    /// <summary>What these come to.</summary>
    public RunState State() => this switch
    {
        { Unwanted: > 0 } => RunState.Discarding,
        { Due: > 0 } => RunState.Drafting,
        { Approved: > 0 } => RunState.Issuing,
        { Drafted: > 0 } => RunState.ToApprove,
        { Parked: > 0 } => RunState.Parked,
        { Dropped: > 0, Issued: 0 } => RunState.Discarded,
        _ => RunState.Done,
    };
}

/// <summary>A billing run: what became of each client, and what its invoices come to.</summary>
/// <param name="IssueDate">The day it was approved.</param>
/// <param name="Totals">Of its drafts and invoices, by currency.</param>
/// <param name="Entries">In the order of the invoices' numbers.</param>
internal sealed record BillingRunPage(Guid Id, Period Period, RunState State, DateTimeOffset StartedAt, string StartedBy, DateOnly? IssueDate, RunCounts Counts, IReadOnlyList<RunTotals> Totals, IReadOnlyList<RunEntryLine> Entries, long Version)
{
    private const string Invoices = "select id, number, standing, currency, total from invoicing_invoices where tenant_id = $1 and billing_run = $2";
    private const string Names = "select id, name from invoicing_clients where tenant_id = $1 and id = any ($2)";
    private const string Begun = "select started_at, started_by from invoicing_billing_runs where tenant_id = $1 and id = $2";

    private static readonly StreamHistory<BillingRun> History = new(
    [
        new("period", run => run.IsStarted ? run.Period : null), new("state", run => run.IsStarted ? RunCounts.Of(run).State() : null), new("issueDate", run => run.IssueDate),
        new("due", run => Some(RunCounts.Of(run).Due)), new("drafted", run => Some(RunCounts.Of(run).Drafted)), new("approved", run => Some(RunCounts.Of(run).Approved)), new("issued", run => Some(RunCounts.Of(run).Issued)),
        new("parked", run => Some(RunCounts.Of(run).Parked)), new("leftOut", run => Some(RunCounts.Of(run).LeftOut)), new("passedOver", run => Some(RunCounts.Of(run).PassedOver)), new("dropped", run => Some(RunCounts.Of(run).Dropped)),
    ], together: true);

    /// <summary>The page.</summary>
    /// <param name="session">The organisation's.</param>
    /// <param name="id">The run's.</param>
    /// <param name="run">The run.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <param name="moment">As its invoices stood then (UTC); null for now.</param>
    public static async Task<BillingRunPage> Of(Session session, Guid id, Versioned<BillingRun> run, CancellationToken stop, DateTimeOffset? moment = null)
    {
        NpgsqlParameter<Guid> Id() => new() { TypedValue = id };
        var begun = await session.Read(Begun, [Id()], async row => await row.ReadAsync(stop) ? (new DateTimeOffset(row.GetDateTime(0), TimeSpan.Zero), row.GetString(1)) : (session.Now, session.Actor.Name), stop);
        var names = await session.Read(Names, [new NpgsqlParameter<Guid[]> { TypedValue = [.. run.State.Entries.Select(entry => entry.ClientId.Value).Distinct()] }], async row =>
        {
            var known = new Dictionary<Guid, string>();
            while (await row.ReadAsync(stop)) known[row.GetGuid(0)] = row.GetString(1);
            return known;
        }, stop);
        var invoices = moment is { } then ? await InvoicesAt(session, run.State, then, stop) : await session.Read(Invoices, [Id()], async row =>
        {
            var known = new Dictionary<Guid, RunInvoiceThen>();
            while (await row.ReadAsync(stop)) known[row.GetGuid(0)] = new(row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), new Money(row.GetDecimal(4), Currency.Parse(row.GetString(3))));
            return known;
        }, stop);
        var counts = RunCounts.Of(run.State);
        return new BillingRunPage(
            id, run.State.Period, counts.State(), begun.Item1, begun.Item2, run.State.IssueDate, counts,
            [.. invoices.Values.Where(invoice => invoice.Standing != Standings.Voided).GroupBy(invoice => invoice.Total.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => RunTotals.Of(group.Key, group.Select(invoice => (invoice.Standing, 1, invoice.Total))))],
            [.. run.State.Entries.Select(entry => Line(entry, names.GetValueOrDefault(entry.ClientId.Value, PersonalText.Erased), entry.InvoiceId is { } made ? invoices.GetValueOrDefault(made.Value) : null))], run.Version);
    }

    private static async Task<Dictionary<Guid, RunInvoiceThen>> InvoicesAt(Session session, BillingRun run, DateTimeOffset moment, CancellationToken stop) =>
        (await session.Streams<Invoice>().LoadManyAt([.. run.ByInvoice.Keys.Select(invoice => invoice.Value)], moment, stop))
            .Where(one => one.Value.Standing != InvoiceStanding.Dropped)
            .ToDictionary(one => one.Key, one => new RunInvoiceThen(one.Value.Number, Standings.Write(one.Value.Standing), one.Value.Total ?? one.Value.Totals().Value.Total));

    private static int? Some(int count) => count == 0 ? null : count;

    private static RunEntryLine Line(RunEntry entry, string name, RunInvoiceThen? invoice) => new(
        entry.ClientId, name, entry.Currency, entry.Step, entry.InvoiceId, invoice?.Number, invoice is not null ? Standings.Read(invoice.Standing) : entry.InvoiceId is null ? null : InvoiceStanding.Dropped, invoice?.Total,
        entry.Code is { } code ? RunNote.Of(code) : null, entry.BilledIn);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/billing-runs/{id:guid}", async (Guid id, Session session, Streams<BillingRun> runs, CancellationToken stop) =>
            await runs.Load(id, stop) is { Exists: true } run ? (IResult)Answer.Of(await Of(session, id, run, stop), run.Version) : Problems.NotFound)
            .Produces<BillingRunPage>().Requires(Permission.SeeInvoicing).WithSummary("A billing run: its drafts and invoices, what is left out or parked and why");
        app.MapGet("/api/billing-runs/{id:guid}/history", async (Guid id, Session session, CancellationToken stop, string? at = null) =>
            await History.Of<BillingRunPage>(session, id, at, async (then, moment) => then.State.IsStarted ? await Of(session, id, then, stop, moment) : null, stop))
            .Produces<PastEvents<BillingRunPage>>().Requires(Permission.SeeInvoicing).WithSummary("What happened to a billing run: who, when, how many; and how it and its invoices stood then");
    }
}

/// <summary>An invoice of a run, as it stands or stood.</summary>
/// <param name="Standing">As the rows write it.</param>
internal sealed record RunInvoiceThen(string? Number, string Standing, Money Total);

/// <summary>What the invoices of a run come to in one currency; voided and dropped ones count with nothing.</summary>
/// <param name="Drafts">How many are not issued.</param>
/// <param name="Drafted">What those come to.</param>
internal sealed record RunTotals(Currency Currency, int Drafts, Money Drafted, int Invoices, Money Issued)
{
    /// <summary>Adds up what stands at each standing.</summary>
    public static RunTotals Of(Currency currency, IEnumerable<(string Standing, int Count, Money Total)> all)
    {
        var at = all.ToLookup(one => one.Standing == Standings.Draft);
        return new(currency, at[true].Sum(one => one.Count), Invoicing.Totals.Sum(currency, at[true].Select(one => one.Total)), at[false].Sum(one => one.Count), Invoicing.Totals.Sum(currency, at[false].Select(one => one.Total)));
    }
}

/// <summary>What became of one client in one currency.</summary>
/// <param name="Currency">Null where the client has no open charge at all.</param>
/// <param name="Standing">Of its invoice as it is now; dropped for a draft that was taken out.</param>
/// <param name="Because">Why it was left out or parked.</param>
/// <param name="BilledIn">The run that had billed it already.</param>
internal sealed record RunEntryLine(ClientId ClientId, string ClientName, Currency? Currency, RunStep Step, InvoiceId? InvoiceId, string? Number, InvoiceStanding? Standing, Money? Total, RunNote? Because, BillingRunId? BilledIn);
