using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>An attempt is to be made; or, where the provider told of its payment, to be looked at.</summary>
/// <param name="Payment">What the provider calls the payment that it told of; null otherwise.</param>
internal sealed record AttemptDue(Guid Collection, int Attempt, string? Payment = null)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.attempt_due";
}

/// <summary>A payment that failed is not wanted any more: nobody shall say yes to it now.</summary>
internal sealed record PaymentUnwanted(Guid Collection, int Attempt)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.payment_unwanted";
}

/// <summary>Decides on a collection, and does what follows, in one commit: the card is charged, the payment recorded, the client written to, the subscription past due or paid for.</summary>
internal sealed class CollectionWork(IInvoicing invoicing, PaymentProviders providers, IMeteredUsage usage, ICoupons coupons)
{
    /// <summary>What a collection is decided on; null when invoice or subscription are not there.</summary>
    /// <param name="work">Loads streams.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="subscription">What it is for.</param>
    public async Task<CollectionGround?> Ground(Work work, Guid invoice, SubscriptionId subscription, CancellationToken stop)
    {
        var about = await work.Load<Subscription>(subscription.Value, stop, fresh: true);
        if (!about.Exists || await invoicing.Invoice(work.Session, invoice, stop) is not { } asked) return null;
        var plan = (await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.Dunning;
        return new CollectionGround(asked, subscription, about.State.Zone, await Card(work, [new ClientId(asked.ClientId), about.State.ClientId], stop), plan, work.At);
    }

    /// <summary>Whether the client of a subscription has a card that is charged.</summary>
    public async Task<bool> MayCollect(Work work, SubscriptionId subscription, CancellationToken stop)
    {
        var client = (await work.Session.Streams<Subscription>().Peek(subscription.Value, stop)).State.ClientId;
        var stays = await invoicing.Client(work.Session, client.Value, stop);
        return await Card(work, stays is null || stays.Id == client.Value ? [client] : [new ClientId(stays.Id), client], stop) is not null;
    }

    /// <summary>Decides, and does what follows.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> Decide(Work work, Guid id, CollectionGround ground, Func<Collection, Decision<CollectionEvent>> decide, CancellationToken stop)
    {
        await work.Load<Collection>(id, stop, fresh: true);
        IReadOnlyList<CollectionEvent> happened = [];
        var refused = work.Decide<Collection, CollectionEvent>(id, collection =>
        {
            var decision = decide(collection);
            happened = decision.Events;
            return decision;
        });
        if (refused is not null || happened.Count == 0) return refused;
        var now = (await work.Load<Collection>(id, stop)).State;
        foreach (var one in happened) await Follow(work, id, now, one, ground, stop);
        if (ground.Plan.MailsClients) CollectionLetters.Of(now, happened, ground.Zone)?.With(work);
        return null;
    }

    /// <summary>The client's card that is charged; for a merged client the one that stays comes first.</summary>
    private async Task<KeptCard?> Card(Work work, IEnumerable<ClientId> clients, CancellationToken stop)
    {
        var provider = providers.Of(work.Session.Tenant).Name;
        foreach (var client in clients)
            if ((await work.Load<PayingClient>(PayingClient.Of(client), stop, fresh: true)).State.ChargedAt(provider) is { } card) return card;
        return null;
    }

    private async Task Follow(Work work, Guid id, Collection now, CollectionEvent happened, CollectionGround ground, CancellationToken stop)
    {
        switch (happened)
        {
            case AttemptBegun e:
                work.Send(AttemptDue.Message, new AttemptDue(id, e.Number), key: $"{id}/{e.Number}");
                break;
            case AttemptSucceeded e:
                var begun = now.Find(e.Number)!.Begun;
                new MoneyCollected(now.InvoiceId, e.Payment, begun.Amount, e.On, begun.Provider == TestProvider.Test ? "Test payment: no money was taken." : null).With(work);
                break;
            case AttemptFailed e when now.State is CollectionState.Paid or CollectionState.Dropped:
                work.Send(PaymentUnwanted.Message, new PaymentUnwanted(id, e.Number)); // the invoice asks for nothing any more, so nothing was missed
                break;
            case AttemptFailed:
                await OnSubscription(work, now, (subscription, _) => subscription.Miss(now.InvoiceId), ground, stop);
                work.Send(RetryDue.Message, new RetryDue(id, true)); // a card that came between our look and this commit
                break;
            case CollectionExhausted { Then: DunningEnd.Unpaid }:
                await OnSubscription(work, now, (subscription, _) => subscription.LeaveUnpaid(now.InvoiceId), ground, stop);
                break;
            case CollectionExhausted { Then: DunningEnd.Canceled }:
                await OnSubscription(work, now, (subscription, about) => EndSubscription.Now(subscription, Unused.Keep, about, ground.At), ground, stop);
                break;
            case CollectionEnded or CollectionStopped:
                if (happened is CollectionEnded) await OnSubscription(work, now, (subscription, _) => subscription.CatchUpOn(now.InvoiceId), ground, stop);
                if (now.LeftBehind(int.MaxValue) is { } left) work.Send(PaymentUnwanted.Message, new PaymentUnwanted(id, left.Number));
                break;
        }
    }

    private async Task OnSubscription(Work work, Collection collection, Func<Subscription, SubscriptionGround, Decision<SubscriptionEvent>> decide, CollectionGround ground, CancellationToken stop)
    {
        var id = ground.Subscription;
        var before = (await work.Load<Subscription>(id.Value, stop)).State;
        var about = await SubscriptionDesk.Whole(work, coupons, id, before, null, stop);
        if (await about.Readings.For(work.Session, usage, about, () => decide(before, about), stop) is { } unpriced) throw new InvalidOperationException($"{unpriced.Code}: {unpriced.Sentence}");
        if (work.Decide<Subscription, SubscriptionEvent>(id.Value, subscription => decide(subscription, about)) is { } refused) throw new InvalidOperationException($"A subscription does not follow the invoice {collection.Number}: {refused.Code}.");
        await SubscriptionDesk.Ask(work, id, before, stop);
    }
}
