namespace Billing.Usage;

/// <summary>Why a wallet does not do what was asked.</summary>
internal static class WalletNo
{
    public static readonly Refusal UnknownClient = new("unknown-client", "There is no such client. Choose one of yours.");
    public static readonly Refusal Voided = new("wallet-voided", "This wallet was voided. Open another one.");
    public static readonly Refusal NotPositive = new("amount-not-positive", "This is more than nothing. Enter an amount above 0.");
    public static readonly Refusal Expired = new("wallet-expired", "This wallet pays nothing after its last day. Use another one.");
    public static readonly Refusal SourceTaken = new("source-taken", "This source was used with another amount or kind before. Name another source.");
    public static readonly Refusal ExpiryPast = new("expiry-past", "The last day of a wallet is today or later. Choose another day, or none.");
    public static readonly Refusal BadPriority = new("bad-priority", "A priority is from 1 to 100; the lowest number pays first.");
    public static readonly Refusal BadScope = new("bad-scope", "A scope is at most 50 meters or kinds of charges, each with a name and each once.");
    public static readonly Refusal AmountTooLarge = new("amount-too-large", "This amount is too large; an amount is less than 1,000,000,000,000,000.");

    public static Refusal ClientNotActive(string name) => new Refusal("client-not-active", $"{PlainText.Quote(name)} is billed no longer. Restore the client, or choose another one.").With("client", name);

    public static Refusal WrongCurrency(Currency currency) => new Refusal("wrong-currency", $"This wallet holds {currency}. Enter an amount in {currency}.").With("currency", currency.Code);

    public static Refusal OutOfScope(string? kind) => new Refusal("out-of-scope", $"This wallet does not pay {(kind is null ? "what has no kind" : PlainText.Quote(kind))}. Use another one.").With("chargeKind", kind);

    public static Refusal BalanceTooLow(Money balance) => new Refusal("balance-too-low", $"There are {balance} left in this wallet. Use no more, or top it up first.").With("balance", balance);

    /// <summary>Whether an amount can go in or out.</summary>
    public static Refusal? Of(Wallet wallet, Money amount) => wallet.Voided ? Voided : amount.Currency != wallet.Currency ? WrongCurrency(wallet.Currency) : !amount.IsPositive ? NotPositive : null;
}
