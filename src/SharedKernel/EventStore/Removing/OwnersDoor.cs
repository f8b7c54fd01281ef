using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// A door in the walls of those tables from which only the owner may delete: while it is open he sees in them the one tenant whom he names. It is made when it is
/// needed, because a policy that names a role would stand in every dump, and a restore under another owner would stumble over it. An owner whom no wall holds needs none.
/// </summary>
internal sealed class OwnersDoor : IAsyncDisposable
{
    private const int Tries = 30;

    private readonly NpgsqlConnection _owner;
    private readonly string[] _tables;

    private OwnersDoor(NpgsqlConnection owner, string[] tables) => (_owner, _tables) = (owner, tables);

    /// <param name="owner">A connection of the owner, for this and nothing else.</param>
    /// <param name="tenant">Whom he sees.</param>
    /// <param name="tables">Where.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<OwnersDoor> Open(NpgsqlConnection owner, TenantId tenant, IReadOnlyList<string> tables, CancellationToken stop)
    {
        await Sql.Ask(owner, "select set_config('billing.removed', $1, false)", stop, Sql.Text(tenant.Value));
        var held = await Sql.Ask(owner, "select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user", stop) is true;
        var door = new OwnersDoor(owner, held ? [.. tables] : []);
        await door.Each(table => $"drop policy if exists removal on {table}; create policy removal on {table} to current_user using (tenant_id = (select current_setting('billing.removed', true)))", stop);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        if (_owner.State == System.Data.ConnectionState.Open) await Steady.Quietly(Each(table => $"drop policy if exists removal on {table}", CancellationToken.None));
    }

    /// <summary>One table after the other, each for an instant: who is in the way has two seconds, and then the next try comes.</summary>
    private async Task Each(Func<string, string> change, CancellationToken stop)
    {
        foreach (var table in _tables)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await using var transaction = await _owner.BeginTransactionAsync(stop);
                    await Sql.Ask(_owner, $"set local lock_timeout = '2s'; {change(table)}", stop);
                    await transaction.CommitAsync(stop);
                    break;
                }
                catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && tries < Tries)
                {
                    // appends and readers pass first
                }
            }
        }
    }
}
