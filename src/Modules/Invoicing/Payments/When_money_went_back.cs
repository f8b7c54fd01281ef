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
        var (payment, paid) = await Find(attempt, went) ?? throw new InvalidOperationException($"Money of {went.Payment} went back, and its coming in is not recorded yet.");
        using var turn = await work.Session.Turn((await CreditOfDoubles.Account(attempt, paid.ClientId, went.Amount.Currency)).Id, stop);
        var left = paid.Amount - paid.Refunded;
        var amount = went.Amount < left ? went.Amount : left;
        if (paid.IsUndone || !amount.IsPositive) return;
        if ((await new RefundPayment(amount, Reason).Refund(attempt, payment, LocalDay.Of(work.At, here.TimeZone), tells: false)).Refusal is { } refused) throw new InvalidOperationException($"Money that went back cannot be noted: {refused.Code}.");
        await work.Commit(); // while it is our turn
    }

    /// <summary>The payment that was collected for the invoice, whether it paid that one or became credit; null when there is none.</summary>
    private static async Task<(Guid Id, Payment Paid)?> Find(Attempt attempt, MoneyWentBack went)
    {
        var invoice = (await attempt.Load<Invoice>(went.InvoiceId)).State;
        List<Guid> ids = [.. invoice.Settlings.Where(one => one.Reference == went.Payment && one.PaymentId is not null).Select(one => one.PaymentId!.Value.Value), Payment.IdOf(invoice.ClientId, went.Payment)];
        if (await DraftGrounds.Find(attempt, invoice.ClientId) is { } stays) ids.Add(Payment.IdOf(stays.Id, went.Payment));
        foreach (var id in ids)
            if (await attempt.Load<Payment>(id) is { Exists: true } found) return (id, found.State);
        return null;
    }
}
