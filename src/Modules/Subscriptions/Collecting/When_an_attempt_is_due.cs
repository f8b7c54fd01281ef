using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Subscriptions;

/// <summary>
/// Charges a card as was decided. Where it is not certain that nobody was asked yet, the provider is asked first what it knows; until it says so, the message is tried
/// again, and nothing else is. A payment that failed before is withdrawn first, so that no client pays twice by saying yes late.
/// </summary>
internal sealed class When_an_attempt_is_due(CollectionWork collections, PaymentProviders providers, IEnumerable<IOrganisations> organisations) : MessageHandler<AttemptDue>(AttemptDue.Message)
{
    /// <summary>For so long the provider's own memory of the key is more than enough: Stripe keeps keys for a day.</summary>
    private static readonly TimeSpan KeyIsFresh = TimeSpan.FromHours(1);

    public override int Attempts => 100;

    public override async Task Handle(Message<AttemptDue> message, Work work, CancellationToken stop)
    {
        var (id, number) = (message.Body.Collection, message.Body.Attempt);
        var collection = (await work.Load<Collection>(id, stop, fresh: true)).State;
        if (collection.Find(number) is not { } attempt || attempt.End == AttemptEnd.Succeeded || (attempt.End is not null && message.Body.Payment is null)) return;
        if (await collections.Ground(work, collection.InvoiceId, collection.SubscriptionId, stop) is not { } ground) return;
        var provider = providers.Find(message.Tenant, attempt.Begun.Provider) ?? throw new InvalidOperationException($"This organisation is not connected with {attempt.Begun.Provider} any more; what came of an attempt cannot be asked.");
        var today = await Today(message.Tenant, ground, stop);

        ChargeOutcome? outcome;
        if (message.Body.Payment is { } told) outcome = await provider.Look(told, stop);
        else
        {
            var charging = new Charging(id, number, collection.InvoiceId, collection.Number, attempt.Begun.Amount, attempt.Begun.Payer, attempt.Begun.Card, attempt.Begun.At);
            var wanted = collection.State == CollectionState.UnderWay && ground.Asks && ground.Invoice.Outstanding == charging.Amount;
            outcome = !wanted || message.Attempt > 1 || work.At - attempt.Begun.At > KeyIsFresh ? await provider.Find(charging, stop) : null;
            if (outcome is null && wanted && collection.LeftBehind(number) is { } left && await provider.Withdraw(left.Payment!, stop) is { State: ChargeState.Succeeded } late)
            {
                await collections.Decide(work, id, ground, state => Collecting.Learn(state, left.Number, late, ground, today), stop);
                wanted = false;
            }
            if (outcome is null && wanted) outcome = await provider.Charge(charging, stop);
        }
        if (await collections.Ground(work, collection.InvoiceId, collection.SubscriptionId, stop) is { } now) ground = now; // the provider took its time: there may be another card
        await collections.Decide(work, id, ground, state => outcome is null ? Collecting.Drop(state, number, ground) : Collecting.Learn(state, number, outcome, ground, today), stop);
        if (outcome is { State: ChargeState.Pending }) work.Send(AttemptDue.Message, new AttemptDue(id, number, outcome.Payment), work.At.AddHours(1));
    }

    private async Task<DateOnly> Today(TenantId tenant, CollectionGround ground, CancellationToken stop)
    {
        foreach (var known in organisations)
            if (await known.Find(tenant, stop) is { } here) return LocalDay.Of(ground.At, here.TimeZone);
        return LocalDay.Of(ground.At, ground.Zone);
    }
}

/// <summary>Withdraws a payment that failed, when its invoice is not collected any more. One that succeeded all the same is money that came in.</summary>
internal sealed class When_a_payment_is_unwanted(PaymentProviders providers) : MessageHandler<PaymentUnwanted>(PaymentUnwanted.Message)
{
    public override async Task Handle(Message<PaymentUnwanted> message, Work work, CancellationToken stop)
    {
        var (id, number) = (message.Body.Collection, message.Body.Attempt);
        if ((await work.Load<Collection>(id, stop, fresh: true)).State.Find(number) is not { End: AttemptEnd.Failed, Payment: { } payment } attempt || providers.Find(message.Tenant, attempt.Begun.Provider) is not { } provider) return;
        if (await provider.Withdraw(payment, stop) is { State: ChargeState.Succeeded }) work.Send(AttemptDue.Message, new AttemptDue(id, number, payment));
    }
}
