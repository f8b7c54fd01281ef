using System.Data;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// One look at an organisation: as its rows stand, as they follow from its events, and as they followed at any instant before. All of it is of one and the same
/// state of the database, is only read, and one statement at a time.
/// </summary>
public sealed class Moment : IAsyncDisposable
{
    private readonly Session _session;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private Moment(Session session, NpgsqlConnection connection, NpgsqlTransaction transaction) => (_session, _connection, _transaction) = (session, connection, transaction);

    /// <summary>Begins to look, on behalf of a session.</summary>
    public static async Task<Moment> Open(Session session, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(session);
        var connection = await session.Store.Database.Web.OpenConnectionAsync(stop);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
            await Ask(connection, Database.SetTenantSql, stop, new NpgsqlParameter<string> { TypedValue = session.Tenant.Value });
            return new Moment(session, connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The organisation as its rows stand.</summary>
    public Session Live() => _session.Looking(new LiveRows(this), _session.Now, past: false);

    /// <summary>The organisation as its rows follow from its events, all of them made anew.</summary>
    public PastSession Replayed() => Of(_session.Now, null);

    /// <summary>The organisation as it stood at an instant: its rows as they followed from what had happened until then.</summary>
    /// <param name="at">UTC; what was recorded at that very microsecond had happened.</param>
    public PastSession AsOf(DateTimeOffset at) => Of(at, at);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    internal TenantId Tenant => _session.Tenant;

    internal EventStore Store => _session.Store;

    internal async Task<T> Read<T>(string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop)
    {
        await using var command = Command(_connection, _transaction, sql, [new NpgsqlParameter<string> { TypedValue = Tenant.Value }, .. values]);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await read(reader);
    }

    private PastSession Of(DateTimeOffset now, DateTimeOffset? until)
    {
        var rows = new PastRows(this, until);
        return new PastSession(_session.Looking(rows, now, until is not null), rows);
    }

    private sealed class LiveRows(Moment moment) : ISessionReading
    {
        public Task<T> Read<T>(string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop) => moment.Read(sql, values, read, stop);
    }
}

/// <summary>A session whose readings find rows that were made from the events, and what they differ in from those that stand.</summary>
public sealed class PastSession
{
    private readonly PastRows _rows;

    internal PastSession(Session session, PastRows rows) => (Session, _rows) = (session, rows);

    /// <summary>
    /// Reads as any other and decides nothing. A statement on a table that no event fills and that does not tell its own past (see
    /// <see cref="StoreModel.TellsItsPast"/>) is answered with an <see cref="UntoldPastException"/>.
    /// </summary>
    public Session Session { get; }

    /// <summary>How many events its readings folded.</summary>
    public long Events => _rows.Events;

    /// <summary>What differs between the rows that its readings made and those that stand; for one that shows the rows as of now.</summary>
    public Task<Comparison> Compare(CancellationToken stop) => _rows.Compare(stop);
}

/// <summary>How a session reads.</summary>
internal interface ISessionReading
{
    Task<T> Read<T>(string sql, IReadOnlyList<NpgsqlParameter> values, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop);
}

/// <summary>What was asked of the past that nothing tells.</summary>
public sealed class UntoldPastException(string table) : Exception($"The past of {table} is not told: no event fills it, and its rows do not say when they came and went.")
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;
}
