using Billing.Documents;

namespace Billing.Facilities;

/// <summary>The lines that were not taken, as a CSV file to be put right and imported again.</summary>
internal static class RejectedRows
{
    /// <summary>
    /// Writes the sheet's own columns with the cells as they stand, and why each line was not taken. Dates that could be read are written <c>2025-11-14</c>,
    /// so that they read the same without the rest of the file.
    /// </summary>
    public static Task WriteAsync(Stream to, ImportSheet sheet, CancellationToken stop = default) => RejectedLines.WriteAsync(to, sheet.Sheet, sheet.Rejected, (row, column) => Date(sheet, row, column), stop);

    private static string? Date(ImportSheet sheet, SheetRow row, string column) =>
        ImportFields.Dates.FirstOrDefault(field => sheet.Cells.ColumnOf(field) == column) is { } date && sheet.Cells.Date(row, date).TryGet(out var day, out _) ? DateText.Write(day) : null;
}
