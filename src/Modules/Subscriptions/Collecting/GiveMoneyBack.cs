using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>A giving back is to be made.</summary>
internal sealed record RefundDue(Guid Collection, int Number)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.refund_due";

    /// <summary>Has the provider asked if, and only if, the work commits.</summary>
    public static void Send(Work work, Guid collection, int number) => work.Send(Message, new RefundDue(collection, number), key: $"{collection}/{number}");
}

/// <summary>The provider told that money of a payment went back.</summary>
internal sealed record RefundsTold(string Payment)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.refunds_told";
}

/// <summary>The provider told of a giving back of ours: it may have failed behind its yes.</summary>
internal sealed record RefundMoved(Guid Collection, int Number, string Refund)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.refund_moved";
}

/// <summary>Decides what is given back of what was collected. Pure.</summary>
internal static class GiveMoneyBack
{
    /// <summary>Invoicing noted that money goes back; of a payment that was collected here, its provider gives it back.</summary>
    public static Decision<CollectionEvent> Begin(Collection collection, MoneyGivenBack wanted, DateTimeOffset at) =>
        collection.Refunds.Any(one => one.Reference == wanted.Reference) || !collection.Attempts.Any(attempt => attempt.End == AttemptEnd.Succeeded && attempt.Payment == wanted.Payment) ? Decision.Nothing
            : new RefundBegun(collection.Refunds.Count(one => one.Number is not null) + 1, wanted.Reference, wanted.Payment, wanted.Amount, at);

    /// <summary>Takes what came of it; once.</summary>
    public static Decision<CollectionEvent> Learn(Collection collection, int number, RefundOutcome outcome) => collection.Refunds.FirstOrDefault(one => one.Number == number) is not { IsOpen: true } ? Decision.Nothing
        : outcome.Refund is { } refund ? new RefundMade(number, refund) : new RefundFailed(number, outcome.Code ?? "failed");

    /// <summary>What the provider said it would give back came to nothing: the client's bank did not take it, or somebody called it off.</summary>
    public static Decision<CollectionEvent> Fail(Collection collection, int number, string refund, string code) =>
        collection.Refunds.FirstOrDefault(one => one.Number == number) is { Code: null } given && (given.Refund is null || given.Refund == refund) ? new RefundFailed(number, code) : Decision.Nothing;

    /// <summary>What the provider would not give back is tried once more, as another giving back: under the old key it would only say the same again.</summary>
    public static Decision<CollectionEvent> Again(Collection collection, int number, DateTimeOffset at)
    {
        if (collection.Refunds.FirstOrDefault(one => one.Number == number) is not { Code: not null, Reference: { } reference } failed) return CardNo.NotToRepeat;
        return collection.Refunds.Any(one => one.Reference == reference && one.Number > number) ? CardNo.NotToRepeat
            : new RefundBegun(collection.Refunds.Count(one => one.Number is not null) + 1, reference, failed.Payment, failed.Amount, at);
    }

    /// <summary>Takes what was given back at the provider; each once.</summary>
    public static Decision<CollectionEvent> Take(Collection collection, string payment, IReadOnlyList<RefundElsewhere> elsewhere) =>
        elsewhere.Where(one => !collection.Refunds.Any(known => known.Refund == one.Refund)).Select(CollectionEvent (one) => new RefundTold(one.Refund, payment, one.Amount)).ToList();
}

/// <summary>Money that was collected goes back: the collection decides so, and its provider is asked behind that.</summary>
internal sealed class When_money_is_given_back() : MessageHandler<MoneyGivenBack>(MoneyGivenBack.MessageTo(SubscriptionFact.Module))
{
    public override async Task Handle(Message<MoneyGivenBack> message, Work work, CancellationToken stop)
    {
        var id = Collection.Of(message.Body.InvoiceId);
        var before = await work.Load<Collection>(id, stop, fresh: true);
        if (!before.Exists) return;
        work.Decide<Collection, CollectionEvent>(id, collection => GiveMoneyBack.Begin(collection, message.Body, work.At));
        foreach (var begun in (await work.Load<Collection>(id, stop)).State.Refunds.Skip(before.State.Refunds.Count)) RefundDue.Send(work, id, begun.Number!.Value);
    }
}

/// <summary>
/// Gives money back as was decided. Where it is not certain that nobody was asked yet, the provider is asked first what it knows; until it says so, the message is tried
/// again under the same key.
/// </summary>
internal sealed class When_a_refund_is_due(PaymentProviders providers) : MessageHandler<RefundDue>(RefundDue.Message)
{
    /// <summary>For so long the provider's own memory of the key is more than enough.</summary>
    private static readonly TimeSpan KeyIsFresh = TimeSpan.FromHours(1);

