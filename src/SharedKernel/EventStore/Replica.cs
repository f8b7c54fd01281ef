using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// A server that follows the database. It is looked at every few seconds, when somebody has a use for it: while it is away, or more than ten seconds behind, nobody reads there.
/// </summary>
public sealed class Replica : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(10);

    // Level with what the database has written, or, where that is ever more, what it last took up is young. One that follows nobody any more is no replica.
    private const string Level = "select pg_is_in_recovery() and (pg_last_wal_replay_lsn() >= $1::pg_lsn or clock_timestamp() - pg_last_xact_replay_timestamp() < $2)";

    private readonly NpgsqlDataSource _database;
    private long _looked;

    internal Replica(NpgsqlDataSource source, NpgsqlDataSource database) => (Source, _database) = (source, database);

    /// <summary>Why nobody reads there now; null when it may be read.</summary>
    public string? Trouble { get; private set; } = "It has not been looked at yet.";

    internal NpgsqlDataSource Source { get; }

    /// <summary>Whether it may be read.</summary>
    public async Task<bool> IsLevel(CancellationToken stop)
    {
        if (_looked != 0 && Stopwatch.GetElapsedTime(_looked) < Glance) return Trouble is null;
        _looked = Stopwatch.GetTimestamp(); // who comes meanwhile goes by the look before
        try
        {
            var written = await Sql.Ask(_database, "select pg_current_wal_lsn()::text", stop);
            Trouble = await Sql.Ask(Source, Level, stop, Sql.Text((string)written!), new NpgsqlParameter<TimeSpan> { TypedValue = Behind }) is true ? null : string.Create(CultureInfo.InvariantCulture, $"It is more than {Behind.TotalSeconds:0} seconds behind.");
        }
        catch (NpgsqlException)
        {
            Lost();
        }
        return Trouble is null;
    }

    /// <summary>A line to it broke: until it is looked at again nobody reads there.</summary>
    internal void Lost() => Trouble = "It cannot be reached.";

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
