namespace Billing.Documents;

/// <summary>The foot of every page: who the seller is before the law and at the bank, and which page this is.</summary>
internal sealed class PaperFooter
{
    private const double Size = 7.25, Leading = 9.5, Gap = 14;
    private readonly PaperSheet _sheet;
    private readonly List<List<string>> _columns = [];
    private readonly double _column;

    public PaperFooter(PaperSheet sheet)
    {
        _sheet = sheet;
        var (paper, words) = (sheet.Paper, sheet.Words);
        List<string>[] columns =
        [
            paper.Look == PaperLook.Minimal ? [paper.Seller.Name, .. paper.Seller.Address] : [],
            paper.Look == PaperLook.Minimal ? [.. paper.Seller.Contact] : [],
            [.. paper.Seller.TaxId is { } taxId ? [$"{words.TaxId} {taxId}"] : Array.Empty<string>(), .. paper.Seller.Registration],
            paper.Bank is { } bank ? [.. new[] { bank.Bank, bank.Iban is { } iban ? "IBAN " + EpcPayment.Grouped(iban) : null, bank.Bic is { } bic ? "BIC " + bic : null }.OfType<string>()] : [],
        ];
        var filled = columns.Where(column => column.Count > 0).ToArray();
        var width = sheet.Size.Width - PaperSheet.Left - 20 * PaperSheet.Mm;
        _column = filled.Length == 0 ? width : (width - Gap * (filled.Length - 1)) / filled.Length;
        foreach (var column in filled) _columns.Add([.. column.SelectMany(line => PdfText.Wrap(line, sheet.Style.Text, Size, _column)).Take(8)]);
        var lines = _columns.Select(column => column.Count).DefaultIfEmpty(0).Max() + (paper.Footer is null ? 0 : 1.4) + 1.6; // the last for the number of the page
        Rule = sheet.Size.Height - 11 * PaperSheet.Mm - lines * Leading;
    }

    /// <summary>Where one has to stop before it.</summary>
    public double Top => Rule - 7;

    private double Rule { get; }

    public void Draw(PdfPage page, int pages)
    {
        var (style, words, right) = (_sheet.Style, _sheet.Words, _sheet.Size.Width - 20 * PaperSheet.Mm);
        var last = page.Size.Height - 10 * PaperSheet.Mm;
        using (page.AsDecoration())
        {
            if (_columns.Count > 0 || _sheet.Paper.Footer is not null) page.Line(PaperSheet.Left, Rule, right, Rule, 0.5, style.Hair);
            for (var c = 0; c < _columns.Count; c++)
                for (var l = 0; l < _columns[c].Count; l++) page.Text(_columns[c][l], PaperSheet.Left + c * (_column + Gap), Rule + 11 + l * Leading, style.Text, Size, style.Soft);
            if (_sheet.Paper.Footer is { } footer) page.Text(PdfText.Fit(footer, style.Text, Size, (right - PaperSheet.Left) * 0.8), PaperSheet.Left, last, style.Text, Size, style.Soft);
            page.TextRight(words.Page(page.Number, pages), right, last, style.Text, Size, style.Soft);
            if (_sheet.Paper.Format == PaperFormat.A4 && page.Number == 1) FoldMarks(page);
        }
    }

    // DIN 5008 B: where to fold for the envelope, and where to punch.
    private static void FoldMarks(PdfPage page)
    {
        foreach (var (y, length) in new[] { (105.0, 3.5), (148.5, 5), (210, 3.5) }) page.Line(3.5 * PaperSheet.Mm, y * PaperSheet.Mm, (3.5 + length) * PaperSheet.Mm, y * PaperSheet.Mm, 0.3, new(0x99, 0x99, 0x99));
    }
}
