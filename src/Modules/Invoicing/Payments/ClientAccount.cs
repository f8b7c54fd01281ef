using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a client's credit in one currency.</summary>
internal abstract record ClientAccountEvent;

/// <summary>The client has more credit: too much was paid, or something was credited after it was paid.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Source">The payment or credit note that it came from.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
[Event("invoicing.credit_added")]
internal sealed record CreditAdded(ClientId ClientId, Guid Source, Money Amount, DateOnly On) : ClientAccountEvent;

/// <summary>Credit pays an invoice.</summary>
/// <param name="InvoiceId">Which.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
[Event("invoicing.credit_used")]
internal sealed record CreditUsed(InvoiceId InvoiceId, Money Amount, DateOnly On) : ClientAccountEvent;

/// <summary>Credit that paid an invoice is back.</summary>
/// <param name="InvoiceId">Which it paid.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
/// <param name="ClientId">Whose; unknown of old, when the account was there before.</param>
[Event("invoicing.credit_regained")]
internal sealed record CreditRegained(InvoiceId InvoiceId, Money Amount, DateOnly On, ClientId? ClientId = null) : ClientAccountEvent;

/// <summary>Credit is gone: its payment was undone, or it was paid out.</summary>
/// <param name="Source">The payment, or the paying-out.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
[Event("invoicing.credit_withdrawn")]
internal sealed record CreditWithdrawn(Guid Source, Money Amount, DateOnly On) : ClientAccountEvent;

/// <summary>The client was a double: all of its credit went to the client that stays.</summary>
/// <param name="To">The client that stays.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
[Event("invoicing.credit_handed_over")]
internal sealed record CreditHandedOver(ClientId To, Money Amount, DateOnly On) : ClientAccountEvent;

/// <summary>A double's credit is the client's now.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Double">Whose it was.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
[Event("invoicing.credit_taken_over")]
internal sealed record CreditTakenOver(ClientId ClientId, ClientId Double, Money Amount, DateOnly On) : ClientAccountEvent;

/// <summary>A client's credit in one currency; never less than nothing.</summary>
/// <param name="Balance">Null as long as there never was any.</param>
internal sealed record ClientAccount(ClientId ClientId, Money? Balance) : IAggregate<ClientAccount>
{
    public static string Alias => "invoicing.client_account";

    public static ClientAccount Initial { get; } = new(default, null);

    /// <summary>The stream of a client's credit in a currency.</summary>
    public static Guid IdOf(ClientId client, Currency currency) => NamedId.Of("client_account", client.ToString(), currency.Code);

    /// <summary>The credit there is.</summary>
    public Money In(Currency currency) => Balance ?? Money.Zero(currency);

    /// <summary>Adds credit; nothing happens for nothing.</summary>
    public static Decision<ClientAccountEvent> Add(ClientId client, Guid source, Money amount, DateOnly on) => amount.IsPositive ? new CreditAdded(client, source, amount, on) : Decision.Nothing;

    /// <summary>Pays an invoice with it.</summary>
    public Decision<ClientAccountEvent> Use(InvoiceId invoice, Money amount, DateOnly on) => amount > In(amount.Currency) ? No.TooLittle(In(amount.Currency)) : new CreditUsed(invoice, amount, on);

    /// <summary>Takes credit away, because its payment was undone or because it is paid out.</summary>
    public Decision<ClientAccountEvent> Withdraw(Guid source, Money amount, DateOnly on) =>
        amount.IsZero ? Decision.Nothing : amount > In(amount.Currency) ? No.Used(In(amount.Currency)) : new CreditWithdrawn(source, amount, on);

    /// <summary>All credit goes to the client that stays.</summary>
    public Decision<ClientAccountEvent> HandOver(ClientId survivor, DateOnly on) => Balance is { IsPositive: true } all ? new CreditHandedOver(survivor, all, on) : Decision.Nothing;

    public ClientAccount Apply(object happened) => happened switch
    {
        CreditAdded e => this with { ClientId = e.ClientId, Balance = In(e.Amount.Currency) + e.Amount },
        CreditUsed e => this with { Balance = In(e.Amount.Currency) - e.Amount },
        CreditRegained e => this with { ClientId = e.ClientId ?? ClientId, Balance = In(e.Amount.Currency) + e.Amount },
        CreditWithdrawn e => this with { Balance = In(e.Amount.Currency) - e.Amount },
        CreditHandedOver e => this with { Balance = In(e.Amount.Currency) - e.Amount },
        CreditTakenOver e => this with { ClientId = e.ClientId, Balance = In(e.Amount.Currency) + e.Amount },
        _ => throw new UnknownEventException(nameof(ClientAccount), happened),
    };

    private static class No
    {
        public static Refusal TooLittle(Money balance) => new Refusal("too-little-credit", $"The client has {balance} of credit. Apply at most that.").With("credit", balance);
        public static Refusal Used(Money balance) => new Refusal("credit-used", $"Of the client's credit {balance} is left; the rest pays invoices. Release it there first.").With("credit", balance);
    }
}
