namespace Billing.Documents;

/// <summary>The upper part of the first page: who writes, to whom, what, and the facts.</summary>
internal sealed class PaperLetterhead(PaperSheet sheet)
{
    private const double Mm = PaperSheet.Mm;
    private readonly PaperStyle _style = sheet.Style;
    private readonly PdfPage _page = sheet.Page;

    private Paper Paper => sheet.Paper;

    private static double Left => PaperSheet.Left;

    public void Draw()
    {
        DrawSeller();
        var address = DrawAddress();
        var facts = PaperFacts.Of(sheet);
        var beside = Paper.Look == PaperLook.Modern ? DrawSellerBlock() : facts.DrawColumn(46 * Mm);
        sheet.Y = Math.Max(Math.Max(address, beside) + 8 * Mm, 96.5 * Mm);
        DrawTitle();
        if (Paper.Look == PaperLook.Modern) facts.DrawPanel();
        if (Paper.ShipTo is { } to)
        {
            sheet.Section(sheet.Words.ShipTo, string.Join(", ", new[] { to.Name }.Concat(to.Address).Where(line => line.Length > 0)));
            sheet.Y += 1;
        }
        if (Paper.Introduction is { } introduction)
        {
            sheet.Paragraph(introduction, Left, sheet.Width, _style.Text, PaperStyle.Size, PaperStyle.Leading, _style.Ink);
            sheet.Y += 10;
        }
    }

    private void DrawSeller()
    {
        switch (Paper.Look)
        {
            case PaperLook.Classic:
                var (element, middle, below) = (sheet.Document.Root.Add("P"), (Left + sheet.Right) / 2, 28.5 * Mm);
                if (Paper.Logo is { } crest) below = DrawLogo(crest, middle, 12 * Mm, 70 * Mm, 15 * Mm, 0.5) + 4.5 * Mm;
                else
                    using (_page.As(element)) _page.TextCentred(FitName(_style.Title, 23, sheet.Width), middle, 22 * Mm, _style.Title, 23, _style.Ink);
                foreach (var line in new[] { (Paper.Logo is null ? [] : new[] { Paper.Seller.Name }).Concat(Paper.Seller.Address), Paper.Seller.Contact })
                {
                    using (_page.As(element)) _page.TextCentred(PdfText.Fit(string.Join("  ·  ", line), _style.Text, PaperStyle.Small, sheet.Width), middle, below, _style.Text, PaperStyle.Small, _style.Soft);
                    below += 11.5;
                }
                using (_page.AsDecoration())
                {
                    _page.Line(Left, 39 * Mm, sheet.Right, 39 * Mm, 1.1, _style.Accent);
                    _page.Line(Left, 39 * Mm + 2.4, sheet.Right, 39 * Mm + 2.4, 0.4, _style.Accent);
                }
                break;
            case PaperLook.Modern:
                using (_page.AsDecoration()) _page.Rectangle(0, 0, _page.Size.Width, 2.5 * Mm, _style.Accent);
                if (Paper.Logo is { } logo) DrawLogo(logo, Left, 14 * Mm, 65 * Mm, 22 * Mm, 0);
                else sheet.Put(sheet.Document.Root.Add("P"), FitName(_style.Strong, 19, sheet.Width), Left, 25 * Mm, _style.Strong, 19, _style.Accent);
                break;
            default:
                sheet.Put(sheet.Document.Root.Add("P"), FitName(_style.Strong, 11.5, sheet.Width * 0.6), Left, 21 * Mm, _style.Strong, 11.5, _style.Ink);
                if (Paper.Logo is { } mark) DrawLogo(mark, sheet.Right, 13 * Mm, 48 * Mm, 16 * Mm, 1);
                break;
        }
    }

    private string FitName(PdfFont font, double size, double width) => PdfText.Fit(Paper.Seller.Name, font, size, width);

    /// <returns>Its lower edge.</returns>
    private double DrawLogo(PdfImage logo, double x, double y, double width, double height, double anchor)
    {
        var scale = Math.Min(Math.Min(width / logo.Width, height / logo.Height), 0.75); // a pixel is never larger than 1/96 in
        using (_page.As(sheet.Document.Root.Add("Figure", Paper.Seller.Name))) _page.Image(logo, x - logo.Width * scale * anchor, y, logo.Width * scale, logo.Height * scale);
        return y + logo.Height * scale;
    }

    // The window of the envelope shows 45 to 90 mm: the sender in small letters above, then the recipient from 62.7 mm on.
    private double DrawAddress()
    {
        var width = 82 * Mm;
        var sender = PdfText.Fit(string.Join(" · ", new[] { Paper.Seller.Name }.Concat(Paper.Seller.Address)), _style.Text, 6.75, width);
        using (_page.As(sheet.Document.Root.Add("P"))) _page.Text(sender, Left, 58.5 * Mm, _style.Text, 6.75, _style.Soft);
        using (_page.AsDecoration()) _page.Line(Left, 59.6 * Mm, Left + Math.Max(_style.Text.Width(sender, 6.75), 40 * Mm), 59.6 * Mm, 0.4, _style.Hair);
        var (element, y, first) = (sheet.Document.Root.Add("P"), 66.5 * Mm, true);
        foreach (var part in new[] { Paper.Client.Name }.Concat(Paper.Client.Address).Where(line => line.Length > 0))
        {
            var (font, leading) = (first ? _style.Strong : _style.Text, 4.55 * Mm);
            foreach (var line in PdfText.Wrap(part, font, 10.25, width).Take(4))
            {
                sheet.Put(element, line, Left, y, font, 10.25, _style.Ink);
                y += leading;
            }
            first = false;
            if (y > 125 * Mm) break; // no address is so long
        }
        return y;
    }

    private double DrawSellerBlock()
    {
        var (element, x, y) = (sheet.Document.Root.Add("P"), sheet.Right - 62 * Mm, 58.5 * Mm);
        string[] lines = [Paper.Seller.Name, .. Paper.Seller.Address, .. Paper.Seller.Contact];
        for (var i = 0; i < Math.Min(lines.Length, 12); i++)
        {
            var font = i == 0 ? _style.Strong : _style.Text;
            foreach (var line in PdfText.Wrap(lines[i], font, PaperStyle.Small, 62 * Mm).Take(3))
            {
                sheet.Put(element, line, x, y, font, PaperStyle.Small, i == 0 ? _style.Ink : _style.Soft);
                y += 11.5;
            }
        }
        return y;
    }

    private void DrawTitle()
    {
        var size = Paper.Look switch { PaperLook.Classic => 25.0, PaperLook.Minimal => 27, _ => 23 };
        var element = sheet.Document.Root.Add("H1");
        foreach (var line in PdfText.Wrap(sheet.Title, _style.Title, size, sheet.Width).Take(4))
        {
            sheet.Put(element, line, Left, sheet.Y + size * 0.8, _style.Title, size, _style.Ink);
            sheet.Y += size * 1.2;
        }
        sheet.Y += 8;
    }
}
