using System.Globalization;

namespace Billing.Documents;

/// <summary>Collects the rows of a file within the limits and makes the sheet of them.</summary>
internal sealed class SheetBuilder
{
    private readonly List<SheetRow> _rows = [];
    private readonly List<SheetError> _notes = [];
    private long _cells;
    private long _characters;

    public void Add(int line, string[] cells, SheetCellKind[]? kinds)
    {
        if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) return;
        _cells += cells.Length;
        foreach (var cell in cells) _characters += cell.Length;
        if (_cells > SheetLimits.Cells || _characters > SheetLimits.Characters)
            throw new SheetFault("too-many-cells", "The file has more than 5 million cells; send it in parts.", line);
        if (_rows.Count == SheetLimits.Rows) throw new SheetFault("too-many-cells", "The file has more than 1,048,576 rows; send it in parts.", line);
        _rows.Add(new SheetRow(line, cells, kinds));
    }

    public void Note(string code, string sentence, int? line = null, string? column = null)
    {
        if (_notes.Count < SheetLimits.Notes) _notes.Add(new SheetError(code, sentence, line, column));
    }

    /// <summary>The header's name for a column while the file is still being read; null when it has none.</summary>
    public string? NameOf(int column, IReadOnlySet<string> names) =>
        _rows.Count > 0 && _rows[HeaderRow.Find(_rows, names)][column].Trim() is { Length: > 0 } name ? name : null;

    public Sheet Build(SheetOrigin origin, IReadOnlySet<string> names)
    {
        if (_rows.Count == 0) throw new SheetFault("empty-file", "There is nothing in this file.");
        var at = HeaderRow.Find(_rows, names);
        var header = _rows[at];
        _rows.RemoveRange(0, at + 1);
        // A workbook's rows end with their last filled cell, so that none of them can be torn.
        var width = Math.Max(header.Count, origin.Format == SheetFormat.Csv ? UsualWidth() : _rows.Select(row => row.Count).DefaultIfEmpty().Max());
        var columns = Columns(header, Math.Min(width, _rows.Append(header).Where(row => row.Count <= width).Max(Filled)));
        if (origin.Format == SheetFormat.Csv) NoteRaggedRows(header.Count, width);
        return new Sheet(origin, header.Line, columns, width, _rows, [.. _notes.OrderBy(n => n.Line ?? 0)]);
    }

    private int UsualWidth() => _rows.GroupBy(row => row.Count).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).FirstOrDefault()?.Key ?? 0;

    private List<string> Columns(SheetRow header, int count)
    {
        if (count > SheetLimits.Columns) throw new SheetFault("too-many-cells", "The sheet has more than 16,384 columns; send only those that are needed.", header.Line);
        var columns = new List<string>(count);
        var next = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            var name = string.Join(' ', SheetText.Restore(header[i]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"Column {i + 1}");
                Note("blank-column", $"A column has no name; it is called {name} here.", header.Line, name);
            }
            var unique = name;
            while (!next.TryAdd(unique, 2)) unique = string.Create(CultureInfo.InvariantCulture, $"{name} ({next[name]++})");
            if (unique != name) Note("duplicate-column", $"Two columns are called {name}; the later one is called {unique} here.", header.Line, unique);
            columns.Add(unique);
        }
        return columns;
    }

    private static int Filled(SheetRow row)
    {
        var count = row.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(row[count - 1])) count--;
        return count;
    }

    private void NoteRaggedRows(int header, int width)
    {
        foreach (var row in _rows)
        {
            if (row.Count < header) Note("row-too-short", string.Create(CultureInfo.InvariantCulture, $"Line {row.Line} has {row.Count} cells, the header has {header}; the missing ones count as blank."), row.Line);
            if (row.Count > width) Note("row-too-long", string.Create(CultureInfo.InvariantCulture, $"Line {row.Line} has {row.Count} cells, the header has {header}; put quotes around a cell that contains the separator."), row.Line);
        }
    }
}
