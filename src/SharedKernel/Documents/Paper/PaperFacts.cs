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
        facts._facts.AddRange(paper.MoreFacts);
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

    /// <summary>Three facts a row, and at the right what it is all about: the amount.</summary>
    public void DrawPanel()
    {
        const double Pad = 12, Row = 27;
        var (totals, amountWidth) = (_sheet.Paper.Totals, 48 * Mm);
        var amount = _sheet.Formats.Money(totals.AmountDue ?? totals.Total);
        var size = Math.Min(19, 19 * amountWidth / Style.Strong.Width(amount, 19));
        var cell = (_sheet.Width - Pad * 3 - amountWidth) / 3;
        // A value that is too wide for one cell takes two, or three.
        var (cells, column, row) = (new List<(PaperFact Fact, int Column, int Row, double Width)>(), 0, 0);
        int Cells(PaperFact fact) => Math.Clamp((int)Math.Ceiling((Style.Strong.Width(fact.Value, PaperStyle.Size) + 8) / cell), 1, 3);
        foreach (var fact in _facts.OrderBy(Cells))
        {
            var wide = Cells(fact);
            if (column + wide > 3) (column, row) = (0, row + 1);
            cells.Add((fact, column, row, cell * wide - 8));
            column += wide;
        }
        var height = Pad * 2 + (row + 1) * Row - 4;
        if (!_sheet.Fits(height)) _sheet.Turn();
        using (_sheet.Page.AsDecoration())
        {
            _sheet.Page.Rectangle(PaperSheet.Left, _sheet.Y, _sheet.Width, height, Style.Tint, 5);
            _sheet.Page.Line(_sheet.Right - amountWidth - Pad * 1.5, _sheet.Y + Pad, _sheet.Right - amountWidth - Pad * 1.5, _sheet.Y + height - Pad, 0.5, Style.Accent.Towards(PdfColor.White, 0.7));
        }
        foreach (var (fact, at, line, width) in cells)
        {
            var (x, y, element) = (PaperSheet.Left + Pad + at * cell, _sheet.Y + Pad + line * Row, _sheet.Document.Root.Add("P"));
            _sheet.Put(element, PdfText.Fit(fact.Label, Style.Text, 7.75, width), x, y + 7, Style.Text, 7.75, Style.Soft);
            _sheet.Put(element, PdfText.Fit(fact.Value, Style.Strong, PaperStyle.Size, width), x, y + 19, Style.Strong, PaperStyle.Size, Style.Ink);
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
