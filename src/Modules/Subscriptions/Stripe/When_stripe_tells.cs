using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>An event of Stripe's is handled: its object looks as it says, or, where that leaves a doubt, as Stripe says when it is asked.</summary>
internal sealed class When_stripe_tells(EventStore.EventStore store, StripeConnections connections, StripeApi stripe) : MessageHandler<StripeWaiting>(StripeInbox.Message)
{
    public override async Task Handle(Message<StripeWaiting> message, Work work, CancellationToken stop)
    {
        if (await StripeInbox.Find(store.Open(message.Tenant, Actor.System), message.Body, stop) is not { } arrived) return; // older than we keep them
        work.Also(StripeInbox.Handled(message.Body, await Take(message, arrived, work, stop), work.At));
        if (connections.Find(message.Tenant, message.Body.Endpoint)?.Account is null) return;
        arrived.Announce(work);
        MirrorDue.Of(arrived)?.With(work);
    }

    private async Task<string> Take(Message<StripeWaiting> message, StripeArrival arrived, Work work, CancellationToken stop)
    {
        if (arrived.Telling() is not var (told, readable)) return "ignored";
        var stream = StripeObject.Stream(told.Id);
        var known = await work.Load<StripeObject>(stream, stop);
        if ((!readable || known.State.IsDoubtful(told)) && connections.Find(message.Tenant, message.Body.Endpoint)?.Account is { } account && await stripe.Now(account, told.Path, stop) is { } now && StripeTelling.Read(now, told.At) is { } answered)
        {
            work.Decide<StripeObject, StripeObjectEvent>(stream, state => state.Set(answered));
            return "asked";
        }
        work.Decide<StripeObject, StripeObjectEvent>(stream, state => state.Take(told));
        return (await work.Load<StripeObject>(stream, stop)).State == known.State ? "known" : "taken";
    }
}
