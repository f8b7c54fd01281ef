namespace Billing.Documents;

/// <summary>Why a file, or one place in it, cannot be read. A value: no junk in a file makes the reader throw.</summary>
/// <param name="Code">
/// Stable, kebab-case. Of the whole file: <c>empty-file</c>, <c>too-large</c>, <c>not-a-sheet</c>, <c>old-excel</c>, <c>encrypted</c>, <c>damaged</c>, <c>expands-too-much</c>, <c>too-many-cells</c>,
/// <c>cell-too-long</c>, <c>open-quote</c>, <c>bad-quote</c>, <c>no-such-sheet</c>, <c>unknown-encoding</c>. As a note beside the rows: <c>row-too-long</c>, <c>row-too-short</c>, <c>duplicate-column</c>,
/// <c>blank-column</c>, <c>merged-cells</c>, <c>formula-without-value</c>.
/// </param>
/// <param name="Sentence">One sentence for a person that says what to do.</param>
/// <param name="Line">The line of a CSV file or the row number of a sheet, counted from 1; null when the whole file is meant.</param>
/// <param name="Column">The column's name, or its letter or number where no name is known; null when the whole row is meant.</param>
public sealed record SheetError(string Code, string Sentence, int? Line = null, string? Column = null);

/// <summary>Carries an error out of the depths of a parser to <see cref="SheetReader"/>, which turns it into a value.</summary>
internal sealed class SheetFault(SheetError error) : Exception(error.Sentence)
{
    public SheetFault(string code, string sentence, int? line = null, string? column = null) : this(new SheetError(code, sentence, line, column)) { }

    public SheetError Error { get; } = error;
}
