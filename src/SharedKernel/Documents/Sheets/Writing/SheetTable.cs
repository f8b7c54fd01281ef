using System.Runtime.CompilerServices;

namespace Billing.Documents;

/// <summary>A table that goes out: a name, columns, and rows that are asked for one by one while they are written.</summary>
public abstract class SheetTable
{
    private SheetTable(string name) => Name = name;

    /// <summary>The name of the sheet in a workbook.</summary>
    public string Name { get; }

    internal abstract IReadOnlyList<(string Name, int Width)> Columns { get; }

    /// <summary>A table whose rows arrive over time, such as from a database.</summary>
    public static SheetTable Of<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows) => new Streamed<T>(name, columns, rows);

    /// <summary>A table whose rows are at hand.</summary>
    public static SheetTable Of<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) => new Streamed<T>(name, columns, rows.ToAsyncEnumerable());

    /// <summary>The rows; the array is used again for each of them.</summary>
    internal abstract IAsyncEnumerable<SheetCell[]> RowsAsync(CancellationToken stop);

    private sealed class Streamed<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows) : SheetTable(name)
    {
        internal override IReadOnlyList<(string, int)> Columns { get; } = [.. columns.Select(c => (SheetText.Clean(c.Name), c.Width))];

        internal override async IAsyncEnumerable<SheetCell[]> RowsAsync([EnumeratorCancellation] CancellationToken stop)
        {
            var cells = new SheetCell[columns.Count];
            await foreach (var row in rows.WithCancellation(stop))
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = columns[i].Cell(row);
                yield return cells;
            }
        }
    }
}
