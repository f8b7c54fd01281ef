using Billing.Documents;

namespace Billing.Facilities;

/// <summary>The lines that were not taken, as a CSV file to be put right and imported again.</summary>
internal static class RejectedRows
{
    private const string Reason = "Reason";

    /// <summary>
    /// Writes the sheet's own columns with the cells as they stand, and why each line was not taken. Dates that could be read are written <c>2025-11-14</c>,
    /// so that they read the same without the rest of the file.
    /// </summary>
    public static Task WriteAsync(Stream to, ImportSheet sheet, CancellationToken stop = default)
    {
        var reasons = sheet.Rejected.GroupBy(e => e.Line).ToDictionary(same => same.Key, same => string.Join(" ", same.Select(Sentence)));
        var columns = new List<SheetColumn<SheetRow>>();
        for (var i = 0; i < sheet.Sheet.Columns.Count; i++)
        {
            var (name, column) = (sheet.Sheet.Columns[i], i);
            // A file that comes back a second time already has reasons, and they are old.
            if (!string.Equals(name, Reason, StringComparison.OrdinalIgnoreCase)) columns.Add(SheetColumn<SheetRow>.Typed(name, row => Cell(sheet, row, name, column)));
        }
        columns.Add(SheetColumn<SheetRow>.Text(Reason, row => reasons[row.Line]));
        return SheetWriter.CsvAsync(to, SheetTable.Of("Rejected", columns, sheet.Sheet.Rows.Where(row => reasons.ContainsKey(row.Line))), sheet.File.Origin.Separator ?? ',', stop: stop);
    }

    private static string Cell(ImportSheet sheet, SheetRow row, string name, int column)
    {
        // A torn line keeps its cells together in the first column, where they cannot pass for other columns' when they come back.
        if (row.Count > sheet.Sheet.Width) return column == 0 ? string.Join(" | ", row.Cells) : "";
        var date = ImportFields.Dates.FirstOrDefault(field => sheet.Cells.ColumnOf(field) == name);
        return date is not null && sheet.Cells.Date(row, date).TryGet(out var day, out _) ? DateText.Write(day) : SheetText.Restore(row[column]);
    }

    private static string Sentence(RowError error) => error.Column is null ? error.Reason : $"{error.Column}: {error.Reason}";
}