    public override int Attempts => 100;

    public override async Task Handle(Message<RefundDue> message, Work work, CancellationToken stop)
    {
        var (id, number) = (message.Body.Collection, message.Body.Number);
        var collection = (await work.Load<Collection>(id, stop, fresh: true)).State;
        if (collection.Refunds.FirstOrDefault(one => one.Number == number) is not { IsOpen: true } refund) return;
        var kept = collection.Attempts.First(attempt => attempt.Payment == refund.Payment).Begun.Provider;
        var provider = providers.Find(message.Tenant, kept) ?? throw new InvalidOperationException($"This organisation is not connected with {kept} any more; nothing can be given back there.");
        var back = new GivingBack(id, number, refund.Payment, refund.Amount);
        var outcome = message.Attempt > 1 || work.At - refund.At > KeyIsFresh ? await provider.FindRefund(back, stop) : null;
        outcome ??= await provider.Refund(back, stop);
        work.Decide<Collection, CollectionEvent>(id, state => GiveMoneyBack.Learn(state, number, outcome));
    }
}

/// <summary>Looks at what was given back of a payment; what nobody here asked for is noted in Invoicing.</summary>
internal sealed class When_refunds_are_told(PaymentProviders providers, StripeConnections connections, StripeApi stripe, IInvoicing invoicing) : MessageHandler<RefundsTold>(RefundsTold.Message)
{
    public override async Task Handle(Message<RefundsTold> message, Work work, CancellationToken stop)
    {
        if (connections.AccountOf(message.Tenant) is not { } account || providers.Find(message.Tenant, StripeProvider.Stripe) is not { } provider) return;
        var payment = message.Body.Payment;
        var metadata = (await stripe.FindIntent(account, payment, stop)).Metadata;
        if (CollectionTold.Ours(metadata?.GetValueOrDefault(StripeProvider.CollectionKey), metadata?.GetValueOrDefault(StripeProvider.AttemptKey)) is not var (id, _))
        {
            var settings = (await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State;
            if (settings.HasMirrored) await Mirror(work, provider, account, payment, settings.StripeBills, stop);
            return;
        }
        var before = await work.Load<Collection>(id, stop, fresh: true);
        if (!before.Exists || await provider.RefundsElsewhere(payment, stop) is not { Count: > 0 } elsewhere) return;
        work.Decide<Collection, CollectionEvent>(id, collection => GiveMoneyBack.Take(collection, payment, elsewhere));
        foreach (var told in (await work.Load<Collection>(id, stop)).State.Refunds.Skip(before.State.Refunds.Count)) new MoneyWentBack(before.State.InvoiceId, payment, told.Refund!, told.Amount).With(work);
    }

    /// <summary>What went back of an invoice that Stripe billed; Invoicing notes each once.</summary>
    /// <param name="begins">Whether the invoice may still be on its way to us.</param>
    private async Task Mirror(Work work, IPaymentProvider provider, StripeAccount account, string payment, bool begins, CancellationToken stop)
    {
        string? invoice = null;
        await foreach (var paid in stripe.PaidBy(account, payment, stop)) invoice ??= paid.Invoice;
        if (invoice is null || (!begins && await invoicing.Invoice(work.Session, StripeMirror.InvoiceIdOf(invoice), stop) is null)) return;
        foreach (var refund in await provider.RefundsElsewhere(payment, stop)) new MoneyWentBack(StripeMirror.InvoiceIdOf(invoice), payment, refund.Refund, refund.Amount).With(work);
    }
}

/// <summary>Looks at a giving back that the provider told of; what failed there failed here, be it behind a yes.</summary>
internal sealed class When_a_refund_moves(StripeConnections connections, StripeApi stripe) : MessageHandler<RefundMoved>(RefundMoved.Message)
{
    public override async Task Handle(Message<RefundMoved> message, Work work, CancellationToken stop)
    {
        if (connections.AccountOf(message.Tenant) is not { } account) return;
        var (id, number, refund) = message.Body;
        if (!(await work.Load<Collection>(id, stop, fresh: true)).Exists) return;
        if (await stripe.FindRefund(account, refund, stop) is not { Status: "failed" or "canceled" } told) return;
        work.Decide<Collection, CollectionEvent>(id, collection => GiveMoneyBack.Fail(collection, number, refund, told.FailureReason ?? told.Status));
    }
}
