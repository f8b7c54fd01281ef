namespace Billing.Invoicing;

/// <summary>Money came in from a client. It pays the invoices named, up to what they ask for; the rest is the client's credit. Its reference makes telling us twice harmless.</summary>
/// <param name="ClientId">From whom.</param>
/// <param name="Reference">Unique per client.</param>
/// <param name="Amount">What came in.</param>
/// <param name="ReceivedOn">The day; today unless said otherwise.</param>
/// <param name="Method">How.</param>
/// <param name="Fee">What the bank kept of it.</param>
/// <param name="Note">Worth remembering.</param>
/// <param name="Allocations">Which invoices it pays; null: the client's open ones, the longest due first. An empty list leaves all as credit.</param>
internal sealed record RecordPayment(
    ClientId ClientId, string Reference, Money Amount, DateOnly? ReceivedOn = null, PaymentMethod Method = PaymentMethod.BankTransfer, Money? Fee = null, string? Note = null, IReadOnlyList<Allocation>? Allocations = null)
{
    /// <summary>The invoice that another module collected it for; null when a person records it.</summary>
    internal InvoiceId? CollectedFor { get; init; }

    /// <summary>Decides on the payment; the invoices and the credit follow from what it says.</summary>
    /// <param name="payment">Under this reference.</param>
    /// <param name="open">What each invoice it may pay is still asking for, in the order in which they are paid.</param>
    /// <param name="today">In the organisation's zone.</param>
    public Decision<PaymentEvent> Decide(Payment payment, IReadOnlyList<(InvoiceId Id, Money Outstanding)> open, DateOnly today)
    {
        var reference = PlainText.Line(Reference, 100);
        if (reference.Length == 0) return No.ReferenceMissing;
        var on = ReceivedOn ?? today;
        if (payment.Counts) return (payment.Amount, payment.ReceivedOn) == (Amount, ReceivedOn ?? payment.ReceivedOn) ? Decision.Nothing : No.ReferenceUsed(payment);
        if (!Amount.IsPositive) return No.NothingPaid;
        if (on.Year is < 1900 or > 2999) return WriteInvoice.No.OutOfRange;
        if (Fee is { } fee && (fee.Currency != Amount.Currency || fee.IsNegative || fee > Amount)) return No.Fee;
        if (!PlainText.Note(Note, 500).TryGet(out var note, out var refused)) return refused;
        if (!Spread(open).TryGet(out var spread, out refused)) return refused;
        return new List<PaymentEvent> { new PaymentReceived(ClientId, reference, Amount, on, Method, Fee is { IsZero: true } ? null : Fee, WriteInvoice.NullIfEmpty(note), CollectedFor), spread };
    }

    /// <summary>To which invoices the money goes. What was said by hand must fit; otherwise each gets what it asks for, as long as there is any.</summary>
    internal Result<PaymentSpread> Spread(IReadOnlyList<(InvoiceId Id, Money Outstanding)> open)
    {
        var (left, allocations) = (Amount, new List<Allocation>());
        foreach (var (_, outstanding) in open) if (outstanding.Currency != Amount.Currency) return No.WrongCurrency(outstanding.Currency);
        if (Allocations is null)
        {
            foreach (var (invoice, outstanding) in open)
            {
                var part = outstanding < left ? outstanding : left;
                if (!part.IsPositive) continue;
                allocations.Add(new(invoice, part));
                left -= part;
            }
            return new PaymentSpread([.. allocations], left);
        }
        if (Allocations.GroupBy(one => one.InvoiceId).Any(group => group.Count() > 1)) return No.AllocatedTwice;
        foreach (var one in Allocations)
        {
            if (one.Amount.Currency != Amount.Currency) return No.WrongCurrency(Amount.Currency);
            if (!one.Amount.IsPositive) return No.NothingPaid;
            var asked = Totals.Sum(Amount.Currency, open.Where(invoice => invoice.Id == one.InvoiceId).Select(invoice => invoice.Outstanding));
            if (one.Amount > asked) return No.MoreThanOutstanding(asked);
            left -= one.Amount;
        }
        return left.IsNegative ? No.MoreThanReceived(Amount) : new PaymentSpread(Allocations.ToValueList(), left);
    }

    /// <summary>What it means for an invoice.</summary>
    public static Decision<InvoiceEvent> Receive(Invoice invoice, PaymentId payment, string reference, Money amount, DateOnly on)
    {
        if (!invoice.TakesPayments) return No.NotPayable(invoice);
        if (amount.Currency != invoice.Currency) return No.WrongCurrency(invoice.Currency);
        return amount > invoice.Outstanding ? No.MoreThanOutstanding(invoice.Outstanding) : new PaymentAllocated(payment, reference, amount, on);
    }

    internal static class No
    {
        public static readonly Refusal NothingPaid = new("amount-not-positive", "A payment is more than nothing.");
        public static readonly Refusal ReferenceMissing = new("reference-missing", "A payment needs a reference, such as the bank's number for it.");
        public static readonly Refusal AllocatedTwice = new("allocated-twice", "An invoice is named once in a payment. Add its amounts up.");
        public static readonly Refusal Fee = new("fee-out-of-range", "A fee is part of the payment: from nothing up to its amount, in its currency.");
        public static readonly Refusal OtherClient = new("invoice-of-another-client", "One of these invoices is another client's. Record that client's payment by itself.");
        public static readonly Refusal UnknownInvoice = new("unknown-invoice", "There is no such invoice. Choose issued ones of this client.");
        public static Refusal WrongCurrency(Currency due) => new Refusal("wrong-currency", $"This is payable in {due}. Record a payment in {due}.").With("currency", due.Code);
        public static Refusal ReferenceUsed(Payment payment) => new Refusal("reference-used", $"Under this reference {payment.Amount} of {DateText.Write(payment.ReceivedOn)} are recorded. Undo that payment, or use another reference.").With("amount", payment.Amount);
        public static Refusal MoreThanOutstanding(Money outstanding) => new Refusal("more-than-outstanding", $"This invoice asks for {outstanding}. Allocate at most that; the rest becomes credit.").With("outstanding", outstanding);
        public static Refusal MoreThanReceived(Money amount) => new Refusal("more-than-received", $"The allocations come to more than {amount}. Lower one.").With("amount", amount);
        public static Refusal NotPayable(Invoice invoice) => new Refusal("not-payable", invoice.Number is null ? "A draft takes no payment. Issue it first." : $"Invoice {invoice.Number} was voided and takes no payment.");
    }
}
