using Billing.Documents;

namespace Billing.Facilities;

/// <summary>A line as the person sees it before taking it.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Cells">Field → the cell as it stands; fields without a column are missing.</param>
/// <param name="Outcome">What it comes to.</param>
internal sealed record PreviewLine(int Line, IReadOnlyDictionary<string, string> Cells, ImportOutcome Outcome);

/// <summary>Shows what an import would do, line by line.</summary>
internal static class ImportPreview
{
    /// <summary>The first lines of the file, and every rejected or corrected one wherever it stands.</summary>
    public static IEnumerable<PreviewLine> Of(ImportSheet sheet, ImportPlan plan, int first = 200)
    {
        var outcomes = plan.Rows.ToDictionary(row => row.Says.Line, row => row.Outcome);
        foreach (var line in plan.Repeated) outcomes[line.Line] = ImportOutcome.Repeated;
        foreach (var error in plan.Rejected) outcomes[error.Line] = ImportOutcome.Rejected;
        var corrected = plan.Corrected.Select(cell => cell.Line).ToHashSet();
        return sheet.Sheet.Rows
            .Where((row, i) => i < first || outcomes[row.Line] == ImportOutcome.Rejected || corrected.Contains(row.Line))
            .Select(row => new PreviewLine(row.Line, ImportFields.All.Where(f => sheet.Cells.ColumnOf(f) is not null).ToDictionary(f => f.Name, f => sheet.Cells.Text(row, f)), outcomes[row.Line]));
    }
}
