namespace Billing.Documents;

/// <summary>Number, dates and other facts: a column beside the address, or a panel under the title.</summary>
internal sealed class PaperFacts
{
    private const double Mm = PaperSheet.Mm;
    private readonly PaperSheet _sheet;
    private readonly List<PaperFact> _facts = [];

    private PaperFacts(PaperSheet sheet) => _sheet = sheet;

    private PaperStyle Style => _sheet.Style;

    public static PaperFacts Of(PaperSheet sheet)
    {
        var (paper, words, formats, facts) = (sheet.Paper, sheet.Words, sheet.Formats, new PaperFacts(sheet));
        facts.Add(words.IssuedOn, paper.IssuedOn is { } issued ? formats.Date(issued) : null);
        facts.Add(words.DueOn, paper.DueOn is { } due ? formats.Date(due) : null);
        facts.Add(words.ValidUntil, paper.ValidUntil is { } until ? formats.Date(until) : null);
        facts.Add(words.Corrects, paper.Corrects);
        facts.Add(words.Period, paper.Period is { } period ? formats.Days(period) : null);
        facts.Add(words.PurchaseOrder, paper.PurchaseOrder);
        facts.Add(words.ClientNumber, paper.ClientNumber);
        facts.Add(words.ClientTaxId, paper.Client.TaxId);
        foreach (var more in paper.MoreFacts.Take(8)) facts.Add(more.Label, more.Value);
        return facts;
    }

    /// <summary>Labels to the left, values to the right.</summary>
    /// <returns>Its lower edge.</returns>
    public double DrawColumn(double top)
    {
        var (left, right, y) = (_sheet.Right - 70 * Mm, _sheet.Right, top + 12.5 * Mm);
        foreach (var fact in _facts)
        {
            var element = _sheet.Document.Root.Add("P");
            var label = PdfText.Fit(fact.Label, Style.Text, PaperStyle.Small, 34 * Mm);
            _sheet.Put(element, label, left, y, Style.Text, PaperStyle.Small, Style.Soft);
            foreach (var line in PdfText.Wrap(fact.Value, Style.Text, 9, 70 * Mm - Style.Text.Width(label, PaperStyle.Small) - 8).Take(3))
            {
                _sheet.Put(element, line, right, y, Style.Text, 9, Style.Ink, fromRight: true);
                y += PaperStyle.Leading;
            }
            y += 1;
        }
        return y;
    }

    /// <summary>Four facts a row, and at the right what it is all about: the amount.</summary>
    public void DrawPanel()
    {
        const double Pad = 12, Row = 27, Line = 12;
        const int Columns = 4, MostLines = 6;
        var (totals, amountWidth) = (_sheet.Paper.Totals, 43 * Mm);
        var amount = _sheet.Formats.Money(totals.AmountDue ?? totals.Total);
        var size = Math.Min(19, 19 * amountWidth / Style.Strong.Width(amount, 19));
        var cell = (_sheet.Width - Pad * 3 - amountWidth) / Columns;
        // A value that is too wide for one cell takes several, and several lines if it has to.
        int Cells(PaperFact fact) => Math.Clamp((int)Math.Ceiling((Style.Strong.Width(fact.Value, PaperStyle.Size) + 6) / cell), 1, Columns);
        var (cells, column, top, below) = (new List<(PaperFact Fact, double X, double Y, double Width, IReadOnlyList<string> Lines)>(), 0, Pad, Pad);
        foreach (var fact in _facts.OrderBy(Cells))
        {
            var wide = Cells(fact);
            if (column + wide > Columns) (column, top) = (0, below);
            var lines = PdfText.Wrap(fact.Value, Style.Strong, PaperStyle.Size, cell * wide - 6);
            cells.Add((fact, Pad + column * cell, top, cell * wide - 6, lines.Count > MostLines ? [.. lines.Take(MostLines)] : lines));
            below = Math.Max(below, top + Row + (cells[^1].Lines.Count - 1) * Line);
            column += wide;
        }
        var height = Math.Max(below, Pad + Row) + Pad - 4;
        if (!_sheet.Fits(height)) _sheet.Turn();
        using (_sheet.Page.AsDecoration())
        {
            _sheet.Page.Rectangle(PaperSheet.Left, _sheet.Y, _sheet.Width, height, Style.Tint, 5);
            _sheet.Page.Line(_sheet.Right - amountWidth - Pad * 1.5, _sheet.Y + Pad, _sheet.Right - amountWidth - Pad * 1.5, _sheet.Y + height - Pad, 0.5, Style.Accent.Towards(PdfColor.White, 0.7));
        }
        foreach (var (fact, x, y, width, lines) in cells)
        {
            var element = _sheet.Document.Root.Add("P");
            _sheet.Put(element, PdfText.Fit(fact.Label, Style.Text, 7.75, width), PaperSheet.Left + x, _sheet.Y + y + 7, Style.Text, 7.75, Style.Soft);
            for (var l = 0; l < lines.Count; l++) _sheet.Put(element, lines[l], PaperSheet.Left + x, _sheet.Y + y + 19 + l * Line, Style.Strong, PaperStyle.Size, Style.Ink);
        }
        var due = _sheet.Document.Root.Add("P");
        var middle = _sheet.Y + height / 2;
        _sheet.Put(due, totals.AmountDue is null ? _sheet.Words.Total : _sheet.Words.AmountDue, _sheet.Right - Pad, middle - 6, Style.Text, 7.75, Style.Soft, fromRight: true);
        _sheet.Put(due, amount, _sheet.Right - Pad, middle + 13, Style.Strong, size, Style.Accent, fromRight: true);
        _sheet.Y += height + 12;
    }

    private void Add(string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) _facts.Add(new(label, value));
    }
}
