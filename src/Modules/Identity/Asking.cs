using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Identity;

/// <summary>Short ways to ask for rows.</summary>
internal static class Asking
{
    /// <summary>The first row; the default when there is none.</summary>
    public static Task<T?> One<T>(this Session session, string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop, params IReadOnlyList<NpgsqlParameter> values) =>
        session.Read(sql, values, async reader => await reader.ReadAsync(stop) ? read(reader) : default, stop);

    /// <summary>All rows.</summary>
    public static Task<List<T>> Many<T>(this Session session, string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop, params IReadOnlyList<NpgsqlParameter> values) =>
        session.Read(sql, values, reader => All(reader, read, stop), stop);

    /// <summary>The rows, of whatever tenant, that a proof opens.</summary>
    public static Task<List<T>> ByProof<T>(this EventStore.EventStore store, string proof, string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop) =>
        store.Database.ReadByProof(proof, sql, reader => All(reader, read, stop), stop);

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Moment(this NpgsqlDataReader row, int column) => new(row.GetDateTime(column), TimeSpan.Zero);

    public static DateTimeOffset? MomentOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    private static async Task<List<T>> All<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(stop)) rows.Add(read(reader));
        return rows;
    }
}

/// <summary>Values of statements.</summary>
internal static class Value
{
    public static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Id(Guid id) => new NpgsqlParameter<Guid> { TypedValue = id };

    public static NpgsqlParameter Ids(IEnumerable<Guid> ids) => new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] };

    public static NpgsqlParameter Moment(DateTimeOffset moment) => new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter Bytes(byte[] bytes) => new NpgsqlParameter<byte[]> { TypedValue = bytes };

    public static NpgsqlParameter Number(long number) => new NpgsqlParameter<long> { TypedValue = number };
}
