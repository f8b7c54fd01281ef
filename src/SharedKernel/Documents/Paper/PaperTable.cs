namespace Billing.Documents;

/// <summary>The lines, over as many pages as they need: under a header on each, the sum so far carried from the foot of one to the head of the next.</summary>
internal sealed class PaperTable
{
    private const double Carried = 19;
    private readonly PaperSheet _sheet;
    private readonly PaperColumns _columns;
    private readonly IReadOnlyList<PaperRow> _rows;
    private readonly PdfElement _table;
    private Money _soFar;
    private bool _fresh = true;

    public PaperTable(PaperSheet sheet)
    {
        _sheet = sheet;
        _columns = new(sheet);
        _rows = PaperRow.Of(sheet, _columns.DescriptionWidth);
        _table = sheet.Document.Root.Add("Table");
        _soFar = Money.Zero(sheet.Paper.Currency);
    }

    private PaperStyle Style => _sheet.Style;

    private PaperLook Look => _sheet.Paper.Look;

    private double TextLeft => PaperColumns.DescriptionLeft(_sheet);

    private double FigureRight => _sheet.Right - PaperColumns.Inset(_sheet);

    /// <param name="after">The height of what has to stand under the last line.</param>
    public void Draw(double after)
    {
        if (!_sheet.Fits(90)) _sheet.Turn();
        DrawHeader(_table.Add("TR"));
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            // A heading is no last thing on a page, nor is a sum the first.
            var (last, with) = (i, 0.0);
            for (; last + 1 < _rows.Count && (_rows[last].IsHeading || _rows[last + 1] is { Sum: not null }); last++) with += Math.Min(_rows[last + 1].Height, 60);
            var room = with + (last == _rows.Count - 1 ? Math.Min(after, _sheet.WholePage / 2) : Carried);
            var mayBegin = row.Height > _sheet.WholePage / 2 && _sheet.Fits(row.HeightOf(0, Math.Min(4, row.Texts.Count)) + Carried);
            if (!_sheet.Fits(row.Height + room) && !_fresh && !mayBegin) Turn();
            var drawn = 0;
            while (drawn < row.Texts.Count)
            {
                var to = row.Texts.Count;
                if (!_sheet.Fits(row.HeightOf(drawn, to) + Math.Min(room, Carried)))
                    for (to = drawn + 1; to < row.Texts.Count && _sheet.Fits(row.HeightOf(drawn, to + 1) + Carried); to++) { }
                DrawRow(row, drawn, to);
                drawn = to;
                if (drawn < row.Texts.Count) Turn();
            }
        }
        using (_sheet.Page.AsDecoration())
            if (Look == PaperLook.Classic) _sheet.Page.Line(PaperSheet.Left, _sheet.Y, _sheet.Right, _sheet.Y, 1, Style.Ink);
    }

    private void DrawHeader(PdfElement? row)
    {
        var (page, y, height) = (_sheet.Page, _sheet.Y, Look == PaperLook.Modern ? 21.0 : 19);
        using (page.AsDecoration())
        {
            if (Look == PaperLook.Modern) page.Rectangle(PaperSheet.Left, y, _sheet.Width, height, Style.Accent, 4);
            if (Look == PaperLook.Classic) page.Line(PaperSheet.Left, y, _sheet.Right, y, 1, Style.Ink);
            if (Look != PaperLook.Modern) page.Line(PaperSheet.Left, y + height, _sheet.Right, y + height, 0.5, Look == PaperLook.Classic ? Style.Ink : Style.Hair);
        }
        var color = Look switch { PaperLook.Modern => PdfColor.White, PaperLook.Minimal => Style.Soft, _ => Style.Ink };
        var (font, line) = (Look == PaperLook.Minimal ? Style.Text : Style.Strong, y + height / 2 + Style.Strong.CapHeight(PaperStyle.Small) / 2);
        Head(row, _sheet.Words.Description, TextLeft, line, font, color, false);
        foreach (var column in _columns.Figures) Head(row, column.Heading, column.Right, line, font, color, true);
        _sheet.Y += height + (Look == PaperLook.Modern ? 2 : 0);
        _fresh = true;
    }

    // Said once to a screen reader; on further pages it is decoration.
    private void Head(PdfElement? row, string text, double x, double y, PdfFont font, PdfColor color, bool fromRight)
    {
        using (row is null ? _sheet.Page.AsDecoration() : _sheet.Page.As(row.Add("TH")))
        {
            if (fromRight) _sheet.Page.TextRight(text, x, y, font, PaperStyle.Small, color);
            else _sheet.Page.Text(text, x, y, font, PaperStyle.Small, color);
        }
    }

    private void DrawRow(PaperRow row, int from, int to)
    {
        var (page, element, top) = (_sheet.Page, _table.Add("TR"), _sheet.Y);
        var y = top + PaperRow.Pad + (row.IsHeading ? PaperRow.HeadingAbove : 0);
        var first = y + PaperStyle.Size * 0.93;
        var left = element.Add("TD");
        for (var i = from; i < to; i++)
        {
            var (text, small) = row.Texts[i];
            var size = small ? PaperStyle.Small : PaperStyle.Size;
            var color = small || row.Sum is not null ? Style.Soft : row.IsHeading && Look != PaperLook.Minimal ? Style.Accent : Style.Ink;
            _sheet.Put(left, text, TextLeft, y + size * 0.93, row.IsHeading ? Style.Strong : Style.Text, size, color);
            y += small ? PaperStyle.SmallLeading : PaperStyle.Leading;
        }
        if (from == 0 && row.Line is { } line)
        {
            foreach (var column in _columns.Figures)
                if (column.Cell(line) is { Length: > 0 } cell) _sheet.Put(element.Add("TD"), cell, column.Right, first, Style.Text, _columns.FigureSize, Style.Ink, fromRight: true);
                else element.Add("TD");
            _soFar += line.Amount;
        }
        if (row.Sum is { } sum) _sheet.Put(element.Add("TD"), _sheet.Formats.Amount(sum), FigureRight, first, Style.Strong, _columns.FigureSize, Style.Ink, fromRight: true);
        _sheet.Y = y + PaperRow.Pad - (row.IsHeading ? PaperRow.HeadingBelow : 0);
        if (to == row.Texts.Count && !row.IsHeading)
            using (page.AsDecoration()) page.Line(PaperSheet.Left, _sheet.Y, _sheet.Right, _sheet.Y, 0.4, Style.Hair);
        _fresh = false;
    }

    /// <summary>On to the next page, with the sum so far at the foot of this one and at the head of that.</summary>
    private void Turn()
    {
        DrawCarried(_sheet.Words.CarriedForward);
        _sheet.Turn();
        DrawHeader(null);
        DrawCarried(_sheet.Words.BroughtForward);
        using (_sheet.Page.AsDecoration()) _sheet.Page.Line(PaperSheet.Left, _sheet.Y, _sheet.Right, _sheet.Y, 0.4, Style.Hair);
    }

    private void DrawCarried(string label)
    {
        var line = _sheet.Y + Carried / 2 + Style.Strong.CapHeight(PaperStyle.Size) / 2;
        using (_sheet.Page.AsDecoration())
        {
            _sheet.Page.Text(label, TextLeft, line, Style.Text, PaperStyle.Size, Style.Soft);
            _sheet.Page.TextRight(_sheet.Formats.Amount(_soFar), FigureRight, line, Style.Strong, PaperStyle.Size, Style.Ink);
        }
        _sheet.Y += Carried;
    }
}
