using System.Data;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// All that there is of a tenant at one moment, to be put into another log: events in the order of the log, what modules keep beside it, read models. Everything is
/// read in one transaction that sees that moment alone, while commands go on.
/// </summary>
public sealed class TakingOut : IAsyncDisposable
{
    private const string All = $"""
        select {EventReading.Columns}, (select s.type from mt_streams s where s.tenant_id = e.tenant_id and s.id = e.stream_id)
        from mt_events e where tenant_id = $1 and seq_id > $2 and seq_id <= $3 order by seq_id limit $4
        """;

    // what the text of a row depends on, so that it is the same on every installation
    private const string Habits = "select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'iso_8601', true), set_config('bytea_output', 'hex', true)";

    private const string Where = "select coalesce(max(seq_id), 0), count(*), transaction_timestamp() from mt_events where tenant_id = $1";

    private const string Behind = "select exists (select from mt_events where tenant_id = $1 and type = any ($3) and seq_id > coalesce((select last_seq_id from mt_event_progression where name = $2), 0))";

    private const string Epoch = "select number from personal_epoch";

    private const int Page = 1_000;
    private const int Tries = 150;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly EventStore _store;
    private readonly TenantId _tenant;
    private readonly EventRegistry _open;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _moment;
    private readonly object? _epoch;

    private TakingOut(EventStore store, TenantId tenant, NpgsqlConnection connection, NpgsqlTransaction moment, object? epoch) =>
        (_store, _tenant, _connection, _moment, _epoch, _open) = (store, tenant, connection, moment, epoch, store.Model.BuildRegistry());

    /// <summary>The number of the tenant's last event.</summary>
    public long Position { get; private set; }

    /// <summary>How many events there are.</summary>
    public long Events { get; private set; }

    /// <summary>The moment, UTC, by everybody's time.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Begins at a moment at which all read models of the tenant have seen all of its events.</summary>
    /// <exception cref="NotMovableException">For 15 s there was no such moment.</exception>
    public static async Task<TakingOut> Begin(EventStore store, TenantId tenant, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        for (var tries = 1; ; tries++)
        {
            var epoch = await Ask(store.Database.Daemon, Epoch, stop);
            var connection = await store.Database.Web.OpenConnectionAsync(stop);
            TakingOut? taking = null;
            try
            {
                taking = new TakingOut(store, tenant, connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop), epoch);
                if (await taking.Settle(stop) is not { } behind) return taking;
                if (tries == Tries) throw new NotMovableException($"The read model {behind} lags behind the log: see 'billing projections', and try again when it has caught up.");
            }
            catch
            {
                if (taking is not null) await taking.DisposeAsync();
                else await connection.DisposeAsync();
                throw;
            }
            await taking.DisposeAsync();
            await Task.Delay(Pause, store.Time, stop);
        }
    }

    /// <summary>What a transaction sees that goes on afterwards. It is left open.</summary>
    internal static async Task<TakingOut> Within(EventStore store, TenantId tenant, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken stop)
    {
        var taking = new TakingOut(store, tenant, connection, transaction, null);
        await taking.Look(stop);
        return taking;
    }

    /// <summary>Reads events page by page.</summary>
    /// <param name="takes">Whether streams of a type go along.</param>
    /// <param name="stop">Gives up.</param>
    public async IAsyncEnumerable<MovedEvent> Read(Func<string, bool> takes, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(takes);
        for (var (after, full) = (0L, true); full;)
        {
            var page = await Take(after, stop);
            foreach (var (happened, type) in page)
                if (takes(type)) yield return Moved(happened, type);
            full = page.Count == Page;
            if (full) after = page[^1].Happened.Sequence;
        }
    }

    /// <summary>Reads what a module keeps beside the log, line by line.</summary>
    public async IAsyncEnumerable<string> Read(Belonging belonging, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(belonging);
        await using var command = Command(_connection, _moment, belonging.Take, Text(_tenant.Value));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) yield return reader.GetString(0);
    }

    /// <summary>Reads a read model as the bytes of its file, piece by piece. A piece is to be used before the next is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(ReadModel model, [EnumeratorCancellation] CancellationToken stop)
    {
        using var rows = await Open(model, stop);
        var (letters, bytes) = (new char[16 << 10], new byte[64 << 10]);
        var encoder = Encoding.UTF8.GetEncoder(); // a piece may end between the halves of a letter
        while (await rows.ReadAsync(letters, stop) is > 0 and var read) yield return bytes.AsMemory(0, encoder.GetBytes(letters.AsSpan(0, read), bytes, flush: false));
    }

    /// <summary>Opens a read model as the text of its file.</summary>
    internal async Task<TextReader> Open(ReadModel model, CancellationToken stop) => await _connection.BeginTextExportAsync(model.Copy(), stop);

    /// <summary>Whether nobody was forgotten since it began; else some words are open in one part and erased in another, and all of it is to be taken out anew.</summary>
    public async Task<bool> IsWhole(CancellationToken stop) => Equals(_epoch, await Ask(_store.Database.Daemon, Epoch, stop));

    public async ValueTask DisposeAsync()
    {
        await _moment.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>Looks where it is.</summary>
    /// <returns>The projection that has yet to see some of the events; null: none has.</returns>
    private async Task<string?> Settle(CancellationToken stop)
    {
        await Ask(_connection, Database.SetTenantSql, stop, Text(_tenant.Value));
        foreach (var projection in _store.Model.Projections.Where(projection => projection.Lifecycle == Lifecycle.Async))
        {
            if (await Ask(_connection, Behind, stop, Text(_tenant.Value), Text(projection.ProgressionName), Texts(_store.Registry.AliasesOf(projection.Uses))) is true) return projection.Name;
        }
        await Look(stop);
        return null;
    }

    private async Task Look(CancellationToken stop)
    {
        await Ask(_connection, Database.SetTenantSql, stop, Text(_tenant.Value));
        await Ask(_connection, Habits, stop);
        await using var command = Command(_connection, _moment, Where, Text(_tenant.Value));
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        (Position, Events, At) = (reader.GetInt64(0), reader.GetInt64(1), MomentAt(reader, 2));
    }

    private async Task<List<(StoredEvent Happened, string Type)>> Take(long after, CancellationToken stop)
    {
        await using var command = Command(_connection, _moment, All, Text(_tenant.Value), Number(after), Number(Position), Number(Page));
        await using var reader = await command.ExecuteReaderAsync(stop);
        var page = new List<(StoredEvent, string)>();
        while (await reader.ReadAsync(stop)) page.Add((EventReading.Read(reader, _store.Registry), reader.GetString(11)));
        return page;
    }

    private MovedEvent Moved(StoredEvent happened, string type)
    {
        using var data = JsonDocument.Parse(_open.Write(happened.Data));
        var recorded = happened.Recorded;
        return new(
            happened.StreamId, type, happened.Version, happened.Id, _store.Registry.AliasOf(happened.Data.GetType()), happened.At, recorded.Actor, recorded.Address, recorded.RequestId,
            happened.CorrelationId, happened.CausationId, data.RootElement.Clone());
    }
}
