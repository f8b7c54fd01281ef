namespace Billing.Documents;

/// <summary>The sums under the table, from the subtotal to what is due; never torn apart by the end of a page.</summary>
internal sealed class PaperSums
{
    private const double Row = 16, Gap = 8, Large = 34;
    private readonly PaperSheet _sheet;
    private readonly List<(string Label, string Amount, bool Strong)> _rows = [];
    private readonly List<string> _included = [];
    private readonly (string Label, string Amount) _last;

    public PaperSums(PaperSheet sheet)
    {
        _sheet = sheet;
        var (totals, words, formats) = (sheet.Paper.Totals, sheet.Words, sheet.Formats);
        PaperTax[] added = [.. totals.Taxes.Where(tax => !tax.IsIncluded)];
        var settled = totals.Paid is not null || totals.Credited is not null;
        if (added.Length > 0 || totals.Discount is not null || totals.Shipping is not null || settled) Add(words.Subtotal, totals.Subtotal);
        if (totals.Discount is { } discount) Add(totals.DiscountLabel is { } label ? $"{words.Discount} ({label})" : words.Discount, -discount);
        foreach (var tax in added) Add(Label(tax), tax.Amount);
        if (totals.Shipping is { } shipping) Add(words.Shipping, shipping);
        if (settled) _rows.Add((words.Total, formats.Money(totals.Total), true));
        if (totals.Paid is { } paid) Add(words.Paid, -paid);
        if (totals.Credited is { } credited) Add(words.Credited, -credited);
        _last = settled && totals.AmountDue is { } due ? (words.AmountDue, formats.Money(due)) : (words.Total, formats.Money(totals.Total));
        _included.AddRange(totals.Taxes.Where(tax => tax.IsIncluded).Select(tax => $"{words.Included} {Label(tax)}: {formats.Money(tax.Amount)}"));
    }

    /// <summary>All of it, in points.</summary>
    public double Height => Gap + _rows.Count * Row + Large + _included.Count * PaperStyle.SmallLeading + 10;

    private PaperStyle Style => _sheet.Style;

    public void Draw()
    {
        if (!_sheet.Fits(Height)) _sheet.Turn();
        var (table, right, inset) = (_sheet.Document.Root.Add("Table"), _sheet.Right, PaperColumns.Inset(_sheet));
        var widest = _rows.Select(row => Style.Text.Width(row.Label, PaperStyle.Size) + Style.Strong.Width(row.Amount, PaperStyle.Size) + 24).DefaultIfEmpty(0).Max();
        var width = Math.Clamp(Math.Max(widest, Style.Strong.Width(_last.Label + _last.Amount, 13) + 30) + inset * 2, 76 * PaperSheet.Mm, _sheet.Width);
        var left = right - width;
        _sheet.Y += Gap;
        foreach (var (label, amount, strong) in _rows)
        {
            if (!_sheet.Fits(Row)) _sheet.Turn(); // more rates than a page has room for
            var (row, y, font) = (table.Add("TR"), _sheet.Y + Row / 2 + Style.Text.CapHeight(PaperStyle.Size) / 2, strong ? Style.Strong : Style.Text);
            var shown = PdfText.Fit(label, font, PaperStyle.Size, width - inset * 2 - Style.Strong.Width(amount, PaperStyle.Size) - 10);
            _sheet.Put(row.Add("TD"), shown, left + inset, y, font, PaperStyle.Size, strong ? Style.Ink : Style.Soft);
            _sheet.Put(row.Add("TD"), amount, right - inset, y, font, PaperStyle.Size, Style.Ink, fromRight: true);
            _sheet.Y += Row;
        }
        if (!_sheet.Fits(Large)) _sheet.Turn();
        DrawLast(_sheet.Page, table.Add("TR"), left, width, inset);
        foreach (var included in _included)
        {
            _sheet.Put(_sheet.Document.Root.Add("P"), PdfText.Fit(included, Style.Text, PaperStyle.Small, _sheet.Width), right - inset, _sheet.Y + 8, Style.Text, PaperStyle.Small, Style.Soft, fromRight: true);
            _sheet.Y += PaperStyle.SmallLeading;
        }
        _sheet.Y += 13;
    }

    private void DrawLast(PdfPage page, PdfElement row, double left, double width, double inset)
    {
        var (top, middle, right) = (_sheet.Y + 4, _sheet.Y + 4 + (Large - 6) / 2, left + width);
        var (font, size, color) = _sheet.Paper.Look switch
        {
            PaperLook.Modern => (Style.Strong, 12.5, PdfColor.White),
            PaperLook.Classic => (Style.Strong, 12, Style.Ink),
            _ => (Style.Title, 19, Style.Ink),
        };
        using (page.AsDecoration())
        {
            if (_sheet.Paper.Look == PaperLook.Modern) page.Rectangle(left, top, width, Large - 6, Style.Accent, 4);
            else page.Line(left, top, right, top, 0.6, _sheet.Paper.Look == PaperLook.Classic ? Style.Ink : Style.Hair);
            if (_sheet.Paper.Look == PaperLook.Classic)
            {
                page.Line(left, top + Large - 8, right, top + Large - 8, 0.6, Style.Ink);
                page.Line(left, top + Large - 6, right, top + Large - 6, 0.6, Style.Ink);
            }
        }
        size = Math.Min(size, size * (width * 0.62) / font.Width(_last.Amount, size));
        var label = _sheet.Paper.Look == PaperLook.Minimal ? PaperStyle.Size : Math.Min(size, 11);
        _sheet.Put(row.Add("TD"), _last.Label, left + inset, middle + Style.Strong.CapHeight(label) / 2, Style.Strong, label, color);
        _sheet.Put(row.Add("TD"), _last.Amount, right - inset, middle + font.CapHeight(size) / 2, font, size, color, fromRight: true);
        _sheet.Y += Large + 2;
    }

    private void Add(string label, Money amount) => _rows.Add((label, _sheet.Formats.Money(amount), false));

    private string Label(PaperTax tax) => $"{tax.Label ?? _sheet.Words.TaxName} {_sheet.Formats.Percent(tax.Rate)}" + (tax.Of is { } of ? $" {_sheet.Words.On} {_sheet.Formats.Money(of)}" : "");
}
