using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>
/// Removes all that there is of one tenant, page by page: killed and done again, it goes on where it was. First the keys of everybody whom its events speak of are
/// destroyed and its passwords dropped; from then on nothing personal of it can be read. Then go its rows, and the log from its end, with the trail beside it,
/// so that what is left of both fits together at every moment; its data key last. The numbers of its events are recorded as dead.
/// </summary>
/// <param name="store">Of which it goes.</param>
/// <param name="page">How many rows go in one transaction.</param>
public sealed class Removing(EventStore store, int page = 5_000)
{
    private const int Passes = 3;

    private const string DestroyKeys = """
        with page as materialized (select subject from personal_keys where tenant_id = $1 and wrapped is not null limit $2),
        destroyed as (
            update personal_keys k set under = null, wrapped = null, forgotten_at = $3 from page p where k.tenant_id = $1 and k.subject = p.subject returning 1),
        counted as (update personal_epoch set number = number + 1 where pg_notify($4, $5)::text = '')
        select count(*) from destroyed
        """;

    // the trail knows the newest of a tenant; the log alone would have to look for them
    private const string Entered = "select seq_id from audit_trail where tenant_id = $1 order by number desc limit $2";

    private const string NotEntered = "select seq_id from mt_events where tenant_id = $1 and seq_id <= (select last_seq_id from mt_event_progression where name = 'HighWaterMark') order by seq_id desc limit $2";

    private readonly Database _database = store.Database;

    /// <summary>All of it. Nothing may write under the tenant any more: what does is removed, too, as long as this runs.</summary>
    /// <exception cref="InvalidOperationException">A projection is being rebuilt, which would bring rows back, or somebody writes on and on: try again later.</exception>
    public async Task Run(TenantId tenant, CancellationToken stop)
    {
        await Destroy(tenant, stop);
        var tables = await TenantTable.All(store, stop);
        await using var owner = await _database.OpenOwner(stop);
        await Ask(owner, NodeSession.Lock("removing"), stop); // one after the other: they would shut each other's door
        foreach (var projection in store.Model.Projections)
            if (await Ask(owner, NodeSession.TryLock(Rebuild.LockName(projection)), stop) is not true) throw new InvalidOperationException($"{projection.Name} is being rebuilt; {tenant} can be removed when that is done.");
        await using var door = await OwnersDoor.Open(owner, tenant, [.. TenantTable.Log, .. tables.Where(table => !table.ByDaemon).Select(table => table.Name)], stop);
        for (var pass = 1; await Pass(tenant, tables, owner, stop) > 0; pass++)
            if (pass == Passes) throw new InvalidOperationException($"Something still writes under {tenant}, which is being removed.");
        foreach (var table in TenantTable.Log.Select(name => new TenantTable(name, TenantTable.ById)).Concat(tables.Where(table => table.SeenByDaemon)))
            if (await Ask(_database.Daemon, $"select exists (select from {table.Name} where {table.Rows})", stop, Text(tenant.Value)) is not false) throw new InvalidOperationException($"There are rows of {tenant} left in {table.Name}.");
        await Destroy(tenant, stop); // so that no node remembers any of it
    }

    private async Task Destroy(TenantId tenant, CancellationToken stop)
    {
        while (await Ask(_database.Daemon, DestroyKeys, stop, Text(tenant.Value), Number(page), Moment(store.Now()), Text(_database.Schema), Text(Forgetting.Said)) is > 0L)
        {
        }
        await using var daemon = await _database.Daemon.OpenConnectionAsync(stop);
        await Delete(daemon, tenant, new TenantTable("secrets", TenantTable.ById), stop);
        store.DropCaches();
    }

    /// <summary>How many rows it found to remove.</summary>
    private async Task<long> Pass(TenantId tenant, IReadOnlyList<TenantTable> tables, NpgsqlConnection owner, CancellationToken stop)
    {
        var gone = 0L;
        await using var daemon = await _database.Daemon.OpenConnectionAsync(stop);
        foreach (var table in tables.Where(table => !table.IsLast)) gone += await Delete(table.ByDaemon ? daemon : owner, tenant, table, stop);
        foreach (var which in (string[])[Entered, NotEntered])
            while (await Ask(owner, LogOf(which), stop, Text(tenant.Value), Number(page)) is > 0L and var events) gone += events;
        foreach (var table in tables.Where(table => table.IsLast)) gone += await Delete(owner, tenant, table, stop);
        return gone;
    }

    private async Task<long> Delete(NpgsqlConnection connection, TenantId tenant, TenantTable table, CancellationToken stop)
    {
        // a place is one within its partition
        var sql = $"""
            with page as materialized (select tableoid as part, ctid as place from {table.Name} where {table.Rows} limit $2)
            delete from {table.Name} where ctid = any (array(select place from page)) and (tableoid, ctid) in (select part, place from page)
            """;
        for (var gone = 0L; ;)
        {
            await using var command = Command(connection, null, sql, Text(tenant.Value), Number(page));
            var now = await command.ExecuteNonQueryAsync(stop);
            if (now == 0) return gone;
            gone += now;
        }
    }

    /// <summary>Takes the newest events out of log and trail; their streams are as much shorter, or over.</summary>
    private static string LogOf(string which) => $"""
        with page as materialized ({which}),
        gone as (delete from mt_events e using page p where e.seq_id = p.seq_id and e.tenant_id = $1 returning e.seq_id, e.stream_id),
        entries as (delete from audit_trail t using page p where t.seq_id = p.seq_id and t.tenant_id = $1),
        streams as (select stream_id as id, count(*) as events from gone group by stream_id),
        shorter as (update mt_streams s set version = s.version - g.events from streams g where s.tenant_id = $1 and s.id = g.id and s.version > g.events),
        ended as (delete from mt_streams s using streams g where s.tenant_id = $1 and s.id = g.id and s.version <= g.events),
        numbers as (select seq_id, seq_id - row_number() over (order by seq_id) as stretch from gone),
        dead as (insert into mt_high_water_skips (starting_sequence, ending_sequence, timestamp) select min(seq_id), max(seq_id), clock_timestamp() from numbers group by stretch)
        select count(*) from page
        """;
}
