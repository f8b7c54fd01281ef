using System.Diagnostics.CodeAnalysis;

namespace Billing.Documents;

/// <summary>One table as it stands in a file: a header and rows of text, nothing interpreted.</summary>
/// <param name="Origin">How the file was read.</param>
/// <param name="HeaderLine">The line of the header row, counted from 1.</param>
/// <param name="Columns">The header's names, trimmed and made unique: the second <c>Billed</c> is <c>Billed (2)</c>, a blank one <c>Column 3</c>.</param>
/// <param name="Width">The cells a row has at most. A longer row of a CSV file was most likely torn by a separator inside a cell, and its cells are not to be trusted.</param>
/// <param name="Rows">The rows below the header; blank lines are left out but counted.</param>
/// <param name="Notes">What a person should know although the file could be read; at most 1,000.</param>
public sealed record Sheet(SheetOrigin Origin, int HeaderLine, IReadOnlyList<string> Columns, int Width, IReadOnlyList<SheetRow> Rows, IReadOnlyList<SheetError> Notes);

/// <summary>How a file was read, to be shown to the person who sent it.</summary>
/// <param name="Format">What kind of file it is, found from its content.</param>
/// <param name="Encoding">Of a CSV file: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c> or <c>windows-1252</c>; null otherwise.</param>
/// <param name="Separator">Of a CSV file: what stands between two cells; null otherwise.</param>
/// <param name="SheetName">Of a workbook: the sheet that was read; null otherwise.</param>
/// <param name="SheetNames">Of a workbook: its visible sheets in order.</param>
public sealed record SheetOrigin(SheetFormat Format, string? Encoding, char? Separator, string? SheetName, IReadOnlyList<string> SheetNames);

/// <summary>A row of text cells and where it stands.</summary>
public readonly struct SheetRow(int line, string[] cells, SheetCellKind[]? kinds = null)
{
    /// <summary>CSV: the physical line on which the record starts. XLSX: the row number. Counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Cells present, which may be fewer or more than the header has.</summary>
    public int Count => cells.Length;

    /// <summary>The text of a cell; empty beyond the last one.</summary>
    public string this[int column] => column < cells.Length ? cells[column] : "";

    /// <summary>Every cell present.</summary>
    public IReadOnlyList<string> Cells => cells;

    /// <summary>What the file says the cell is; always text in a CSV file.</summary>
    public SheetCellKind KindOf(int column) => kinds is not null && column < kinds.Length ? kinds[column] : SheetCellKind.Text;

    /// <summary>The same row with one cell typed anew, as text.</summary>
    public SheetRow With(int column, string text)
    {
        string[] typed = [.. cells, .. Enumerable.Repeat("", Math.Max(0, column + 1 - cells.Length))];
        typed[column] = text;
        if (kinds is null || column >= kinds.Length) return new SheetRow(Line, typed, kinds);
        SheetCellKind[] known = [.. kinds];
        known[column] = SheetCellKind.Text;
        return new SheetRow(Line, typed, known);
    }
}

/// <summary>What a file says a cell holds. Its text is then in one fixed spelling.</summary>
public enum SheetCellKind : byte
{
    /// <summary>Text as somebody typed it.</summary>
    Text,

    /// <summary>A number with a point and no grouping: <c>-1234.5</c>.</summary>
    Number,

    /// <summary>ISO 8601: <c>2025-11-14</c>, <c>2025-11-14T09:30:00</c> or <c>09:30:00</c>; no time zone.</summary>
    Date,

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    YesNo,

    /// <summary>An error of the spreadsheet, such as <c>#N/A</c>.</summary>
    Error,
}

/// <summary>A sheet, or why there is none.</summary>
public sealed class SheetReading
{
    internal SheetReading(Sheet sheet) => Sheet = sheet;

    internal SheetReading(SheetError error) => Error = error;

    /// <summary>Whether the file could be read.</summary>
    [MemberNotNullWhen(true, nameof(Sheet))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Sheet is not null;

    /// <summary>The sheet; null when the file could not be read.</summary>
    public Sheet? Sheet { get; }

    /// <summary>Why not; null when it could.</summary>
    public SheetError? Error { get; }
}
