namespace Billing.Documents;

/// <summary>What is laid out as one: a heading of a group, a line, or the sum of a group.</summary>
/// <param name="Line">The line; none for a heading or a sum.</param>
/// <param name="Texts">What stands on the left, broken into lines; small ones are details.</param>
/// <param name="Sum">At the right, of a sum.</param>
/// <param name="IsHeading">A heading stays with what follows it.</param>
internal sealed record PaperRow(PaperLine? Line, IReadOnlyList<(string Text, bool Small)> Texts, Money? Sum = null, bool IsHeading = false)
{
    public const double Pad = 4.5;

    /// <summary>More air above a heading, less below.</summary>
    public const double HeadingAbove = 5, HeadingBelow = 3.5;

    public double Height => HeightOf(0, Texts.Count);

    public double HeightOf(int from, int to) => Pad * 2 + (IsHeading ? HeadingAbove - HeadingBelow : 0) + Texts.Skip(from).Take(to - from).Sum(text => text.Small ? PaperStyle.SmallLeading : PaperStyle.Leading);

    public static IReadOnlyList<PaperRow> Of(PaperSheet sheet, double width)
    {
        var (style, words, rows) = (sheet.Style, sheet.Words, new List<PaperRow>());
        foreach (var group in sheet.Paper.Groups)
        {
            if (group.Title is { } title) rows.Add(new(null, [.. PdfText.Wrap(title, style.Strong, PaperStyle.Size, sheet.Width * 0.8).Select(text => (text, false))], IsHeading: true));
            foreach (var line in group.Lines)
            {
                var details = string.Join('\n', new[] { line.Detail, line.Period is { } period ? sheet.Formats.Days(period) : null }.Where(text => !string.IsNullOrWhiteSpace(text)));
                rows.Add(new(line, [.. PdfText.Wrap(line.Description, style.Text, PaperStyle.Size, width).Select(text => (text, false)), .. details.Length == 0 ? [] : PdfText.Wrap(details, style.Text, PaperStyle.Small, width).Select(text => (text, true))]));
            }
            if (group.Subtotal is { } sum) rows.Add(new(null, [(group.Title is null ? words.SubtotalOf : PdfText.Fit($"{words.SubtotalOf} {group.Title}", style.Text, PaperStyle.Size, sheet.Width * 0.7), false)], Sum: sum));
        }
        return rows;
    }
}
