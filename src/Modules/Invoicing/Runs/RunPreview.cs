using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>What a run would make, and what it would leave out and why. Nothing is written.</summary>
/// <param name="Drafts">By client in the order of their names, and by currency.</param>
/// <param name="Totals">Of the drafts that can be made, by currency.</param>
internal sealed record RunPreview(Period Period, IReadOnlyList<RunPreviewDraft> Drafts, IReadOnlyList<RunPreviewLeftOut> LeftOut, IReadOnlyList<RunPreviewTotals> Totals)
{
    /// <summary>Makes every draft as the run would, without saving it.</summary>
    /// <param name="attempt">Loads streams.</param>
    /// <param name="period">Of the run.</param>
    /// <param name="plan">Whom it bills.</param>
    /// <param name="open">What is open.</param>
    /// <param name="limit">How many invoices the plan allows a month; null for any number.</param>
    /// <param name="today">In the organisation's zone.</param>
    public static async Task<RunPreview> Of(Attempt attempt, Period period, RunPlan plan, IReadOnlyList<OpenCharges> open, long? limit, DateOnly today)
    {
        var byTarget = open.ToDictionary(one => (one.ClientId, (Currency?)one.Currency));
        await attempt.Work.LoadMany<Client>([.. open.Select(one => one.ClientId.Value), .. plan.LeftOut.Select(left => left.ClientId.Value)], attempt.Stop);
        await attempt.Work.LoadMany<Charge>([.. plan.Targets.SelectMany(target => byTarget[(target.ClientId, target.Currency)].Available).Select(charge => charge.Value)], attempt.Stop);
        var left = limit - (await attempt.LoadNow<NumberSeries>(NumberKind.Invoice.Stream())).State.TakenInMonthOf(today);

        var drafts = new List<RunPreviewDraft>();
        foreach (var target in plan.Targets)
        {
            var client = (await attempt.Load<Client>(target.ClientId.Value)).State;
            var command = DraftForRun.Written(target.ClientId, target.Currency, period, byTarget[(target.ClientId, target.Currency)].Available);
            var preview = InvoicePreview.Of(command, await DraftGrounds.For(attempt, null, target.ClientId, client, command), today);
            var warnings = Warnings(client).ToList();
            if (preview.Refusal is null && left-- <= 0) warnings.Add(RunReasons.PlanLimitReached);
            drafts.Add(new RunPreviewDraft(
                target.ClientId, client.Name, target.Currency, preview.Lines.Count, preview.Subtotal, preview.Taxes, preview.Tax, preview.Total, [.. warnings.Select(RunNote.Of)], preview.Refusal is { } refusal ? RunNote.Of(refusal.Code) : null));
        }
        var leftOut = new List<RunPreviewLeftOut>();
        foreach (var one in plan.LeftOut)
        {
            var charges = byTarget.GetValueOrDefault((one.ClientId, one.Currency));
            leftOut.Add(new(one.ClientId, (await attempt.Load<Client>(one.ClientId.Value)).State.Name, one.Currency, (charges?.Available.Count ?? 0) + (charges?.Later ?? 0), RunNote.Of(one.Code), one.BilledIn));
        }
        return new RunPreview(period, drafts, leftOut, [.. drafts.Where(draft => draft.Refusal is null).GroupBy(draft => draft.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(RunPreviewTotals.Of)]);
    }

    private static IEnumerable<string> Warnings(Client client)
    {
        if (Addressees.Lines(client.Address) is null) yield return RunReasons.AddressMissing;
        if (client.Emails.Count == 0) yield return RunReasons.EmailMissing;
    }
}

/// <summary>Something to be said about a client in a run.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Detail">What to do about it.</param>
internal sealed record RunNote(string Code, string Detail)
{
    public static RunNote Of(string code) => new(code, RunReasons.Sentence(code));
}

/// <summary>A draft that the run would make.</summary>
/// <param name="Lines">How many.</param>
/// <param name="Warnings">What to look at before it is issued.</param>
/// <param name="Refusal">Why it could not be made, and would be parked; null when it could.</param>
internal sealed record RunPreviewDraft(ClientId ClientId, string ClientName, Currency Currency, int Lines, Money Subtotal, IReadOnlyList<InvoicePageTax> Taxes, Money Tax, Money Total, IReadOnlyList<RunNote> Warnings, RunNote? Refusal);

/// <summary>Somebody whom the run would not bill.</summary>
/// <param name="Charges">How many are open, in this currency.</param>
/// <param name="Because">Why.</param>
/// <param name="BilledIn">The run that billed it already.</param>
internal sealed record RunPreviewLeftOut(ClientId ClientId, string ClientName, Currency? Currency, int Charges, RunNote Because, BillingRunId? BilledIn);

/// <summary>What the drafts in one currency come to.</summary>
internal sealed record RunPreviewTotals(Currency Currency, int Invoices, Money Subtotal, Money Tax, Money Total)
{
    public static RunPreviewTotals Of(IGrouping<Currency, RunPreviewDraft> drafts) => new(
        drafts.Key, drafts.Count(), Invoicing.Totals.Sum(drafts.Key, drafts.Select(draft => draft.Subtotal)), Invoicing.Totals.Sum(drafts.Key, drafts.Select(draft => draft.Tax)), Invoicing.Totals.Sum(drafts.Key, drafts.Select(draft => draft.Total)));
}
