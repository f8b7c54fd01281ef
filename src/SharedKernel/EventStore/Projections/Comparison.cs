using System.Data;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>A cell in which the live row is not what the events say.</summary>
/// <param name="Tenant">Whose row.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Column">The column; <c>*</c> when the whole row is missing on one side.</param>
/// <param name="Live">What the table holds; null is also how a missing row is told.</param>
/// <param name="Rebuilt">What follows from the events.</param>
public sealed record Difference(TenantId Tenant, string Key, string Column, string? Live, string? Rebuilt);

/// <summary>The live rows held against the events, at one moment.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="Differing">Rows that differ.</param>
/// <param name="Differences">The first thousand cells that differ.</param>
public sealed record Comparison(long Rows, long Differing, IReadOnlyList<Difference> Differences)
{
    /// <summary>0 when nothing differs, else 1.</summary>
    public int ExitCode => Differing == 0 ? 0 : 1;

    /// <summary>Folds the events in memory and compares; writes nothing and locks nothing.</summary>
    /// <exception cref="RebuildException">An event cannot be digested.</exception>
    public static async Task<Comparison> Of(EventStore store, Projection projection, CancellationToken stop)
    {
        var table = projection.RowTable;
        var replay = new Replay(store, projection, table);
        await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var settled = await Position(connection, projection.Lifecycle == Lifecycle.Inline ? HighWaterMark.Name : projection.ProgressionName, stop);
        var expected = await replay.Fold(settled, null, _ => { }, stop);
        if (projection.Lifecycle == Lifecycle.Inline) replay.Digest(expected, await replay.Log.Read(connection, moment, settled, long.MaxValue, int.MaxValue, null, stop));

        await using var command = Sql.Command(connection, moment, $"select tenant_id, {table.ColumnList} from {table.Name}");
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await Of(reader, table, expected, stop);
    }

    /// <summary>The rows that a reader finds, tenant and then the table's columns, held against those that follow from the events.</summary>
    internal static async Task<Comparison> Of(NpgsqlDataReader reader, RowTable table, RowSet expected, CancellationToken stop)
    {
        var missing = expected.Rows.Where(r => r.Value is not null).ToDictionary();
        var (rows, differing, found) = (0L, 0L, new List<Difference>());
        void Differs(IReadOnlyCollection<Difference> cells)
        {
            if (cells.Count == 0) return;
            differing++;
            if (found.Count < 1000) found.AddRange(cells);
        }
        for (; await reader.ReadAsync(stop); rows++)
        {
            var (tenant, live) = (new TenantId(reader.GetString(0)), table.ReadRow(reader, 1));
            var key = RowTable.Normal(table.KeyOf(live));
            if (missing.Remove((tenant, key), out var rebuilt)) Differs([.. Cells(table, tenant, key, live, rebuilt!)]);
            else Differs([new Difference(tenant, $"{key}", "*", "there", null)]);
        }
        foreach (var (tenant, key) in missing.Keys) Differs([new Difference(tenant, $"{key}", "*", null, "there")]);
        return new Comparison(rows + missing.Count, differing, found);
    }

    private static IEnumerable<Difference> Cells(RowTable table, TenantId tenant, object key, object live, object rebuilt) =>
        from column in table.Columns
        let is_ = column.Get(live)
        let should = column.Get(rebuilt)
        where !Same(column, is_, should)
        select new Difference(tenant, $"{key}", column.Name, Text(is_), Text(should));

    private static bool Same(Column column, object? live, object? rebuilt) => (live, rebuilt) switch
    {
        (DateTime a, DateTime b) => a.Ticks / 10 == b.Ticks / 10, // Postgres keeps microseconds
        (string a, string b) when column.DbType == NpgsqlDbType.Jsonb => JsonNode.DeepEquals(JsonNode.Parse(a), JsonNode.Parse(b)),
        _ => Equals(live, rebuilt),
    };

    private static string? Text(object? value) => value is DateTime moment ? moment.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static async Task<long> Position(NpgsqlConnection connection, string name, CancellationToken stop) =>
        await Sql.Ask(connection, "select last_seq_id from mt_event_progression where name = $1", stop, Sql.Text(name)) as long? ?? 0;
}
