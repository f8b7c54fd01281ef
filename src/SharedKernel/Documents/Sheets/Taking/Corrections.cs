namespace Billing.Documents;

/// <summary>What a person types instead of a cell of the file.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The sheet's own name of the column, as errors name it.</param>
/// <param name="Value">Read as the file's own cells of that column are; empty: blank.</param>
public sealed record CellCorrection(int Line, string Column, string Value);

/// <summary>A cell that was put right.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The sheet's own name of the column.</param>
/// <param name="Was">What the file says.</param>
/// <param name="Became">What is read instead; empty for nothing.</param>
public sealed record CorrectedCell(int Line, string Column, string Was, string Became);

/// <summary>A sheet as a person put it right.</summary>
/// <param name="Sheet">With the corrected cells in place.</param>
/// <param name="Cells">Those that say something else than the file.</param>
public sealed record CorrectedSheet(Sheet Sheet, IReadOnlyList<CorrectedCell> Cells);

/// <summary>Puts corrections in place before the sheet is read.</summary>
public static class Corrections
{
    /// <summary>Beyond this many, mending the file is quicker.</summary>
    public const int Most = 2000;

    /// <summary>Puts them in place.</summary>
    /// <returns>The sheet, or <c>too-many-corrections</c>, or <c>no-such-cell</c> (details <c>line</c>, <c>column</c>). The last word on a cell counts.</returns>
    public static Result<CorrectedSheet> Apply(Sheet sheet, IReadOnlyList<CellCorrection> wanted)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.Count == 0) return new CorrectedSheet(sheet, []);
        if (wanted.Count > Most) return No.TooMany;
        SheetRow[] rows = [.. sheet.Rows];
        var places = rows.Index().ToDictionary(row => row.Item.Line, row => row.Index);
        var corrected = new Dictionary<(int Line, int Column), CorrectedCell>();
        foreach (var one in wanted)
        {
            var column = sheet.Columns.IndexOf(one.Column);
            // In a torn line nobody can tell which cell stands in which column.
            if (column < 0 || !places.TryGetValue(one.Line, out var place) || rows[place].Count > sheet.Width) return No.NoSuchCell(one);
            var was = corrected.TryGetValue((one.Line, column), out var earlier) ? earlier.Was : SheetText.Restore(rows[place][column]).Trim();
            rows[place] = rows[place].With(column, one.Value.Trim());
            corrected[(one.Line, column)] = new CorrectedCell(one.Line, one.Column, was, one.Value.Trim());
        }
        return new CorrectedSheet(sheet with { Rows = rows }, [.. corrected.Values.Where(cell => cell.Was != cell.Became).OrderBy(cell => cell.Line)]);
    }

    private static int IndexOf(this IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] == name) return i;
        return -1;
    }

    private static class No
    {
        public static readonly Refusal TooMany = new("too-many-corrections", $"At most {Most} cells can be corrected here. Correct the file itself and send it again.", new Dictionary<string, object?> { ["most"] = Most });
        public static Refusal NoSuchCell(CellCorrection one) => new("no-such-cell", $"The file has no cell {PlainText.Quote(one.Column)} in line {one.Line} that could be corrected.", new Dictionary<string, object?> { ["line"] = one.Line, ["column"] = one.Column });
    }
}
