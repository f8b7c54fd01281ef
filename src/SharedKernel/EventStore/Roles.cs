using Npgsql;

namespace Billing.EventStore;

/// <summary>The two login roles. They belong to the server, not to one database, so making them must bear company.</summary>
internal static class Roles
{
    public static async Task<bool> CanSignIn(Database database, CancellationToken stop)
    {
        try
        {
            await using var web = await database.Web.OpenConnectionAsync(stop);
            await using var daemon = await database.Daemon.OpenConnectionAsync(stop);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
    }

    public static async Task Ensure(Database database, CancellationToken stop)
    {
        var password = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Password;
        foreach (var role in new[] { Database.WebRole, Database.DaemonRole })
        {
            var secret = Database.PasswordOf(role, password);
            await Quietly(database, $"create role {role} login nosuperuser nocreatedb nocreaterole noinherit nobypassrls password '{secret}'", stop);
            if (!await CanSignIn(database, stop)) await Quietly(database, $"alter role {role} login password '{secret}'", stop);
        }
    }

    /// <summary>
    /// Another database's node may do the same at this moment; whoever is first has done it for both.
    /// On a connection of its own, because Npgsql gives up the one that an XX000 came through, and with it the migrations' lock would go.
    /// </summary>
    private static async Task Quietly(Database database, string sql, CancellationToken stop)
    {
        try
        {
            await using var owner = await database.OpenOwner(stop);
            await using var command = new NpgsqlCommand(sql, owner);
            await command.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException done) when (done.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.InternalError)
        {
            // 42710 it exists, 23505 it was made a moment ago, XX000 "tuple concurrently updated": the other one set the same password
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationException($"The role of the connection string may not create roles. As an administrator run: {sql.Replace("password", "password /* keep this one */", StringComparison.Ordinal)}", denied);
        }
    }
}
