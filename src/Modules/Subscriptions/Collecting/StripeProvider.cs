using System.Globalization;

namespace Billing.Subscriptions;

/// <summary>Cards that are kept at Stripe, and payments that Stripe takes from them while their owner is away.</summary>
internal sealed class StripeProvider(StripeApi stripe, StripeAccount account) : IPaymentProvider
{
    public const string Stripe = "stripe";
    public const string AuthenticationRequired = "authentication_required";

    /// <summary>By which a payment of ours is known at Stripe.</summary>
    public const string CollectionKey = "collection", AttemptKey = "attempt", RefundKey = "refund";

    // Stripe's clock is not ours.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    public string Name => Stripe;

    public async Task<Result<CardAtProvider>> Keep(CardOwner owner, string token, CancellationToken stop)
    {
        try
        {
            var payer = await Payer(owner, stop);
            var kept = await stripe.Attach(account, token, payer, $"card/{owner.ClientId}/{token}", stop);
            return Of(payer, kept) is { } card ? card : CardNo.NoCard;
        }
        catch (StripeException no) when (no.Declined)
        {
            return CardNo.Declined(no.Problem!.DeclineCode ?? no.Problem.Code ?? "declined");
        }
        catch (StripeException no) when (IsRefused(no))
        {
            return CardNo.UnknownToken;
        }
    }

    public async Task<CardPage?> AskForCard(CardOwner owner, Uri back, Uri cancel, string key, CancellationToken stop)
    {
        var payer = await Payer(owner, stop);
        var page = await stripe.CreateSetupPage(account, payer, back, cancel, new Dictionary<string, string> { ["client"] = owner.ClientId.ToString() }, key, stop);
        return page.Url is { } address ? new CardPage(page.Id, payer, new Uri(address)) : null;
    }

    public async Task<CardAtProvider?> LeftOn(string page, string payer, CancellationToken stop)
    {
        if ((await stripe.FindPage(account, page, stop)).SetupIntent is not { } setup) return null;
        if (await stripe.FindSetup(account, setup, stop) is not { Status: "succeeded", PaymentMethod: { } method }) return null;
        return Of(payer, await stripe.FindMethod(account, method, stop));
    }

    public async Task<ChargeOutcome> Charge(Charging charging, CancellationToken stop)
    {
        var metadata = new Dictionary<string, string> { [CollectionKey] = charging.Collection.ToString(), [AttemptKey] = charging.Attempt.ToString(CultureInfo.InvariantCulture), ["invoice"] = charging.InvoiceId.ToString() };
        try
        {
            return Of(await stripe.Charge(account, charging.Amount, charging.Payer, charging.Card, charging.Number, metadata, charging.Key, stop));
        }
        catch (StripeException no) when (IsRefused(no))
        {
            return Failed(no.Problem!.PaymentIntent?.Id, no.Problem);
        }
    }

    public async Task<ChargeOutcome?> Find(Charging charging, CancellationToken stop)
    {
        await foreach (var known in stripe.IntentsSince(account, charging.Payer, charging.At - Before, stop))
            if (known.Metadata?.GetValueOrDefault(CollectionKey) == charging.Collection.ToString() && known.Metadata.GetValueOrDefault(AttemptKey) == charging.Attempt.ToString(CultureInfo.InvariantCulture)) return Of(known);
        return null;
    }

    public async Task<ChargeOutcome> Look(string payment, CancellationToken stop) => Of(await stripe.FindIntent(account, payment, stop));

    public async Task<ChargeOutcome> Withdraw(string payment, CancellationToken stop)
    {
        try
        {
            return Of(await stripe.CancelIntent(account, payment, $"{payment}/cancel", stop));
        }
        catch (StripeException over) when (IsRefused(over))
        {
            return await Look(payment, stop);
        }
    }

    public async Task<RefundOutcome> Refund(GivingBack back, CancellationToken stop)
    {
        var metadata = new Dictionary<string, string> { [CollectionKey] = back.Collection.ToString(), [RefundKey] = back.Number.ToString(CultureInfo.InvariantCulture) };
        try
        {
            return Of(await stripe.Refund(account, back.Payment, back.Amount, metadata, back.Key, stop));
        }
        catch (StripeException no) when (IsRefused(no))
        {
            return new RefundOutcome(null, no.Problem!.Code ?? "refused");
        }
    }

    public async Task<RefundOutcome?> FindRefund(GivingBack back, CancellationToken stop)
    {
        await foreach (var known in stripe.RefundsOf(account, back.Payment, stop))
            if (known.Metadata?.GetValueOrDefault(CollectionKey) == back.Collection.ToString() && known.Metadata.GetValueOrDefault(RefundKey) == back.Number.ToString(CultureInfo.InvariantCulture)) return Of(known);
        return null;
    }

    public async Task<IReadOnlyList<RefundElsewhere>> RefundsElsewhere(string payment, CancellationToken stop)
    {
        var found = new List<RefundElsewhere>();
        await foreach (var known in stripe.RefundsOf(account, payment, stop))
            if (known.Metadata?.ContainsKey(RefundKey) != true && known.Status == "succeeded") found.Add(new RefundElsewhere(known.Id, StripeMoney.FromStripe(known.Amount, known.Currency)));
        return found;
    }

    /// <summary>What Stripe calls the client; it is told of them first where it does not know them.</summary>
    private async Task<string> Payer(CardOwner owner, CancellationToken stop) =>
        owner.Payer ?? (await stripe.CreateCustomer(account, owner.Name, null, new Dictionary<string, string> { ["client"] = owner.ClientId.ToString() }, $"client/{owner.ClientId}", stop)).Id;

    private static CardAtProvider? Of(string payer, StripePaymentMethod kept) => kept.Card is { } card ? new CardAtProvider(payer, kept.Id, card.Brand, card.Last4, card.ExpMonth, card.ExpYear) : null;

    private static RefundOutcome Of(StripeRefund refund) => refund.Status is "failed" or "canceled" ? new(null, refund.Status) : new(refund.Id, null);

    private static ChargeOutcome Of(StripeIntent intent) => intent.Status switch
    {
        "succeeded" => new(ChargeState.Succeeded, intent.Id),
        "requires_payment_method" or "canceled" => Failed(intent.Id, intent.LastPaymentError),
        "requires_action" => new(ChargeState.NeedsAction, intent.Id, AuthenticationRequired),
        _ => new(ChargeState.Pending, intent.Id),
    };

    private static ChargeOutcome Failed(string? payment, StripeProblem? problem) =>
        problem?.Code == AuthenticationRequired ? new(ChargeState.NeedsAction, payment, AuthenticationRequired) : new(ChargeState.Failed, payment, problem?.DeclineCode ?? problem?.Code ?? "canceled");

    /// <summary>Whether Stripe said no for good. A key that was used otherwise, or an account that may not, says nothing of the payment.</summary>
    private static bool IsRefused(StripeException no) => no.Status is 400 or 402 or 404 && no.Problem?.Type is "card_error" or "invalid_request_error";
}
