using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Money that a client paid before, or was given; it pays what falls into its scope, until it is empty, has expired or is voided.</summary>
/// <param name="ToppedUp">By source.</param>
/// <param name="Used">By source.</param>
internal sealed record Wallet(
    ClientId ClientId, string Name, Currency Currency, int Priority, DateOnly? ExpiresOn, IReadOnlyList<string> Scope, Money Balance,
    ImmutableDictionary<string, WalletToppedUp> ToppedUp, ImmutableDictionary<string, WalletUsed> Used, TopUpRuleAgreed? Rule, bool Voided) : IAggregate<Wallet>
{
    public static string Alias => "usage.wallet";

    public static Wallet Initial { get; } = new(default, "", default, 0, null, [], default, ImmutableDictionary.Create<string, WalletToppedUp>(StringComparer.Ordinal), ImmutableDictionary.Create<string, WalletUsed>(StringComparer.Ordinal), null, false);

    /// <summary>As what pays a price.</summary>
    public PrepaidCredit Credit(string id) => new(id, Balance, Priority, ExpiresOn, Scope);

    public Wallet Apply(object happened) => happened switch
    {
        WalletOpened e => this with { ClientId = e.ClientId, Name = e.Name, Currency = e.Currency, Priority = e.Priority, ExpiresOn = e.ExpiresOn, Scope = e.Scope, Balance = Money.Zero(e.Currency) },
        WalletToppedUp e => this with { Balance = With(e.Amount), ToppedUp = ToppedUp.SetItem(e.Source, e) },
        WalletToppedUpByRule e => this with { Balance = With(e.Amount) },
        WalletUsed e => this with { Balance = With(-e.Amount), Used = Used.SetItem(e.Source, e) },
        WalletGivenBack e => Voided ? this : this with { Balance = With(e.Amount) },
        TopUpRuleAgreed e => this with { Rule = e },
        TopUpRuleDropped => this with { Rule = null },
        WalletVoided => this with { Voided = true, Balance = Balance == default ? default : Money.Zero(Currency) },
        _ => throw new UnknownEventException(nameof(Wallet), happened),
    };

    // A stream begins with its currency; an event by itself says it, too.
    private Money With(Money more) => Balance == default ? more : Balance + more;
}
