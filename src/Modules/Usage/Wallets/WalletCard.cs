using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A wallet.</summary>
/// <param name="Balance">What is left in it.</param>
/// <param name="Priority">Of a client's wallets the one with the lowest number pays first.</param>
/// <param name="ExpiresOn">The last day on which it pays.</param>
/// <param name="Scope">What it pays; empty: everything.</param>
/// <param name="TopUpRule">When it is topped up by itself.</param>
internal sealed record WalletCard(WalletId Id, ClientId ClientId, string Name, Money Balance, int Priority, DateOnly? ExpiresOn, IReadOnlyList<string> Scope, WalletRule? TopUpRule, bool Voided, long Version)
{
    public static WalletCard Of(WalletId id, Versioned<Wallet> now) => new(
        id, now.State.ClientId, now.State.Name, now.State.Balance, now.State.Priority, now.State.ExpiresOn, now.State.Scope, now.State.Rule is { } rule ? new WalletRule(rule.Below, rule.Amount) : null, now.State.Voided, now.Version);
}

/// <summary>When a wallet is topped up by itself.</summary>
/// <param name="Below">Less than this is too little.</param>
/// <param name="Amount">So much comes in.</param>
internal sealed record WalletRule(Money Below, Money Amount);
