using Npgsql;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>Short ways to say a statement and its parameters.</summary>
internal static class Sql
{
    public static NpgsqlBatchCommand Batched(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        return command;
    }

    public static NpgsqlCommand Command(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(value);
        return command;
    }

    public static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken stop, params NpgsqlParameter[] values)
    {
        await using var command = Command(connection, null, sql, values);
        return await command.ExecuteScalarAsync(stop);
    }

    public static async Task<object?> Ask(NpgsqlDataSource source, string sql, CancellationToken stop, params NpgsqlParameter[] values)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        return await Ask(connection, sql, stop, values);
    }

    public static async Task<List<T>> List<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop, params NpgsqlParameter[] values)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var command = Command(connection, null, sql, values);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) rows.Add(read(reader));
        return rows;
    }

    public static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Texts(IEnumerable<string?>? texts) => new() { Value = texts is null ? DBNull.Value : texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter Number(long number) => new NpgsqlParameter<long> { TypedValue = number };

    public static NpgsqlParameter Numbers(IEnumerable<long> numbers) => new NpgsqlParameter<long[]> { TypedValue = [.. numbers] };

    public static NpgsqlParameter Id(Guid id) => new NpgsqlParameter<Guid> { TypedValue = id };

    public static NpgsqlParameter Numbers(IEnumerable<int> numbers) => new NpgsqlParameter<int[]> { TypedValue = [.. numbers] };

    public static NpgsqlParameter Ids(IEnumerable<Guid> ids) => new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] };

    public static NpgsqlParameter Moment(DateTimeOffset moment) => new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter MomentOrNull(DateTimeOffset? moment) => new() { Value = (object?)moment?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter Span(TimeSpan span) => new NpgsqlParameter<TimeSpan> { TypedValue = span };

    public static NpgsqlParameter SpanOrNull(TimeSpan? span) => new() { Value = (object?)span ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Interval };

    public static DateTimeOffset MomentAt(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    public static string? TextAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
