using Billing.Documents;

namespace Billing.AiCosts;

/// <summary>Reads a file row by row into records; what is wrong is told by line and column.</summary>
internal static class SheetFile
{
    /// <param name="needed">Columns without which no line means anything.</param>
    /// <param name="read">A record of a row and its line, or null when something was wrong with its cells.</param>
    /// <returns>Rows and errors, or <c>usage-column-missing</c>, or why the bytes are no sheet.</returns>
    public static Result<FileReading<T>> Read<T>(ReadOnlyMemory<byte> file, IReadOnlyList<SheetField> fields, IReadOnlyList<string> needed, Func<CellReading, int, T?> read) where T : class
    {
        var reading = SheetReader.Read(file, new SheetOptions { Fields = fields });
        if (!reading.Succeeded) return new Refusal(reading.Error.Code, reading.Error.Sentence);
        var (sheet, columns) = (reading.Sheet, SheetField.Map(fields, reading.Sheet.Columns));
        if (needed.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing)
            return new Refusal("usage-column-missing", $"There is no column {PlainText.Quote(missing)}. The first row names the columns: {string.Join(", ", needed)} are needed.").With("column", missing).With("needed", string.Join(", ", needed));
        List<T> rows = [];
        List<RowError> rejected = [];
        foreach (var row in sheet.Rows)
        {
            if (row.Count > sheet.Width)
            {
                rejected.Add(RowError.Torn(row, sheet.Width));
                continue;
            }
            var cells = new CellReading(sheet, row, columns);
            if (read(cells, row.Line) is { } one && cells.Errors.Count == 0) rows.Add(one);
            rejected.AddRange(cells.Errors);
        }
        return new FileReading<T>(rows, rejected);
    }
}
