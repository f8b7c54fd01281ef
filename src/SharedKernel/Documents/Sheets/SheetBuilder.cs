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
        var columns = Columns(header);
        if (origin.Format == SheetFormat.Csv) NoteRaggedRows(header.Count);
        return new Sheet(origin, header.Line, columns, _rows, [.. _notes.OrderBy(n => n.Line ?? 0)]);
    }

    private List<string> Columns(SheetRow header)
    {
        // Beyond the header's cells a row is ragged; within them a nameless column counts while it holds something.
        var count = Math.Min(header.Count, _rows.Append(header).Max(Filled));
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

    private void NoteRaggedRows(int width)
    {
        foreach (var row in _rows)
        {
            if (row.Count < width) Note("row-too-short", string.Create(CultureInfo.InvariantCulture, $"Line {row.Line} has {row.Count} cells, the header has {width}; the missing ones count as blank."), row.Line);
            if (row.Count > width && row.Cells.Skip(width).Any(cell => !string.IsNullOrWhiteSpace(cell)))
                Note("row-too-long", string.Create(CultureInfo.InvariantCulture, $"Line {row.Line} has {row.Count} cells, the header has {width}; put quotes around a cell that contains the separator."), row.Line);
        }
    }
}
