using Billing.EventStore;

namespace Billing.Bench;

/// <summary>What happens to the bench's accounts: bodies as long as those of the product's own events.</summary>
public abstract record AccountEvent;

[Event("bench.account_opened")]
public sealed record AccountOpened(string Owner, string Reference, string Currency, DateOnly OpenedOn) : AccountEvent;

[Event("bench.amount_booked")]
public sealed record AmountBooked(string Reference, decimal Amount, string Currency, DateOnly BookedOn) : AccountEvent;

/// <summary>An account without a row: what the log alone costs.</summary>
public sealed record Account(string Owner, decimal Balance) : IAggregate<Account>
{
    public static string Alias => "bench.account";

    public static Account Initial { get; } = new("", 0);

    public Account Apply(object happened) => happened switch
    {
        AccountOpened e => this with { Owner = e.Owner },
        AmountBooked e => this with { Balance = Balance + e.Amount },
        _ => throw new UnknownEventException(nameof(Account), happened),
    };
}

/// <summary>The same with a row that is there when the click is answered.</summary>
public sealed record TrackedAccount(string Owner, decimal Balance) : IAggregate<TrackedAccount>
{
    public static string Alias => "bench.tracked_account";

    public static TrackedAccount Initial { get; } = new("", 0);

    public TrackedAccount Apply(object happened) => happened switch
    {
        AccountOpened e => this with { Owner = e.Owner },
        AmountBooked e => this with { Balance = Balance + e.Amount },
        _ => throw new UnknownEventException(nameof(TrackedAccount), happened),
    };
}

public sealed record AccountRow(Guid Id, string Owner, string Currency, decimal Balance, DateOnly LastOn, long Version);

public sealed class TrackedAccountRows : Projection<AccountRow>
{
    public TrackedAccountRows() : base("bench.tracked_accounts", new RowTable<AccountRow>("bench_tracked_accounts"), Lifecycle.Inline, inlineStream: TrackedAccount.Alias)
    {
        CoversAll<AccountEvent>();
        Uses<AccountOpened>((_, e, at) => new AccountRow(at.StreamId, e.Owner, e.Currency, 0, e.OpenedOn, at.Version));
        Uses<AmountBooked>((row, e, at) => row! with { Balance = row.Balance + e.Amount, LastOn = e.BookedOn, Version = at.Version });
    }
}

/// <summary>The same row, written behind the high-water mark.</summary>
public sealed class AccountBalances : Projection<AccountRow>
{
    public AccountBalances() : base("bench.account_balances", new RowTable<AccountRow>("bench_account_balances"), Lifecycle.Async)
    {
        CoversAll<AccountEvent>();
        Uses<AccountOpened>((_, e, at) => new AccountRow(at.StreamId, e.Owner, e.Currency, 0, e.OpenedOn, at.Version));
        Uses<AmountBooked>((row, e, at) => row! with { Balance = row.Balance + e.Amount, LastOn = e.BookedOn, Version = at.Version });
    }
}
