namespace Billing.Documents;

/// <summary>Why a line is not taken: the cell, what it says, and what would do.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The sheet's own name of the column; null when the whole line is meant.</param>
/// <param name="Value">The cell as it stands.</param>
/// <param name="Code">Kebab-case, as everywhere: <c>not-an-amount</c>, <c>not-a-date</c>, <c>unknown-status</c>, <c>period-taken</c>…</param>
/// <param name="Reason">One sentence for a person.</param>
/// <param name="Offers">Values that would be taken.</param>
/// <param name="Details">Facts of the reason by name, as a problem carries them.</param>
public sealed record RowError(int Line, string? Column, string Value, string Code, string Reason, IReadOnlyList<string>? Offers = null, IReadOnlyDictionary<string, object?>? Details = null)
{
    /// <summary>A line with more cells than the sheet has columns: what stands where cannot be told, so nothing more is said of it.</summary>
    public static RowError Torn(SheetRow row, int width) => new(
        row.Line, null, string.Join(" | ", row.Cells), "row-too-long", $"The line has {row.Count} cells instead of {width}; put quotes around a cell that contains the separator.", Details: new Dictionary<string, object?> { ["cells"] = row.Count, ["width"] = width });
}

/// <summary>A line that says again what an earlier one says; it has no effect.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="FirstLine">The earlier one's.</param>
public sealed record RepeatedRow(int Line, int FirstLine);
