using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Makes the drafts of a run, as a person makes one from charges.</summary>
internal static class DraftForRun
{
    /// <summary>The draft as a person would write it.</summary>
    public static WriteInvoice Written(ClientId client, Currency currency, Period period, IReadOnlyList<ChargeId> charges) => new(client, Charges: charges, Currency: currency, Period: period);

    /// <summary>Drafts some clients within one work. What cannot be drafted is parked and leaves nothing behind.</summary>
    public static async Task Go(Attempt attempt, BillingRunId id, BillingRun run, IReadOnlyList<RunEntry> due)
    {
        List<(ClientId Client, Currency Currency)> targets = [.. due.Select(entry => (entry.ClientId, entry.Currency!.Value))];
        // A client may have been merged since the run began: its charges are the survivor's now.
        await attempt.Work.LoadMany<Client>([.. targets.Select(target => target.Client.Value)], attempt.Stop);
        var now = new Dictionary<ClientId, (ClientId Id, Client Client)?>();
        foreach (var (client, _) in targets) now[client] = await DraftGrounds.Find(attempt, client);

        var open = (await OpenCharges.Gather(attempt.Work.Session, run.Period.Through, [.. now.Values.OfType<(ClientId Id, Client)>().Select(client => client.Id)], null, attempt.Stop)).ToDictionary(one => (one.ClientId, one.Currency), one => one.Available);
        await attempt.Work.LoadMany<Charge>([.. open.Values.SelectMany(charges => charges).Select(charge => charge.Value)], attempt.Stop);
        await RunInvoice.Prepare(attempt.Work, targets, run.Period, attempt.Stop);
        foreach (var (client, currency) in targets)
        {
            var came = now[client] is { } found ? await One(attempt, id, run.Period, (client, currency), found, open.GetValueOrDefault((found.Id, currency), [])) : new ClientLeftOutOfRun(client, currency, RunReasons.ClientForgotten, null);
            await attempt.Decide<BillingRun, BillingRunEvent>(id.Value, _ => came);
        }
    }

    private static async Task<BillingRunEvent> One(Attempt attempt, BillingRunId run, Period period, (ClientId Id, Currency Currency) target, (ClientId Id, Client Client) to, IReadOnlyList<ChargeId> gathered)
    {
        ClientLeftOutOfRun LeftOut(string code, BillingRunId? billedIn = null) => new(target.Id, target.Currency, code, billedIn);
        if (to.Client.Standing == ClientStanding.Archived) return LeftOut(RunReasons.ClientArchived);
        if (to.Client.Standing == ClientStanding.Forgotten) return LeftOut(RunReasons.ClientForgotten);
        var (invoice, taken) = await RunInvoice.Find(attempt, to.Id, target.Currency, period);
        if (taken is not null) return LeftOut(RunReasons.AlreadyBilled, taken.BillingRun);

        // What was gathered came from rows; what counts is where each charge stands now.
        var charges = new List<ChargeId>();
        foreach (var charge in gathered) if ((await attempt.Load<Charge>(charge.Value)).State.State == ChargeState.Open) charges.Add(charge);
        if (charges.Count == 0) return LeftOut(RunReasons.NoOpenCharge);

        var command = Written(to.Id, target.Currency, period, charges);
        var ground = await DraftGrounds.For(attempt, invoice, to.Id, to.Client, command) with { BillingRun = run };
        if (await attempt.Decide<Invoice, InvoiceEvent>(invoice.Value, draft => command.Decide(draft, ground)) is { } refused) return new ClientParkedByRun(target.Id, target.Currency, refused.Code);
        return await DraftGrounds.Bind(attempt, invoice, [], charges) is { } kept
            ? throw new InvalidOperationException($"A charge that was open cannot be invoiced: {kept.Code}.") // the draft must not be kept without its charges
            : new ClientDraftedByRun(target.Id, target.Currency, invoice);
    }
}
