using System.Globalization;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Explains the amounts of an invoice.</summary>
internal sealed class ExplainInvoice : IExplained
{
    public const string Name = "invoice";

    public string Kind => Name;

    public Permission Needed => Permission.SeeInvoicing;

    public IReadOnlyList<string> Amounts => ["total", "outstanding", "paid", "tax"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id || await Read(session, id, stop) is not var (past, totals)) return null;
        if (asked.Amount is "outstanding" or "paid")
        {
            var money = new InvoiceMoney(id, past, past.State.Total ?? totals.Total);
            return asked.Amount == "paid" ? money.Paid : money.Outstanding;
        }
        var explained = new ExplainedTotal(id, past, totals, await Charges(session, asked.Amount == "total" ? past.State.Charges : [], stop));
        return asked.Amount == "tax" ? explained.Tax : explained.Total(asked);
    }

    /// <summary>What happened to an invoice, and what it comes to; null when there is none, or nothing that adds up.</summary>
    internal static async Task<(PastOf<Invoice> Past, Totals Totals)?> Read(Session session, Guid id, CancellationToken stop)
    {
        var past = await session.Past<Invoice>(id, Name, stop);
        return past.State.IsBegun && past.State.Standing != InvoiceStanding.Dropped && past.State.Totals().TryGet(out var totals, out _) ? (past, totals) : null;
    }

    /// <summary>Those of charges that there are.</summary>
    internal static async Task<IReadOnlyDictionary<ChargeId, Charge>> Charges(Session session, IEnumerable<ChargeId> ids, CancellationToken stop)
    {
        var (charges, work, all) = (new Dictionary<ChargeId, Charge>(), session.Begin(), ids.Distinct().ToList());
        await work.LoadMany<Charge>([.. all.Select(charge => charge.Value)], stop);
        foreach (var charge in all)
            if (await work.Load<Charge>(charge.Value, stop) is { Exists: true } known) charges[charge] = known.State;
        return charges;
    }
}

/// <summary>Explains one line of an invoice: <c>…/1</c> is its first.</summary>
internal sealed class ExplainInvoiceLine : IExplained
{
    public string Kind => "invoice-line";

    public Permission Needed => Permission.SeeInvoicing;

    public IReadOnlyList<string> Amounts => ["amount"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Id.Split('/') is not [var of, var place] || !Guid.TryParse(of, out var id) || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return null;
        if (await ExplainInvoice.Read(session, id, stop) is not var (past, totals) || line < 1 || line > past.State.Lines.Count) return null;
        return new ExplainedTotal(id, past, totals, await ExplainInvoice.Charges(session, past.State.Lines[line - 1].Charges, stop)).Line(line - 1);
    }
}

/// <summary>What an invoice asks for, with what came in for it and what was taken off: event by event.</summary>
internal sealed class InvoiceMoney(Guid id, PastOf<Invoice> past, Money total)
{
    public Explained Outstanding => past.State.Standing == InvoiceStanding.Draft
        ? Explained.Leaf(ExplainedAs.Outstanding, past.State.Outstanding) with { Event = past.Last<InvoiceDrafted>() }
        : Explained.Of(ExplainedAs.Outstanding, past.State.Outstanding,
            [
                Explained.Leaf(ExplainedAs.Total, total) with { Text = past.State.Number, Event = past.Last<InvoiceIssued>(), Place = new(ExplainInvoice.Name, id.ToString(), "total") },
                .. past.Events.Select(one => Settles(one, -1)).OfType<Explained>(), .. past.Events.Select(Credits).OfType<Explained>(),
            ],
            past.State.Standing == InvoiceStanding.Voided ? ExplainedAs.Voided : null);

    public Explained Paid => Explained.Of(ExplainedAs.Paid, past.State.Paid, past.Events.Select(one => Settles(one, 1)).OfType<Explained>());

    private static Explained? Settles(Happened one, int sign) => one.Data switch
    {
        PaymentAllocated e => Money(ExplainedAs.Payment, e.Amount, sign, one) with { Text = e.Reference, Record = new("payment", e.PaymentId.ToString()) },
        PaymentTakenBack e => Money(ExplainedAs.PaymentTakenBack, e.Amount, -sign, one) with { Record = new("payment", e.PaymentId.ToString()) },
        CreditApplied e => Money(ExplainedAs.CreditUsed, e.Amount, sign, one),
        AppliedCreditReleased e => Money(ExplainedAs.CreditReleased, e.Amount, -sign, one),
        _ => null,
    };

    private static Explained? Credits(Happened one) => one.Data is InvoiceCredited e ? Money(ExplainedAs.CreditNote, e.Amount, -1, one) with { Text = e.Number, Record = new("credit-note", e.CreditNoteId.ToString()) } : null;

    private static Explained Money(ExplainedAs name, Money amount, int sign, Happened one) => Explained.Leaf(name, sign < 0 ? -amount : amount) with { Rule = new(ExplainedBy.Entered, ""), Event = one.Event };
}
