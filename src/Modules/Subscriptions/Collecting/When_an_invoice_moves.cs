using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>An invoice of a subscription was issued, paid, voided …: it is collected, or not any more.</summary>
internal sealed class When_an_invoice_moves(CollectionWork collections) : MessageHandler<InvoiceMoved>(InvoiceMoved.MessageTo(SubscriptionFact.Module))
{
    public override int Attempts => 100;

    public override async Task Handle(Message<InvoiceMoved> message, Work work, CancellationToken stop)
    {
        if (message.Body.Anew || !Guid.TryParse(message.Body.Series, out var subscription)) return; // nobody's card is charged for what a person wrote by hand
        var id = Collection.Of(message.Body.InvoiceId);
        // Most clients have no card: for them this is all that an invoice costs here.
        if (!(await work.Load<Collection>(id, stop, fresh: true)).Exists && !await collections.MayCollect(work, new(subscription), stop)) return;
        if (await collections.Ground(work, message.Body.InvoiceId, new(subscription), stop) is not { } ground) return;
        await collections.Decide(work, id, ground, collection => Collecting.Follow(collection, ground), stop);
    }
}
