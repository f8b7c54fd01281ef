using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Credit that the client has pays an invoice.</summary>
/// <param name="Amount">So much; null for as much as there is and as is asked for.</param>
internal sealed record ApplyCredit(Money? Amount = null)
{
    public Decision<InvoiceEvent> Decide(Invoice invoice, Money credit, DateOnly today)
    {
        if (MirroredInvoice.Elsewhere(invoice) is { } elsewhere) return elsewhere;
        if (!invoice.TakesPayments) return RecordPayment.No.NotPayable(invoice);
        if (Amount is { } said && said.Currency != invoice.Currency) return RecordPayment.No.WrongCurrency(invoice.Currency);
        var amount = Amount ?? (credit < invoice.Outstanding ? credit : invoice.Outstanding);
        if (!amount.IsPositive) return No.Nothing;
        return amount > invoice.Outstanding ? RecordPayment.No.MoreThanOutstanding(invoice.Outstanding) : new CreditApplied(amount, today);
    }

    /// <summary>Credit that paid the invoice is the client's again.</summary>
    public static Decision<InvoiceEvent> Release(Invoice invoice, DateOnly today) => invoice.CreditUsed.IsZero ? Decision.Nothing : new AppliedCreditReleased(invoice.CreditUsed, today);

    internal async Task<Refusal?> Apply(Attempt attempt, Guid id, Invoice invoice, (Guid Id, ClientId Client) account, DateOnly today)
    {
        var credit = (await attempt.Load<ClientAccount>(account.Id)).State.In(invoice.Currency);
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, i => Decide(i, credit, today)) is { } refused) return refused;
        var applied = (await attempt.Load<Invoice>(id)).State.CreditUsed - invoice.CreditUsed;
        return await attempt.Decide<ClientAccount, ClientAccountEvent>(account.Id, a => a.Use(new InvoiceId(id), applied, today));
    }

    internal static async Task<Refusal?> Release(Attempt attempt, Guid id, Invoice invoice, (Guid Id, ClientId Client) account, DateOnly today)
    {
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, i => Release(i, today)) is { } refused) return refused;
        return invoice.CreditUsed.IsZero ? null : await attempt.Decide<ClientAccount, ClientAccountEvent>(account.Id, _ => new CreditRegained(new InvoiceId(id), invoice.CreditUsed, today, account.Client));
    }

    private static class No
    {
        public static readonly Refusal Nothing = new("amount-not-positive", "There is nothing to apply: the client has no credit, or the invoice asks for nothing.");
    }
}
