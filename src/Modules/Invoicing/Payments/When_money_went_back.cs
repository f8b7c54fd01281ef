using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Notes what was given back at a provider, as a person notes a refund; as much as is left of the payment, because the rest was noted already.</summary>
internal sealed class When_money_went_back(IEnumerable<IOrganisations> organisations) : MessageHandler<MoneyWentBack>(MoneyWentBack.Message)
{
    private const string Reason = "Given back at the payment provider";

    public override async Task Handle(Message<MoneyWentBack> message, Work work, CancellationToken stop)
    {
        var went = message.Body;
        if (await When_a_recurring_invoice_is_due.Here(organisations, message.Tenant, stop) is not { } here) return;
        var attempt = new Attempt(work, fresh: true, stop);
        // Its coming in is told by another message, which may be behind this one: then this one is tried again.
        var (payment, paid) = await CollectedPayment.Find(attempt, (await attempt.Load<Invoice>(went.InvoiceId)).State, went.Payment) ?? throw new InvalidOperationException($"Money of {went.Payment} went back, and its coming in is not recorded yet.");
        using var turn = await work.Session.Turn((await CreditOfDoubles.Account(attempt, paid.ClientId, went.Amount.Currency)).Id, stop);
        var left = paid.Amount - paid.Refunded;
        var amount = went.Amount < left ? went.Amount : left;
        if (paid.IsUndone || !amount.IsPositive || paid.RefundsElsewhere.Contains(went.Reference)) return;
        var was = (await attempt.Load<Invoice>(went.InvoiceId)).State;
        var today = LocalDay.Of(work.At, here.TimeZone);
        if ((await new RefundPayment(amount, Reason) { Elsewhere = went.Reference }.Refund(attempt, payment, today)).Refusal is { } refused) throw new InvalidOperationException($"Money that went back cannot be noted: {refused.Code}.");
        // Where it was issued it stays paid: nobody asks for that money again, and here nobody could.
        if (was is { Mirror: not null, Standing: InvoiceStanding.Issued, Outstanding.IsPositive: false })
            await attempt.Decide<Invoice, InvoiceEvent>(went.InvoiceId, invoice => invoice.Outstanding.IsPositive ? new EndInvoice(Reason).GiveUp(invoice, today) : Decision.Nothing);
        await work.Commit(); // while it is our turn
    }
}
