namespace Billing.Documents;

/// <summary>One column of figures: its heading, what stands in it for a line, and its right edge.</summary>
internal sealed record PaperColumn(string Heading, Func<PaperLine, string> Cell)
{
    public double Right { get; set; }
}

/// <summary>The columns of the table: the description takes what the figures leave.</summary>
internal sealed class PaperColumns
{
    private const double Gap = 14, LeastDescription = 150, MostUnit = 64;

    public PaperColumns(PaperSheet sheet)
    {
        var (paper, words, formats, style) = (sheet.Paper, sheet.Words, sheet.Formats, sheet.Style);
        PaperLine[] lines = [.. paper.Groups.SelectMany(group => group.Lines)];
        if (lines.Any(line => line.Quantity is not null)) Figures.Add(new(words.Quantity, line => line.Quantity is { } quantity ? formats.Quantity(quantity) + Unit(line, style) : ""));
        if (lines.Any(line => line.UnitPrice is not null)) Figures.Add(new(words.UnitPrice, line => line.UnitPrice is { } price ? formats.Price(price, paper.Currency) : ""));
        if (lines.Any(line => line.Taxes.Count > 0)) Figures.Add(new(words.Tax, line => string.Join(" + ", line.Taxes.Select(formats.Percent))));
        Figures.Add(new($"{words.Amount} ({paper.Currency})", line => formats.Amount(line.Amount)));

        double[] headings = [.. Figures.Select(column => style.Strong.Width(column.Heading, PaperStyle.Small))], cells = [.. Figures.Select(column => lines.Select(line => style.Text.Width(column.Cell(line), PaperStyle.Size)).DefaultIfEmpty(0).Max())];
        double[] Widths(double size) => [.. headings.Zip(cells, (heading, cell) => Math.Max(heading, cell * size / PaperStyle.Size))];
        for (FigureSize = PaperStyle.Size; FigureSize > 6 && Inset(sheet) + Widths(FigureSize).Sum(width => width + Gap) > sheet.Width - LeastDescription; FigureSize -= 0.5) { }
        var (right, widths) = (sheet.Right - Inset(sheet), Widths(FigureSize));
        for (var i = Figures.Count - 1; i >= 0; right -= widths[i] + Gap, i--) Figures[i].Right = right;
        DescriptionWidth = Math.Max(60, right - Gap - DescriptionLeft(sheet));
    }

    public List<PaperColumn> Figures { get; } = [];

    /// <summary>Smaller than the text where figures are very long.</summary>
    public double FigureSize { get; }

    public double DescriptionWidth { get; }

    public static double DescriptionLeft(PaperSheet sheet) => PaperSheet.Left + Inset(sheet);

    /// <summary>Panels have air at their sides.</summary>
    public static double Inset(PaperSheet sheet) => sheet.Paper.Look == PaperLook.Modern ? 10 : 0;

    private static string Unit(PaperLine line, PaperStyle style) => string.IsNullOrWhiteSpace(line.Unit) ? "" : "\u00A0" + PdfText.Fit(line.Unit, style.Text, PaperStyle.Size, MostUnit);
}
