using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Records what another module collected, as a person records a payment: for its invoice as far as that asks for it, else as credit.</summary>
internal sealed class When_money_was_collected() : MessageHandler<MoneyCollected>(MoneyCollected.Message)
{
    public override int Attempts => 100;

    public override async Task Handle(Message<MoneyCollected> message, Work work, CancellationToken stop)
    {
        var (came, id) = (message.Body, message.Body.InvoiceId);
        var attempt = new Attempt(work, fresh: true, stop);
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } client) throw new GivenUpException($"Money came in for the invoice {id}, which is not there.");
        using var turn = await work.Session.Turn(ClientAccount.IdOf(client.Id, came.Amount.Currency), stop);
        var command = new RecordPayment(client.Id, came.Reference, came.Amount, came.ReceivedOn, PaymentMethod.Card, Note: came.Note) { CollectedFor = new InvoiceId(id) };
        if ((await ReceivePayment.Record(attempt, command, invoice.State.TakesPayments ? [new InvoiceId(id)] : [], came.ReceivedOn)).Refusal is { } refused) throw new InvalidOperationException($"Money that came in cannot be recorded: {refused.Code}.");
        await work.Commit(); // while it is our turn
    }
}
