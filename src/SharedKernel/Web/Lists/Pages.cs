using Npgsql;

namespace Billing.Web;

/// <summary>Reads the rows of a <see cref="ListQuery"/> into a page.</summary>
public static class Pages
{
    /// <summary>Reads at most <paramref name="limit"/> rows; one more there means there is a next page.</summary>
    /// <param name="reader">On the query's result.</param>
    /// <param name="query">The query that was asked.</param>
    /// <param name="limit">As given to <see cref="ListQuery.Tail"/>.</param>
    /// <param name="cursorColumn">Ordinal of the first of <see cref="ListQuery.CursorColumns"/>.</param>
    /// <param name="row">Makes an item of the row the reader stands on.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<Page<T>> Read<T>(NpgsqlDataReader reader, ListQuery query, int limit, int cursorColumn, Func<NpgsqlDataReader, T> row, CancellationToken stop)
    {
        var items = new List<T>(limit);
        string? cursor = null;
        while (await reader.ReadAsync(stop))
        {
            if (items.Count == limit) return new Page<T>(items, cursor);
            items.Add(row(reader));
            if (items.Count == limit) cursor = query.CursorAt(reader, cursorColumn);
        }
        return new Page<T>(items, null);
    }
}

/// <summary>What people type into a search box.</summary>
public static class Search
{
    /// <summary>A pattern for <c>ilike</c> that contains the text literally; null when there is none.</summary>
    public static string? Pattern(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : "%" + text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal) + "%";
}
