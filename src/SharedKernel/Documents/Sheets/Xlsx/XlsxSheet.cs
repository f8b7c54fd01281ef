using System.Globalization;
using System.Xml;

namespace Billing.Documents;

/// <summary>One sheet of a workbook, read cell by cell without building the document.</summary>
internal sealed class XlsxSheet
{
    private readonly List<string> _shared;
    private readonly List<bool> _dates;
    private readonly bool _from1904;
    private readonly SheetBuilder _table = new();
    private readonly TextPool _pool = new();
    private readonly List<string> _cells = [];
    private readonly List<SheetCellKind> _kinds = [];
    private int _next;

    private XlsxSheet(XlsxParts parts, XlsxBook book)
    {
        _shared = XlsxText.Shared(parts, book.Strings);
        _dates = XlsxStyles.Dates(parts, book.Styles);
        _from1904 = book.CountsFrom1904;
    }

    public static Sheet Read(ReadOnlyMemory<byte> file, SheetOptions options)
    {
        using var parts = new XlsxParts(file);
        var book = XlsxBook.Read(parts);
        var (name, path) = book.Choose(options.SheetName);
        var sheet = new XlsxSheet(parts, book);
        using (var xml = parts.Open(path)) sheet.ReadRows(xml);
        var names = book.Sheets.Where(s => s.Visible).Select(s => s.Name).ToList();
        return sheet._table.Build(new SheetOrigin(SheetFormat.Xlsx, null, null, name, names), HeaderRow.Names(options.Fields));
    }

    private void ReadRows(XmlReader xml)
    {
        var row = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row") Finish(row);
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) && r is > 0 and <= 1_048_576 ? r : row + 1;
            else if (xml.LocalName == "c") ReadCell(xml, row);
            else if (xml.LocalName == "mergeCell") _table.Note("merged-cells", $"The cells {xml.GetAttribute("ref")} are merged; their value counts for the first of them only.");
        }
    }

    private void Finish(int row)
    {
        if (_cells.Count > 0) _table.Add(row, [.. _cells], [.. _kinds]);
        _cells.Clear();
        _kinds.Clear();
        _next = 0;
    }

    private void ReadCell(XmlReader xml, int row)
    {
        var column = ColumnOf(xml.GetAttribute("r")) ?? _next;
        _next = column + 1;
        var type = xml.GetAttribute("t");
        var isDate = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < _dates.Count && _dates[style];
        string? value = null;
        var formula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1) continue;
                if (xml.LocalName is "v" or "is") value = XlsxText.Rich(xml);
                else if (xml.LocalName == "f") formula = true;
            }
        }
        if (string.IsNullOrEmpty(value))
        {
            if (formula) _table.Note("formula-without-value", $"The formula in {Name(column)}{row} has no stored value and counts as blank; open and save the workbook in a spreadsheet program.", row, Name(column));
            return;
        }
        var (text, kind) = Meaning(value, type, isDate, row, column);
        if (text.Length > SheetLimits.CellLength) throw new SheetFault("cell-too-long", $"The cell {Name(column)}{row} is longer than 32,767 characters.", row, Name(column));
        Put(column, text, kind, row);
    }

    private (string, SheetCellKind) Meaning(string value, string? type, bool isDate, int row, int column) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Count
            ? (_shared[i], SheetCellKind.Text)
            : throw new SheetFault("damaged", $"The workbook is damaged: the text of {Name(column)}{row} is missing.", row, Name(column)),
        "str" or "inlineStr" => (value, SheetCellKind.Text),
        "b" => (value is "1" or "true" ? "TRUE" : "FALSE", SheetCellKind.YesNo),
        "e" => (value, SheetCellKind.Error),
        "d" => (value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value, SheetCellKind.Date),
        _ when isDate && XlsxNumber.Date(value, _from1904) is { } date => (_pool.Of(date), SheetCellKind.Date),
        _ => XlsxNumber.Text(value) is { } number ? (_pool.Of(number), SheetCellKind.Number) : (value, SheetCellKind.Text),
    };

    private void Put(int column, string text, SheetCellKind kind, int row)
    {
        if (column < _cells.Count) throw new SheetFault("damaged", $"The workbook is damaged: the cells of row {row} are out of order.", row, Name(column));
        while (_cells.Count < column)
        {
            _cells.Add("");
            _kinds.Add(SheetCellKind.Text);
        }
        _cells.Add(text);
        _kinds.Add(kind);
    }

    /// <summary>The place of a reference such as <c>AB12</c>, counted from 0; null when there is none to trust.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c)) break;
            if ((column = (column * 26) + (c & 31)) > SheetLimits.Columns) return null;
        }
        return column == 0 ? null : column - 1;
    }

    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name((column / 26) - 1) + (char)('A' + (column % 26));
}
