using System.Globalization;
using Billing.EventStore;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>
/// Makes one wanted invoice: its charges, those carried over from the series, the draft, its number and mail commit as one. Its id follows from the reference, and
/// a charge stands on one invoice only, so whichever node comes second finds it made.
/// </summary>
/// <param name="ByItself">How it goes on from a draft.</param>
internal sealed record MakeWantedInvoice(InvoiceByItself ByItself)
{
    private const string Waiting = """
        select w.module, w.series, w.id from unnest($2, $3) as s (module, series)
        join invoicing_wanted_invoices w on w.tenant_id = $1 and w.module = s.module and w.series = s.series and w.step = 'carried' order by w.dated_on, w.id
        """;

    /// <summary>Makes it, as far as it is to go by itself.</summary>
    /// <param name="attempt">What is decided on.</param>
    /// <param name="id">The wanted invoice.</param>
    /// <param name="today">In the organisation's zone.</param>
    public async Task Go(Attempt attempt, Guid id, DateOnly today)
    {
        var wanted = (await attempt.Load<WantedInvoice>(id)).State;
        if (wanted.Wanted is not { } what || wanted.Step is WantedStep.Made or WantedStep.Carried) return;
        var came = await Make(attempt, id, what, wanted.InvoiceId, today);
        if (came is WantedInvoiceParked again && (wanted.Step, wanted.InvoiceId, wanted.Code) == (WantedStep.Parked, again.InvoiceId, again.Code)) return;
        await attempt.Decide<WantedInvoice, WantedInvoiceEvent>(id, _ => came);
    }

    private async Task<WantedInvoiceEvent> Make(Attempt attempt, Guid id, InvoiceWanted what, InvoiceId? begun, DateOnly today)
    {
        var invoice = await Next(attempt, id);
        if (invoice != begun) begun = null;
        WantedInvoiceParked Parked(Refusal refused) => new(begun, refused.Code);
        if (await DraftGrounds.Find(attempt, what.ClientId) is not { } found) return Parked(DraftGrounds.No.UnknownClient);
        if (!(await attempt.Load<Invoice>(invoice.Value)).Exists)
        {
            foreach (var charge in what.Charges)
                if (await attempt.Work.Post(new ChargeFact(found.Id, charge.Source, charge.Terms, what.On, 1), attempt.Stop) is { } refused) return Parked(refused);
            var waiting = await Carried(attempt, what);
            var charges = await Open(attempt, [.. waiting.SelectMany(one => one.Wanted!.Charges), .. what.Charges]);
            var comesTo = charges.Aggregate(Money.Zero(what.Currency), (sum, charge) => sum + charge.Terms.Amount);
            if (!comesTo.IsPositive) return new WantedInvoiceCarried();
            var command = new WriteInvoice(found.Id, Charges: [.. charges.Select(charge => charge.Source.Id)], Currency: what.Currency, IssueDate: what.On, Period: what.Period);
            var ground = await DraftGrounds.For(attempt, invoice, found.Id, found.Client, command) with { WantedBy = new WantedBy(what.Module, what.Series) };
            if (await attempt.Decide<Invoice, InvoiceEvent>(invoice.Value, draft => command.Decide(draft, ground)) is { } undrafted) return Parked(undrafted);
            if (await DraftGrounds.Bind(attempt, invoice, [], [.. charges.Select(charge => charge.Source.Id)]) is { } kept) throw new InvalidOperationException($"A charge that was open cannot be invoiced: {kept.Code}."); // the draft must not be kept without its charges
            foreach (var one in waiting) await attempt.Decide<WantedInvoice, WantedInvoiceEvent>(WantedInvoice.Id(one.Wanted!.Module, one.Wanted.Reference), _ => new WantedInvoiceMade(invoice));
            begun = invoice;
        }
        var sending = NamedId.Of("sending of what was wanted", id.ToString());
        return await ByItself.Go(attempt, invoice, found, what.Then, sending, today) is { } held ? Parked(held) : new WantedInvoiceMade(invoice);
    }

    /// <summary>The id under which the invoice of what is wanted begins, or begins anew for so many times.</summary>
    public static InvoiceId InvoiceOf(Guid id, int times) => new(NamedId.Of("invoice of what was wanted", id.ToString(), times.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The invoice that is there, or the id under which it can begin: where somebody dropped its draft, its charges are open again and the next id in line may begin.</summary>
    private static async Task<InvoiceId> Next(Attempt attempt, Guid id)
    {
        for (var times = 0; ; times++)
        {
            var invoice = InvoiceOf(id, times);
            if ((await attempt.Load<Invoice>(invoice.Value)).State.Standing is not (InvoiceStanding.Dropped or InvoiceStanding.Voided)) return invoice;
        }
    }

    /// <summary>Earlier ones of the series that came to nothing, and whose charges wait.</summary>
    private static async Task<List<WantedInvoice>> Carried(Attempt attempt, InvoiceWanted what)
    {
        List<Guid> ids = [.. await attempt.Work.Once((nameof(Waiting), what.Module, what.Series), async () => (await Look(attempt.Work, [(what.Module, what.Series)], attempt.Stop))[(what.Module, what.Series)])];
        // Those of messages that are handled together with this one are in no row yet.
        foreach (var (id, state) in attempt.Work.Opened<WantedInvoice>())
            if (state is { Step: WantedStep.Carried, Wanted: { } wanted } && wanted.Module == what.Module && wanted.Series == what.Series && !ids.Contains(id)) ids.Add(id);
        var waiting = new List<WantedInvoice>();
        foreach (var id in ids)
            if ((await attempt.LoadNow<WantedInvoice>(id)).State is { Step: WantedStep.Carried, Wanted: { } one } state && one.Currency == what.Currency) waiting.Add(state);
        return waiting;
    }

    /// <summary>Looks for what waits of many series in one round trip.</summary>
    public static async Task LookForCarried(Work work, IReadOnlyList<(string Module, string Series)> series, CancellationToken stop)
    {
        var found = await Look(work, series, stop);
        foreach (var one in series) await work.Once((nameof(Waiting), one.Module, one.Series), () => Task.FromResult(found[one]));
    }

    private static Task<ILookup<(string Module, string Series), Guid>> Look(Work work, IReadOnlyList<(string Module, string Series)> series, CancellationToken stop) => work.Session.Read(
        Waiting, [new NpgsqlParameter<string[]> { TypedValue = [.. series.Select(one => one.Module)] }, new NpgsqlParameter<string[]> { TypedValue = [.. series.Select(one => one.Series)] }], async reader =>
        {
            var found = new List<((string, string) Series, Guid Id)>();
            while (await reader.ReadAsync(stop)) found.Add(((reader.GetString(0), reader.GetString(1)), reader.GetGuid(2)));
            return found.ToLookup(one => one.Series, one => one.Id);
        }, stop);

    /// <summary>Those that no invoice has taken meanwhile: a person may have written one of them.</summary>
    private static async Task<List<Charge>> Open(Attempt attempt, IReadOnlyList<WantedCharge> wanted)
    {
        var open = new List<Charge>();
        foreach (var charge in wanted)
            if ((await attempt.Load<Charge>(charge.Source.Id.Value)).State is { State: ChargeState.Open } state) open.Add(state);
        return open;
    }
}
