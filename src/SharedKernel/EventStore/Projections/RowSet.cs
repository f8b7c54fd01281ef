using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>Rows of one projection in memory, by tenant and key, while events are folded onto them.</summary>
internal sealed class RowSet(Projection projection, RowTable table)
{
    private readonly Dictionary<(TenantId Tenant, object Key), object?> _rows = [];

    /// <summary>The rows; null where a key has none (any more).</summary>
    public IReadOnlyDictionary<(TenantId Tenant, object Key), object?> Rows => _rows;

    /// <summary>Reads the rows that the events will touch and that are not here yet. An event whose key cannot be told ends the page before it.</summary>
    public async Task<EventPage> Load(NpgsqlConnection connection, NpgsqlTransaction? transaction, EventPage page, CancellationToken stop)
    {
        var missing = new List<(TenantId Tenant, object Key)>();
        foreach (var happened in page.Events)
        {
            try
            {
                if (projection.KeyOf(happened) is not { } key) continue;
                (TenantId Tenant, object Key) row = (happened.Tenant, RowTable.Normal(key));
                if (_rows.TryAdd(row, null)) missing.Add(row);
            }
            catch (Exception why)
            {
                page = page.Before(happened, why);
                break;
            }
        }
        if (missing.Count == 0) return page;
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { table.ReadMany(missing) } };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var row = table.ReadRow(reader, 1);
            _rows[(new TenantId(reader.GetString(0)), RowTable.Normal(table.KeyOf(row)))] = row;
        }
        return page;
    }

    /// <summary>Folds a page. An event that cannot be folded ends the page before it.</summary>
    public EventPage Fold(EventPage page)
    {
        foreach (var happened in page.Events)
        {
            try
            {
                if (projection.KeyOf(happened) is not { } key) continue;
                ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, (happened.Tenant, RowTable.Normal(key)), out _);
                row = projection.Fold(row, happened);
            }
            catch (Exception why)
            {
                return page.Before(happened, why);
            }
        }
        return page;
    }

    /// <summary>Adds the statements that write every row: one for those that are, one for those that are not.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        var gone = _rows.Where(r => r.Value is null).Select(r => r.Key).ToList();
        var there = _rows.Where(r => r.Value is not null).Select(r => (r.Key.Tenant, r.Value!)).ToList();
        if (gone.Count > 0) batch.BatchCommands.Add(table.DeleteMany(gone));
        if (there.Count > 0) batch.BatchCommands.Add(table.UpsertMany(there));
    }

    /// <summary>Copies every row into the table, which must not hold any of them; returns how many there were.</summary>
    public async Task<long> Copy(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy {table.Name} (tenant_id, {table.ColumnList}) from stdin (format binary)", stop);
        importer.Timeout = TimeSpan.FromHours(1);
        foreach (var ((tenant, _), row) in _rows)
        {
            if (row is null) continue;
            await importer.StartRowAsync(stop);
            await importer.WriteAsync(tenant.Value, NpgsqlDbType.Varchar, stop);
            foreach (var column in table.Columns) await column.Copy(importer, column.Get(row), stop);
        }
        return (long)await importer.CompleteAsync(stop);
    }
}
