using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Notes what was given back at a provider, as a person notes a refund. What is left of the payment is less than that: then somebody noted it already.</summary>
internal sealed class When_money_went_back(IEnumerable<IOrganisations> organisations) : MessageHandler<MoneyWentBack>(MoneyWentBack.Message)
{
    private const string Reason = "Given back at the payment provider";

    public override async Task Handle(Message<MoneyWentBack> message, Work work, CancellationToken stop)
    {
        var went = message.Body;
        if (await When_a_recurring_invoice_is_due.Here(organisations, message.Tenant, stop) is not { } here) return;
        var attempt = new Attempt(work, fresh: true, stop);
        if ((await attempt.Load<Invoice>(went.InvoiceId)).State.Settlings.FirstOrDefault(one => one.Reference == went.Payment) is not { PaymentId: { } payment }) return;
        var paid = (await attempt.Load<Payment>(payment.Value)).State;
        using var turn = await work.Session.Turn(ClientAccount.IdOf(paid.ClientId, went.Amount.Currency), stop);
        if (paid.IsUndone || went.Amount > paid.Amount - paid.Refunded) return;
        if ((await new RefundPayment(went.Amount, Reason).Refund(attempt, payment.Value, LocalDay.Of(work.At, here.TimeZone), tells: false)).Refusal is { } refused) throw new InvalidOperationException($"Money that went back cannot be noted: {refused.Code}.");
        await work.Commit(); // while it is our turn
    }
}
