using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to a wallet.</summary>
internal abstract record WalletEvent;

/// <summary>A client has a wallet from now on; there is nothing in it yet.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Currency">Of the money in it.</param>
/// <param name="Priority">Of a client's wallets the one with the lowest number pays first.</param>
/// <param name="ExpiresOn">The last day on which it pays; null for no end.</param>
/// <param name="Scope">The meters and kinds of charges that it pays; empty: everything.</param>
[Event("usage.wallet_opened"), Announced]
internal sealed record WalletOpened(ClientId ClientId, string Name, Currency Currency, int Priority, DateOnly? ExpiresOn, IReadOnlyList<string> Scope) : WalletEvent
{
    // Two lists of equal words are the same scope.
    public bool Equals(WalletOpened? other) => other is not null
        && (ClientId, Name, Currency, Priority, ExpiresOn) == (other.ClientId, other.Name, other.Currency, other.Priority, other.ExpiresOn) && Scope.SequenceEqual(other.Scope, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(ClientId, Name, Currency, Priority, ExpiresOn, Scope.Count);
}

/// <summary>Money came into the wallet, because somebody said so.</summary>
/// <param name="Source">What it came from; one source tops up once.</param>
/// <param name="Amount">How much.</param>
/// <param name="Charged">Whether the client is charged for it; otherwise it was paid elsewhere, or given.</param>
[Event("usage.wallet_topped_up"), Announced]
internal sealed record WalletToppedUp(string Source, Money Amount, bool Charged) : WalletEvent;

/// <summary>Money came into the wallet, because a use left less than the rule says; the client is charged for it.</summary>
/// <param name="UseSource">The source of that use.</param>
/// <param name="Amount">How much.</param>
[Event("usage.wallet_topped_up_by_rule")]
internal sealed record WalletToppedUpByRule(string UseSource, Money Amount) : WalletEvent;

/// <summary>The wallet paid something.</summary>
/// <param name="Source">What it paid; one source is paid once.</param>
/// <param name="Amount">How much.</param>
/// <param name="ChargeKind">The meter or kind of charge; null where nobody said.</param>
[Event("usage.wallet_used"), Announced]
internal sealed record WalletUsed(string Source, Money Amount, string? ChargeKind) : WalletEvent;

/// <summary>A bill that the wallet had paid came to less afterwards: what it paid too much came back.</summary>
/// <param name="Source">The step of the bill; one source gives back once.</param>
/// <param name="Amount">How much.</param>
[Event("usage.wallet_given_back")]
internal sealed record WalletGivenBack(string Source, Money Amount) : WalletEvent;

/// <summary>From now on the wallet is topped up whenever a use leaves too little.</summary>
/// <param name="Below">Less than this is too little.</param>
/// <param name="Amount">So much comes in.</param>
[Event("usage.top_up_rule_agreed")]
internal sealed record TopUpRuleAgreed(Money Below, Money Amount) : WalletEvent;

/// <summary>The wallet is topped up by hand only.</summary>
[Event("usage.top_up_rule_dropped")]
internal sealed record TopUpRuleDropped : WalletEvent;

/// <summary>The wallet pays nothing any more; what was left in it is forfeited, and so is what comes back to it.</summary>
/// <param name="Reason">Why, in the words of whoever did it.</param>
[Event("usage.wallet_voided"), Announced]
internal sealed record WalletVoided(string Reason) : WalletEvent;
