using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>An append whose commit is still to come: the store's own statement in a transaction that the test ends when it likes.</summary>
internal sealed class PendingAppend : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PendingAppend(NpgsqlConnection connection, NpgsqlTransaction transaction, long first, long last) =>
        (_connection, _transaction, First, Last) = (connection, transaction, first, last);

    public long First { get; }

    public long Last { get; }

    public static async Task<PendingAppend> Begin(EventStore store, TenantId tenant, int events = 1, Func<NpgsqlConnection, Task>? before = null)
    {
        var connection = await store.Database.Web.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        if (before is not null) await before(connection);
        var append = new StreamAppend(Account.Alias, Guid.CreateVersion7(), 0, [.. Enumerable.Range(0, events).Select(n => new NewEvent(Guid.CreateVersion7(), n == 0 ? new AccountOpened("Somebody") : new MoneyDeposited(n)))]);
        var commit = new Commit(tenant, new Recorded(store.Now(), Actor.System), [append]);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Database.SetTenant(tenant), AppendStatement.For(tenant, WrittenAppend.Of(commit, store.Registry), store.Registry) } };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var last = 0L;
        while (await reader.ReadAsync()) last = reader.GetInt64(0);
        return new PendingAppend(connection, transaction, last - events + 1, last);
    }

    public async Task Commit()
    {
        await _transaction.CommitAsync();
        await DisposeAsync();
    }

    public ValueTask RollBack() => DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
