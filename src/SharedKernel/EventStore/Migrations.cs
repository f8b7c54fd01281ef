using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Billing.EventStore;

internal sealed record MigrationSource(string Module, Assembly Assembly)
{
    public IEnumerable<(string Name, string Sql)> Scripts() =>
        from resource in Assembly.GetManifestResourceNames()
        where resource.EndsWith(".sql", StringComparison.Ordinal)
        let file = string.Join('.', resource.Split('.')[^2..])
        orderby file
        select ($"{Module}/{file}", ReadAll(resource));

    private string ReadAll(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>Brings the schema up to date: one node at a time under one lock, each script once, nothing at all when nothing is new.</summary>
public sealed class Migrations(Database database, StoreModel model)
{
    private const long Lock = 0x42494C4C494E47; // "BILLING"

    /// <summary>
    /// Of a table that nobody has counted yet, Postgres thinks that its tenant finds a row as well as its key does, takes any index that begins with the tenant, and keeps
    /// that plan until it counts, a minute later: by then an import reads the whole table for each row. So it is told at the start that one tenant has all the rows.
    /// Servers before 18 cannot be told.
    /// </summary>
    private const string YoungTables = """
        select pg_restore_attribute_stats('schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', 'tenant_id', 'inherited', c.relkind = 'p', 'null_frac', 0::real, 'avg_width', 12, 'n_distinct', 1::real)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where n.nspname = $1 and c.relkind in ('r', 'p') and c.reltuples < 0 and not exists (select from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname and s.attname = 'tenant_id')
        """;

    /// <summary>Applies what is missing, each module's scripts in order, all in one transaction.</summary>
    /// <returns>The names of the scripts applied now.</returns>
    /// <exception cref="MigrationException">A script that was applied has been edited since, the database was written by a newer version, or a table that has a tenant stands open.</exception>
    public async Task<IReadOnlyList<string>> Apply(CancellationToken stop)
    {
        var scripts = model.Migrations.SelectMany(m => m.Scripts()).ToList();
        await using var connection = await database.OpenOwner(stop);
        if (await Missing(connection, scripts, stop) is { Count: 0 } && await Roles.CanSignIn(database, stop))
        {
            await Walls.Check(connection, database, model, stop);
            return [];
        }

        await Execute(connection, $"select pg_advisory_lock({Lock})", stop);
        await Roles.Ensure(database, stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await Execute(connection, $"""
            create schema if not exists {database.Schema};
            grant usage on schema {database.Schema} to {Database.WebRole}, {Database.DaemonRole};
            create table if not exists {database.Schema}.migrations (name varchar primary key, checksum varchar not null, applied_at timestamptz not null default now());
            """, stop);
        var missing = await Missing(connection, scripts, stop);
        foreach (var (name, sql) in missing)
        {
            try
            {
                await Execute(connection, sql, stop);
            }
            catch (PostgresException failed)
            {
                throw new MigrationException($"Migration {name} failed and nothing was changed: {failed.MessageText}", failed);
            }
            await using var record = new NpgsqlCommand($"insert into {database.Schema}.migrations (name, checksum) values ($1, $2)", connection) { Parameters = { new() { Value = name }, new() { Value = Checksum(sql) } } };
            await record.ExecuteNonQueryAsync(stop);
        }
        await BeginProjections(connection, stop);
        if (connection.PostgreSqlVersion.Major >= 18) await Sql.Ask(connection, YoungTables, stop, new NpgsqlParameter<string> { TypedValue = database.Schema });
        await Walls.Check(connection, database, model, stop);
        await transaction.CommitAsync(stop);
        await Execute(connection, $"select pg_advisory_unlock({Lock})", stop);
        return [.. missing.Select(m => m.Name)];
    }

    /// <summary>Makes the two roles on a server into which a dump is about to be restored: its policies and grants name them.</summary>
    public Task PrepareServer(CancellationToken stop) => Roles.Ensure(database, stop);

    /// <summary>While the log is empty every projection's rows are as new as its rule; later, one without a position is built first.</summary>
    private async Task BeginProjections(NpgsqlConnection connection, CancellationToken stop) => await Sql.Ask(
        connection,
        $"insert into {database.Schema}.mt_event_progression (name, last_seq_id, last_updated) select name, 0, clock_timestamp() from unnest($1) as name where not (select is_called from {database.Schema}.mt_events_sequence) on conflict do nothing",
        stop,
        Sql.Texts(model.Projections.Select(p => p.ProgressionName)));

    private async Task<List<(string Name, string Sql)>> Missing(NpgsqlConnection connection, List<(string Name, string Sql)> scripts, CancellationToken stop)
    {
        var applied = new Dictionary<string, string>();
        await using (var exists = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = database.Schema + ".migrations" } } })
            if (!(bool)(await exists.ExecuteScalarAsync(stop))!) return scripts;
        await using (var list = new NpgsqlCommand($"select name, checksum from {database.Schema}.migrations", connection))
        await using (var reader = await list.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) applied.Add(reader.GetString(0), reader.GetString(1));

        if (scripts.FirstOrDefault(s => applied.TryGetValue(s.Name, out var checksum) && checksum != Checksum(s.Sql)) is { Name: { } edited })
            throw new MigrationException($"Migration {edited} was edited after it had been applied. Put it back and write a new one.");
        if (applied.Keys.Except(scripts.Select(s => s.Name)).FirstOrDefault() is { } unknown)
            throw new MigrationException($"This database holds {unknown}, which this version does not know. Start the newer version, or restore a backup.");
        return [.. scripts.Where(s => !applied.ContainsKey(s.Name))];
    }

    private static string Checksum(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>The schema could not be brought up to date; the message says what to do.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
