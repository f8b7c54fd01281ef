using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A wallet as lists show it.</summary>
internal sealed record WalletRow(Guid Id, Guid ClientId, string Name, string Currency, decimal Balance, int Priority, DateOnly? ExpiresOn, [property: Jsonb] IReadOnlyList<string> Scope, decimal? RuleBelow, decimal? RuleAmount, bool Voided, long Version);

internal sealed class WalletRows : Projection<WalletRow>
{
    public WalletRows() : base("usage.wallets", new RowTable<WalletRow>("usage_wallets"), Lifecycle.Inline, inlineStream: Wallet.Alias)
    {
        CoversAll<WalletEvent>();
        Uses<WalletOpened>((_, e, at) => new WalletRow(at.StreamId, e.ClientId.Value, e.Name, e.Currency.Code, 0, e.Priority, e.ExpiresOn, e.Scope, null, null, false, at.Version));
        Uses<WalletToppedUp>((row, e, at) => row! with { Balance = row.Balance + e.Amount.Amount, Version = at.Version });
        Uses<WalletToppedUpByRule>((row, e, at) => row! with { Balance = row.Balance + e.Amount.Amount, Version = at.Version });
        Uses<WalletUsed>((row, e, at) => row! with { Balance = row.Balance - e.Amount.Amount, Version = at.Version });
        Uses<WalletGivenBack>((row, e, at) => row! with { Balance = row.Voided ? row.Balance : row.Balance + e.Amount.Amount, Version = at.Version });
        Uses<TopUpRuleAgreed>((row, e, at) => row! with { RuleBelow = e.Below.Amount, RuleAmount = e.Amount.Amount, Version = at.Version });
        Uses<TopUpRuleDropped>((row, _, at) => row! with { RuleBelow = null, RuleAmount = null, Version = at.Version });
        Uses<WalletVoided>((row, _, at) => row! with { Balance = 0, Voided = true, Version = at.Version });
    }
}
