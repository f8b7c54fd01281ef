using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// The three ways into Postgres: the owner migrates, the web role sees one tenant at a time, the daemon sees all.
/// Neither web nor daemon owns anything or bypasses row-level security.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The role of requests.</summary>
    public const string WebRole = "billing_web";

    /// <summary>The role of projections and messages.</summary>
    public const string DaemonRole = "billing_daemon";

    internal const string SetTenantSql = "select set_config('billing.tenant', $1, true)";

    private readonly string _daemonSession;
    private readonly NpgsqlDataSource _keys;

    /// <param name="ownerConnectionString">Connection string of the role that owns the schema; its role may create roles.</param>
    /// <param name="schema">The one schema of all modules.</param>
    /// <param name="replica">What is different of a server that follows this one, such as <c>Host=…;Port=…</c>; null: there is none.</param>
    public Database(string ownerConnectionString, string schema = "billing", string? replica = null)
    {
        Schema = schema;
        OwnerConnectionString = new NpgsqlConnectionStringBuilder(ownerConnectionString) { SearchPath = schema, ApplicationName = "billing owner", Pooling = false }.ConnectionString;
        // Measured on 2 cores with 32 clients: 18 gives the most readings and the least processor time for each; 8, 12 and 32 are all behind it.
        Web = Source(Settings(ownerConnectionString, WebRole, pool: 18));
        var keys = Settings(ownerConnectionString, WebRole, pool: 1);
        keys.MaxPoolSize = 1; // its own, so that who holds a connection and needs a key waits for nobody who does the same
        keys.ConnectionIdleLifetime = 10;
        _keys = Source(keys);
        if (replica is not null) Replica = new Replica(Source(Settings(Differing(ownerConnectionString, replica), WebRole, pool: 18)), Web);
        var daemon = Settings(ownerConnectionString, DaemonRole, pool: 8);
        daemon.MinPoolSize = Math.Min(4, daemon.MaxPoolSize); // once open they stay: a storm of requests cannot take them away
        daemon.Options += " -c plan_cache_mode=force_custom_plan"; // few, large statements: worth planning each
        Daemon = Source(daemon);
        daemon.Pooling = false;
        daemon.KeepAlive = 5;
        _daemonSession = daemon.ConnectionString;
    }

    /// <summary>The schema's name.</summary>
    public string Schema { get; }

    /// <summary>Connections of requests.</summary>
    public NpgsqlDataSource Web { get; }

    /// <summary>Connections of the daemon and the message runner.</summary>
    public NpgsqlDataSource Daemon { get; }

    /// <summary>The server that follows this one; null: there is none.</summary>
    public Replica? Replica { get; }

    internal string OwnerConnectionString { get; }

    /// <summary>Opens an owner's connection, outside of any pool.</summary>
    public async Task<NpgsqlConnection> OpenOwner(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(OwnerConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }

    /// <summary>Opens a daemon's connection outside of the pool: one to listen and to hold locks on.</summary>
    internal async Task<NpgsqlConnection> OpenDaemonSession(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(_daemonSession);
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs one reading statement as one tenant: tenant and statement travel in one round trip and one transaction.
    /// </summary>
    /// <param name="tenant">Whose rows.</param>
    /// <param name="sql">The statement; by convention <c>$1</c> is the tenant.</param>
    /// <param name="values">The parameters after the tenant.</param>
    /// <param name="read">Called with the reader on the statement's result.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<T> Read<T>(TenantId tenant, string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop) => Read(Web, tenant, sql, values, read, stop);

    private static async Task<T> Read<T>(NpgsqlDataSource source, TenantId tenant, string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { SetTenant(tenant), Command(tenant, sql, values) } };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        return await read(reader);
    }

    /// <summary>As <see cref="Read{T}(TenantId, string, IReadOnlyList{NpgsqlParameter}, Func{NpgsqlDataReader, Task{T}}, CancellationToken)"/>, from the replica where there is one that is level; when that fails, from the database after all.</summary>
    internal async Task<T> ReadAside<T>(TenantId tenant, string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop)
    {
        if (Replica is { } replica && await replica.IsLevel(stop))
        {
            try
            {
                return await Read(replica.Source, tenant, sql, [.. values.Select(value => value.Clone())], read, stop);
            }
            catch (NpgsqlException failed) when (!stop.IsCancellationRequested)
            {
                if (failed is not PostgresException) replica.Lost(); // else it had to give way to what it takes up, or the statement is wrong: then the database says so
            }
        }
        return await Read(tenant, sql, values, read, stop);
    }

    /// <summary>Asks two things of one tenant in one round trip and one transaction.</summary>
    internal async Task<(TOne, TOther)> Read<TOne, TOther>(TenantId tenant, Question<TOne> one, Question<TOther> other, CancellationToken stop)
    {
        await using var connection = await Web.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { SetTenant(tenant), Command(tenant, one.Sql, one.Values), Command(tenant, other.Sql, other.Values) } };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        var first = await one.Read(reader);
        await reader.NextResultAsync(stop);
        return (first, await other.Read(reader));
    }

    /// <summary>
    /// Reads rows of whatever tenant by what the asker proves, such as the hash of a secret: a table opens single rows to it by a policy of its own.
    /// There is no tenant in such a reading, and so nothing else to see.
    /// </summary>
    /// <param name="proof">What is proved; <c>$1</c> of the statement.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="read">Called with the reader on the statement's result.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<T> ReadByProof<T>(string proof, string sql, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop)
    {
        await using var connection = await Web.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select set_config('billing.proof', $1, true)") { Parameters = { new NpgsqlParameter<string> { TypedValue = proof } } },
                new(sql) { Parameters = { new NpgsqlParameter<string> { TypedValue = proof } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        return await read(reader);
    }

    /// <summary>Asks for keys in the midst of reading or writing JSON, where nobody can wait for a task: short, seldom, on a connection for nothing else.</summary>
    internal List<T> AskForKeys<T>(TenantId tenant, string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, T> read)
    {
        using var connection = _keys.OpenConnection();
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { SetTenant(tenant), Command(tenant, sql, values) } };
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first statement of every session: which tenant the transaction may see.</summary>
    /// <exception cref="InvalidOperationException">No tenant is set.</exception>
    internal static NpgsqlBatchCommand SetTenant(TenantId tenant) =>
        new(SetTenantSql) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.Value } } };

    internal static NpgsqlBatchCommand Command(TenantId tenant, string sql, IReadOnlyList<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant.Value } } };
        foreach (var value in values) command.Parameters.Add(value);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await Daemon.DisposeAsync();
        await _keys.DisposeAsync();
        if (Replica is not null) await Replica.DisposeAsync();
    }

    /// <summary>The password of a login role: derived from the owner's, so that every node knows it and nobody stores it.</summary>
    internal static string PasswordOf(string role, string? ownerPassword) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("billing role " + role), Encoding.UTF8.GetBytes(ownerPassword ?? "")));

    private static string Differing(string owner, string replica)
    {
        var settings = new NpgsqlConnectionStringBuilder(owner) { Timeout = 3, CommandTimeout = 10 }; // seconds; there is another to ask
        foreach (var (name, value) in new NpgsqlConnectionStringBuilder(replica)) settings[name] = value;
        return settings.ConnectionString;
    }

    private NpgsqlConnectionStringBuilder Settings(string owner, string role, int pool)
    {
        var settings = new NpgsqlConnectionStringBuilder(owner);
        settings.Password = PasswordOf(role, settings.Password);
        settings.Username = role;
        settings.SearchPath = Schema;
        settings.ApplicationName = role.Replace('_', ' ');
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        settings.Options = $"{settings.Options} -c jit=off".TrimStart(); // our statements run shorter than their plans take to compile: over partitions that is a second
        settings.NoResetOnClose = true; // nothing is left to reset: the tenant is set per transaction
        if (!settings.ContainsKey("Maximum Pool Size") || settings.MaxPoolSize == 100) settings.MaxPoolSize = pool;
        return settings;
    }

    /// <summary>All types we use are built in: no pool asks for others when it begins.</summary>
    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).EnableArrays().EnableJsonTypes().EnableTransportSecurity().ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
}
