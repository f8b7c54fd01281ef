namespace Billing.Documents;

/// <summary>The lines that were not taken, as a CSV file to be put right and sent again.</summary>
public static class RejectedLines
{
    private const string Reason = "Reason";

    /// <summary>Writes the sheet's own columns with the cells as they stand, and why each line was not taken.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="sheet">As it was read.</param>
    /// <param name="rejected">What is wrong.</param>
    /// <param name="cell">How a cell is written anew, by row and column; null: as it stands.</param>
    /// <param name="stop">Stops between two rows.</param>
    public static Task WriteAsync(Stream to, Sheet sheet, IEnumerable<RowError> rejected, Func<SheetRow, string, string?>? cell = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var reasons = rejected.GroupBy(e => e.Line).ToDictionary(same => same.Key, same => string.Join(" ", same.Select(Sentence)));
        var columns = new List<SheetColumn<SheetRow>>();
        foreach (var (column, name) in sheet.Columns.Index())
        {
            // A file that comes back a second time already has reasons, and they are old.
            if (!string.Equals(name, Reason, StringComparison.OrdinalIgnoreCase)) columns.Add(SheetColumn<SheetRow>.Typed(name, row => Cell(row, name, column)));
        }
        columns.Add(SheetColumn<SheetRow>.Text(Reason, row => reasons[row.Line]));
        return SheetWriter.CsvAsync(to, SheetTable.Of("Rejected", columns, sheet.Rows.Where(row => reasons.ContainsKey(row.Line))), sheet.Origin.Separator ?? ',', stop: stop);

        // A torn line keeps its cells together in the first column, where they cannot pass for other columns' when they come back.
        string Cell(SheetRow row, string name, int column) => row.Count > sheet.Width ? column == 0 ? string.Join(" | ", row.Cells) : "" : cell?.Invoke(row, name) ?? SheetText.Restore(row[column]);
    }

    private static string Sentence(RowError error) => error.Column is null ? error.Reason : $"{error.Column}: {error.Reason}";
}
