using System.Globalization;

namespace Billing.Subscriptions;

/// <summary>
/// A provider that takes no money, for those who are not connected with Stripe: a card does what its token says, the same each time. The tokens are those of Stripe's
/// test mode, and one that it lacks, for a card that is declined first and succeeds afterwards.
/// </summary>
internal sealed class TestProvider : IPaymentProvider
{
    public const string Test = "test";

    private static readonly Dictionary<string, Manner> Cards = new(StringComparer.Ordinal)
    {
        ["pm_card_visa"] = new("visa", "4242"),
        ["pm_card_mastercard"] = new("mastercard", "4444"),
        ["pm_card_amex"] = new("amex", "8431"),
        ["pm_card_chargeCustomerFail"] = new("visa", "0341", "generic_decline"),
        ["pm_card_authenticationRequired"] = new("visa", "3184", StripeProvider.AuthenticationRequired),
        ["pm_card_declinedFirst"] = new("visa", "0019", "insufficient_funds", Fails: 1),
    };

    private static readonly Dictionary<string, string> NeverKept = new(StringComparer.Ordinal)
    {
        ["pm_card_visa_chargeDeclined"] = "generic_decline",
        ["pm_card_visa_chargeDeclinedInsufficientFunds"] = "insufficient_funds",
        ["pm_card_chargeDeclinedExpiredCard"] = "expired_card",
    };

    /// <summary>What a page offers to choose from: cards that succeed, are declined at once, are declined later, ask for their owner.</summary>
    public static IReadOnlyList<(string Token, string Brand, string LastFour, string? Declines)> Offered { get; } =
        [.. Cards.Where(card => card.Value.Fails == int.MaxValue).Select(card => (card.Key, card.Value.Brand, card.Value.LastFour, card.Value.Declines)), ("pm_card_visa_chargeDeclined", "visa", "0002", "declined")];

    public string Name => Test;

    public Task<Result<CardAtProvider>> Keep(CardOwner owner, string token, CancellationToken stop) => Task.FromResult<Result<CardAtProvider>>(
        NeverKept.TryGetValue(token, out var code) ? CardNo.Declined(code)
        : Cards.TryGetValue(token, out var card) ? new CardAtProvider(owner.Payer ?? $"test_{owner.ClientId}", token, card.Brand, card.LastFour, 12, 2099)
        : CardNo.UnknownToken);

    public Task<CardPage?> AskForCard(CardOwner owner, Uri back, Uri cancel, string key, CancellationToken stop) => Task.FromResult<CardPage?>(null);

    public Task<CardAtProvider?> LeftOn(string page, string payer, CancellationToken stop) => Task.FromResult<CardAtProvider?>(null);

    public Task<ChargeOutcome> Charge(Charging charging, CancellationToken stop) => Task.FromResult(Of(charging.Card, charging.Attempt, $"test_{charging.Card}_{charging.Attempt}_{charging.InvoiceId:N}"));

    // Nothing is ever lost here: what it would answer, it did.
    public Task<ChargeOutcome?> Find(Charging charging, CancellationToken stop) => Task.FromResult<ChargeOutcome?>(null);

    public Task<ChargeOutcome> Look(string payment, CancellationToken stop)
    {
        var parts = payment.Split('_');
        return Task.FromResult(Of(string.Join('_', parts[1..^2]), int.Parse(parts[^2], CultureInfo.InvariantCulture), payment));
    }

    public Task<ChargeOutcome> Withdraw(string payment, CancellationToken stop) => Look(payment, stop);

    public Task<RefundOutcome> Refund(GivingBack back, CancellationToken stop) => Task.FromResult(new RefundOutcome(FormattableString.Invariant($"{back.Payment}_refund_{back.Number}"), null));

    public Task<RefundOutcome?> FindRefund(GivingBack back, CancellationToken stop) => Task.FromResult<RefundOutcome?>(null);

    public Task<IReadOnlyList<RefundElsewhere>> RefundsElsewhere(string payment, CancellationToken stop) => Task.FromResult<IReadOnlyList<RefundElsewhere>>([]);

    private static ChargeOutcome Of(string token, int attempt, string payment) =>
        !Cards.TryGetValue(token, out var card) ? new(ChargeState.Failed, null, "resource_missing")
        : card.Declines is not { } code || attempt > card.Fails ? new(ChargeState.Succeeded, payment)
        : new(code == StripeProvider.AuthenticationRequired ? ChargeState.NeedsAction : ChargeState.Failed, payment, code);

    /// <param name="Declines">Why it is declined; null: it is not.</param>
    /// <param name="Fails">So many attempts fail.</param>
    private sealed record Manner(string Brand, string LastFour, string? Declines = null, int Fails = int.MaxValue);
}
