namespace Billing.EventStore.Tests;

public sealed record TotalRow(string What, int Events, decimal Amount, DateTimeOffset LastAt);

/// <summary>Totals across all accounts of a tenant. Chokes on amounts that a test names.</summary>
public sealed class Totals : Projection<TotalRow>
{
    private readonly Func<decimal, bool> _chokes;

    public Totals(Func<decimal, bool>? chokes = null, int version = 1, decimal factor = 1) : base("test.totals", new RowTable<TotalRow>("test_totals", "what"), Lifecycle.Async, version)
    {
        _chokes = chokes ?? (_ => false);
        CoversAll<AccountEvent>();
        Uses<AccountOpened>((_, _) => "opened", (row, _, at) => Plus(row, "opened", 0, at));
        Uses<MoneyDeposited>((_, _) => "deposited", (row, e, at) => Plus(row, "deposited", e.Amount * factor, at));
        Uses<MoneyWithdrawn>((_, _) => "withdrawn", (row, e, at) => Plus(row, "withdrawn", e.Amount * factor, at));
        Ignores<AccountNoted>();
    }

    private TotalRow Plus(TotalRow? row, string what, decimal amount, StoredEvent at) => _chokes(amount)
        ? throw new InvalidOperationException($"{amount} is hard to digest")
        : new TotalRow(what, (row?.Events ?? 0) + 1, (row?.Amount ?? 0) + amount, at.At);
}

public sealed record StatementRow(Guid Id, string Owner, decimal Balance, int Lines, DateOnly? FirstOn, [property: Jsonb] IReadOnlyList<string>? Tags);

/// <summary>One row per account; it goes when the note says so.</summary>
public sealed class Statements : Projection<StatementRow>
{
    public Statements() : base("test.statements", new RowTable<StatementRow>("test_statements"), Lifecycle.Async)
    {
        CoversAll<AccountEvent>();
        Uses<AccountOpened>((_, e, at) => new StatementRow(at.StreamId, e.Owner, 0, 0, null, null));
        Uses<MoneyDeposited>((row, e, at) => row is null ? null : row with { Balance = row.Balance + e.Amount, Lines = row.Lines + 1, FirstOn = row.FirstOn ?? DateOnly.FromDateTime(at.At.UtcDateTime) });
        Uses<MoneyWithdrawn>((row, e, _) => row is null ? null : row with { Balance = row.Balance - e.Amount, Lines = row.Lines + 1 });
        Uses<AccountNoted>((row, e, _) => e.Text == "close" ? null : row is null ? null : row with { Tags = [.. row.Tags ?? [], e.Text] });
    }
}
