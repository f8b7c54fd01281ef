using System.Globalization;
using System.Text;
using NpgsqlTypes;

namespace Billing.EventStore;

/// <summary>
/// A read model as a file that people and programs read: CSV with a head, a line a row, in the order of its key, moments in UTC, and no text that a table program
/// would take for a formula. Rows that say the same make the same bytes, on whatever installation; numbers of the log, which are each log's own, are left out.
/// </summary>
public sealed class ReadModel
{
    private const string OfLog = "sequence";
    private const string Formula = "^''*[=+@\t\r\n＝＋－＠-]";
    private const string Noughts = @"(""(?:[^""\\]|\\.)*"")|(\.[0-9]*[1-9])0+(?![0-9])|\.0+(?![0-9])";
    private const string SignedNumber = "^[+-][0-9.,]+$";

    private readonly Column[] _columns;

    private ReadModel(RowTable table, IEnumerable<Projection> projections)
    {
        Name = table.Name;
        Projections = [.. projections.Select(projection => projection.Name)];
        _columns = [.. table.Columns.Where(column => column.Name != OfLog)];
        Keys = [.. table.KeyColumns.Select(key => Array.FindIndex(_columns, column => column.Name == key.Name))];
    }

    /// <summary>Its table.</summary>
    public string Name { get; }

    /// <summary>The projections that fill it.</summary>
    public IReadOnlyList<string> Projections { get; }

    /// <summary>Its columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    /// <summary>Which of the columns make the key.</summary>
    internal IReadOnlyList<int> Keys { get; }

    /// <summary>All that a product has, by name.</summary>
    public static IReadOnlyList<ReadModel> All(StoreModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Projections.GroupBy(projection => projection.RowTable.Name).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new ReadModel(table.First().RowTable, table))];
    }

    /// <summary>Copies the rows of the tenant whom the transaction sees.</summary>
    internal string Copy()
    {
        var sql = new StringBuilder("copy (select ");
        sql.AppendJoin(", ", _columns.Select(Said));
        sql.Append(CultureInfo.InvariantCulture, $" from {Name} where tenant_id = current_setting('billing.tenant') order by ");
        sql.AppendJoin(", ", Keys.Select(key => IsText(_columns[key]) ? $"{_columns[key].Name} collate \"C\"" : _columns[key].Name));
        return sql.Append(") to stdout (format csv, header)").ToString();
    }

    private static bool IsText(Column column) => column.DbType == NpgsqlDbType.Varchar;

    /// <summary>How many noughts stand behind a number is nothing that a row says: 100 and 100.00 are one, in JSON, too, where it is not within a text.</summary>
    private static string Said(Column column) => column.DbType switch
    {
        NpgsqlDbType.Numeric => $"trim_scale({column.Name}) as {column.Name}",
        NpgsqlDbType.Jsonb => $"regexp_replace({column.Name}::text, '{Noughts}', '\\1\\2', 'g') as {column.Name}",
        _ when IsText(column) => $"case when {column.Name} ~ E'{Formula}' and {column.Name} !~ '{SignedNumber}' then '''' || {column.Name} else {column.Name} end as {column.Name}",
        _ => column.Name,
    };
}
