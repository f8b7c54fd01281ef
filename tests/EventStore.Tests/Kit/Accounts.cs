namespace Billing.EventStore.Tests;

/// <summary>The tests' own little module: accounts with deposits and withdrawals.</summary>
public abstract record AccountEvent;

[Event("test.account_opened")]
public sealed record AccountOpened(string Owner) : AccountEvent;

[Event("test.money_deposited")]
public sealed record MoneyDeposited(decimal Amount) : AccountEvent;

[Event("test.money_withdrawn")]
public sealed record MoneyWithdrawn(decimal Amount) : AccountEvent;

[Event("test.account_noted")]
public sealed record AccountNoted(string Text) : AccountEvent;

public sealed record Account(string Owner, decimal Balance) : IAggregate<Account>
{
    public static string Alias => "test.account";

    public static Account Initial { get; } = new("", 0);

    public Account Apply(object happened) => happened switch
    {
        AccountOpened e => this with { Owner = e.Owner },
        MoneyDeposited e => this with { Balance = Balance + e.Amount },
        MoneyWithdrawn e => this with { Balance = Balance - e.Amount },
        AccountNoted => this,
        _ => throw new UnknownEventException(nameof(Account), happened),
    };

    public static Func<Account, Decision<AccountEvent>> Opening(string owner, params AccountEvent[] more) => _ => (AccountEvent[])[new AccountOpened(owner), .. more];

    public static Decision<AccountEvent> Deposit(Account account, decimal amount) => amount == 0 ? Decision.Nothing : new MoneyDeposited(amount);

    public static Decision<AccountEvent> Withdraw(Account account, decimal amount) =>
        amount > account.Balance ? new Refusal("not-covered", $"The account holds {account.Balance}.") : new MoneyWithdrawn(amount);
}

/// <summary>Another kind of stream, without any event of its own.</summary>
public sealed record Drawer : IAggregate<Drawer>
{
    public static string Alias => "test.drawer";

    public static Drawer Initial { get; } = new();

    public Drawer Apply(object happened) => throw new UnknownEventException(nameof(Drawer), happened);
}

public sealed record AccountRow(Guid Id, string Owner, decimal Balance, long Version, DateTimeOffset Touched);

public sealed class AccountRows : Projection<AccountRow>
{
    public AccountRows() : base("test.accounts", new RowTable<AccountRow>("test_accounts"), Lifecycle.Inline, inlineStream: Account.Alias)
    {
        CoversAll<AccountEvent>();
        Uses<AccountOpened>((_, e, at) => new AccountRow(at.StreamId, e.Owner, 0, at.Version, at.At));
        Uses<MoneyDeposited>((row, e, at) => row! with { Balance = row.Balance + e.Amount, Version = at.Version, Touched = at.At });
        Uses<MoneyWithdrawn>((row, e, at) => row! with { Balance = row.Balance - e.Amount, Version = at.Version, Touched = at.At });
        Ignores<AccountNoted>();
    }
}
