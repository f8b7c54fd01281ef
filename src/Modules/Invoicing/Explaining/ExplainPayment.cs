using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Explains a payment: which invoices it pays, what became credit, what went back.</summary>
internal sealed class ExplainPayment : IExplained
{
    public const string Name = "payment";

    public string Kind => Name;

    public Permission Needed => Permission.SeeInvoicing;

    public IReadOnlyList<string> Amounts => ["amount", "kept"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id) return null;
        var past = await session.Past<Payment>(id, Name, stop);
        var payment = past.State;
        if (payment.ClientId == default) return null;
        if (asked.Amount == "kept") return Kept(past, id);
        var work = session.Begin();
        await work.LoadMany<Invoice>([.. payment.Allocations.Select(one => one.InvoiceId.Value)], stop);
        var (parts, spread) = (new List<Explained>(), past.Last<PaymentSpread>());
        foreach (var one in payment.Allocations)
            parts.Add(Explained.Leaf(ExplainedAs.Invoice, one.Amount) with { Text = (await work.Load<Invoice>(one.InvoiceId.Value, stop)).State.Number, Event = spread, Record = new(ExplainInvoice.Name, one.InvoiceId.ToString()) });
        if (!payment.Credited.IsZero) parts.Add(Explained.Leaf(ExplainedAs.CreditAdded, payment.Credited) with { Event = spread });
        parts.AddRange(past.Events.Select(one => one.Data is PaymentRefunded back ? Explained.Leaf(ExplainedAs.Refunded, back.Amount) with { Event = one.Event } : null).OfType<Explained>());
        if (payment.IsUndone) parts.Add(Explained.Leaf(ExplainedAs.PaymentTakenBack, payment.Amount - payment.Refunded) with { Event = past.Last<PaymentUndone>() });
        if (asked.After > 0) return ExplainedWiring.SumPaged(ExplainedAs.Payment, payment.Amount.Currency, parts, asked);
        return Explained.Of(ExplainedAs.Payment, payment.Amount, parts.Paged(payment.Amount.Currency, asked)) with { Text = payment.Reference, Event = past.Last<PaymentReceived>(), Record = new(Name, id.ToString()) };
    }

    /// <summary>What it takes off what the client owes: what came in, less what went back.</summary>
    private static Explained Kept(PastOf<Payment> past, Guid id)
    {
        List<Explained> parts = [];
        foreach (var one in past.Events)
            if (one.Data is PaymentReceived came) parts = [Explained.Leaf(ExplainedAs.Payment, -came.Amount) with { Event = one.Event, Rule = new(ExplainedBy.Entered, "") }];
            else if (one.Data is PaymentRefunded back) parts.Add(Explained.Leaf(ExplainedAs.Refunded, back.Amount) with { Event = one.Event });
            else if (one.Data is PaymentUndone) parts.Add(Explained.Leaf(ExplainedAs.PaymentTakenBack, past.State.Amount - past.State.Refunded) with { Event = one.Event });
        return Explained.Sum(ExplainedAs.Payment, past.State.Amount.Currency, parts) with { Text = past.State.Reference, Event = past.Last<PaymentReceived>(), Record = new(Name, id.ToString()) };
    }
}
