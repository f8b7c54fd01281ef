using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>A payment was not one: its invoices ask for the money again, and credit that came of it is gone.</summary>
/// <param name="Reason">In somebody's words.</param>
internal sealed record UndoPayment(string Reason)
{
    public Decision<PaymentEvent> Decide(Payment payment, DateOnly today)
    {
        if (payment.IsUndone) return Decision.Nothing;
        if (!payment.Refunded.IsZero) return No.Refunded;
        return PlainText.Note(Reason, 500).TryGet(out var reason, out var refused) ? reason.Length == 0 ? No.ReasonMissing : new PaymentUndone(reason, today) : refused;
    }

    internal async Task<Came> Undo(Attempt attempt, Guid id, DateOnly today)
    {
        var payment = await attempt.Load<Payment>(id);
        if (!payment.Exists) return Problems.NotFound;
        if (await MirroredInvoice.Elsewhere(attempt, payment.State) is { } elsewhere) return elsewhere;
        if (await attempt.Decide<Payment, PaymentEvent>(id, p => Decide(p, today)) is { } refused) return refused;
        var now = await attempt.Load<Payment>(id);
        if (now.Version > payment.Version)
        {
            var was = payment.State;
            foreach (var allocation in was.Allocations)
                if (await attempt.Decide<Invoice, InvoiceEvent>(allocation.InvoiceId.Value, _ => new PaymentTakenBack(new PaymentId(id), allocation.Amount, PlainText.Note(Reason, 500).Value, today)) is { } kept) return kept;
            var credit = await CreditOfDoubles.Account(attempt, was.ClientId, was.Amount.Currency);
            if (await attempt.Decide<ClientAccount, ClientAccountEvent>(credit.Id, account => account.Withdraw(id, was.Credited, today)) is { } used) return used;
        }
        return Answer.Of(PaymentPage.Of(id, now), now.Version);
    }

    internal static class No
    {
        public static readonly Refusal Refunded = new("payment-refunded", "Money of this payment was given back already. What is left of it stays recorded.");
        public static readonly Refusal ReasonMissing = new("reason-missing", "Say why; the reason stays with the payment.");
    }
}

/// <summary>Money of a payment is given back to the client: first what is credit, then what paid invoices, the last one first; those ask for it again.</summary>
/// <param name="Amount">So much.</param>
/// <param name="Reason">In somebody's words.</param>
/// <param name="RefundedOn">The day; today unless said otherwise.</param>
internal sealed record RefundPayment(Money Amount, string Reason, DateOnly? RefundedOn = null)
{
    /// <summary>What the provider calls it, where it was given back there; null when somebody decides it here.</summary>
    internal string? Elsewhere { get; init; }

    public Decision<PaymentEvent> Decide(Payment payment, Money credit, DateOnly today)
    {
        if (payment.IsUndone) return No.Undone;
        if (Amount.Currency != payment.Amount.Currency) return RecordPayment.No.WrongCurrency(payment.Amount.Currency);
        if (!Amount.IsPositive) return No.Nothing;
        if (Amount > payment.Amount - payment.Refunded) return No.TooMuch(payment.Amount - payment.Refunded);
        if (!PlainText.Note(Reason, 500).TryGet(out var reason, out var refused)) return refused;
        if (reason.Length == 0) return UndoPayment.No.ReasonMissing;

        var fromCredit = credit < Amount ? credit : Amount;
        var (left, fromInvoices) = (Amount - fromCredit, new List<Allocation>());
        foreach (var allocation in payment.Allocations.Reverse())
        {
            var part = allocation.Amount < left ? allocation.Amount : left;
            if (part.IsPositive) fromInvoices.Add(allocation with { Amount = part });
            left -= part;
        }
        return left.IsPositive ? No.TooMuch(Amount - left) : new PaymentRefunded(Amount, RefundedOn ?? today, reason, fromCredit, [.. fromInvoices], Elsewhere);
    }

    /// <summary>Who collected the payment is told to give it back, unless it went back there already.</summary>
    internal async Task<Came> Refund(Attempt attempt, Guid id, DateOnly today)
    {
        var payment = await attempt.Load<Payment>(id);
        if (!payment.Exists) return Problems.NotFound;
        if (Elsewhere is null && await MirroredInvoice.Elsewhere(attempt, payment.State) is { } elsewhere) return elsewhere;
        var (accountId, _) = await CreditOfDoubles.Account(attempt, payment.State.ClientId, payment.State.Amount.Currency);
        var credit = (await attempt.Load<ClientAccount>(accountId)).State.In(payment.State.Amount.Currency);
        // What Stripe gave back of its own invoice takes no credit that came from elsewhere.
        if (payment.State.CollectedFor is { } of && payment.State.Credited < credit && (await attempt.Load<Invoice>(of.Value)).State.Mirror is not null) credit = payment.State.Credited;
        PaymentRefunded? refund = null;
        if (await attempt.Decide<Payment, PaymentEvent>(id, p =>
            {
                var decision = Decide(p, credit, today);
                refund = decision.Events.OfType<PaymentRefunded>().FirstOrDefault();
                return decision;
            }) is { } refused) return refused;
        foreach (var part in refund!.FromInvoices)
            if (await attempt.Decide<Invoice, InvoiceEvent>(part.InvoiceId.Value, _ => new PaymentTakenBack(new PaymentId(id), part.Amount, refund.Reason, refund.On)) is { } kept) return kept;
        if (await attempt.Decide<ClientAccount, ClientAccountEvent>(accountId, account => account.Withdraw(id, refund.FromCredit, refund.On)) is { } used) return used;
        var now = await attempt.Load<Payment>(id);
        if (Elsewhere is null) await Tell(attempt, id, payment.State, now.Version);
        return Answer.Of(PaymentPage.Of(id, now), now.Version);
    }

    private async Task Tell(Attempt attempt, Guid id, Payment before, long version)
    {
        if (before.Method != PaymentMethod.Card) return;
        foreach (var invoice in before.CollectedFor is { } one ? [one] : before.Allocations.Select(allocation => allocation.InvoiceId)) // of old it is not noted for which
        {
            if ((await attempt.Load<Invoice>(invoice.Value)).State.WantedBy is not { } by) continue;
            attempt.Work.Send(MoneyGivenBack.MessageTo(by.Module), new MoneyGivenBack(invoice.Value, before.Reference, FormattableString.Invariant($"{id}/{version}"), Amount), key: FormattableString.Invariant($"{id}/{version}"));
            return;
        }
    }

    private static class No
    {
        public static readonly Refusal Undone = new("payment-undone", "This payment was undone. There is nothing to give back.");
        public static readonly Refusal Nothing = new("amount-not-positive", "A refund is more than nothing.");
        public static Refusal TooMuch(Money most) => new Refusal("refund-too-much", $"Of this payment at most {most} can be given back.").With("most", most);
    }
}
