namespace Billing.Documents;

/// <summary>The sheets of one document: where one writes next, and what stands on every page.</summary>
internal sealed class PaperSheet
{
    public const double Mm = 72 / 25.4;

    /// <summary>Of a heading with a paragraph.</summary>
    public const double SectionHead = 13, SectionSize = 9, SectionLeading = 12.5;

    private readonly PaperFooter _footer;

    public PaperSheet(Paper paper)
    {
        Paper = paper;
        Style = PaperStyle.Of(paper.Look, paper.Accent);
        Words = PaperWords.In(paper.Language);
        Formats = new(paper.Language, paper.Format);
        Title = paper.Number is { } number ? $"{Words.Of(paper.Kind)} {number}" : Words.Of(paper.Kind);
        Document = new(new PdfInfo(Title, Words.Code, paper.CreatedAt) { Author = paper.Seller.Name, Subject = $"{Title} · {paper.Client.Name}", FacturX = paper.FacturX });
        _footer = new(this);
        Page = AddPage();
    }

    public Paper Paper { get; }

    public PaperStyle Style { get; }

    public PaperWords Words { get; }

    public PaperFormats Formats { get; }

    public string Title { get; }

    public PdfDocument Document { get; }

    public PdfPage Page { get; private set; }

    /// <summary>The upper edge of what comes next.</summary>
    public double Y { get; set; }

    // Like a letter after DIN 5008: 25 mm for the holes, 20 mm on the other side.
    public static double Left => 25 * Mm;

    public double Right => Page.Size.Width - 20 * Mm;

    public double Width => Right - Left;

    /// <summary>Where the footer begins.</summary>
    public double Bottom => _footer.Top;

    public PdfSize Size => Paper.Format == PaperFormat.Letter ? PdfSize.Letter : PdfSize.A4;

    /// <summary>The height of a page that is not the first.</summary>
    public double WholePage => Bottom - 32 * Mm;

    public bool Fits(double height) => Y + height <= Bottom;

    /// <summary>Goes on a new page, under its running head.</summary>
    public void Turn()
    {
        Page = AddPage();
        using (Page.AsDecoration())
        {
            Page.Text(PdfText.Fit(Title, Style.Strong, PaperStyle.Small, Width * 0.6), Left, 20 * Mm, Style.Strong, PaperStyle.Small, Style.Ink);
            var seller = PdfText.Fit(Paper.Seller.Name, Style.Text, PaperStyle.Small, Width * 0.38);
            Page.TextRight(seller, Right, 20 * Mm, Style.Text, PaperStyle.Small, Style.Soft);
            Page.Line(Left, 22.5 * Mm, Right, 22.5 * Mm, 0.5, Style.Hair);
        }
        Y = 30 * Mm;
    }

    /// <summary>Writes one line whose base line is given.</summary>
    public void Put(PdfElement element, string text, double x, double y, PdfFont font, double size, PdfColor color, bool fromRight = false)
    {
        using (Page.As(element))
        {
            if (fromRight) Page.TextRight(text, x, y, font, size, color);
            else Page.Text(text, x, y, font, size, color);
        }
    }

    /// <summary>Writes a text over as many lines and pages as it needs, and moves on below it.</summary>
    public void Paragraph(string text, double x, double width, PdfFont font, double size, double leading, PdfColor color)
    {
        var element = Document.Root.Add("P");
        foreach (var line in PdfText.Wrap(text, font, size, width))
        {
            if (!Fits(leading)) Turn();
            Put(element, line, x, Y + size * 0.9, font, size, color);
            Y += leading;
        }
    }

    /// <summary>A small heading over a paragraph, on the same page as its beginning.</summary>
    public void Section(string heading, string text) => Section(heading, text, Left, Width);

    public void Section(string heading, string text, double x, double width)
    {
        if (!Fits(SectionHead + SectionLeading)) Turn();
        Put(Document.Root.Add("H2"), heading, x, Y + 8, Style.Strong, PaperStyle.Small, Paper.Look == PaperLook.Minimal ? Style.Soft : Style.Accent);
        Y += SectionHead;
        Paragraph(text, x, width, Style.Text, SectionSize, SectionLeading, Style.Ink);
        Y += 9;
    }

    public byte[] Finish()
    {
        foreach (var page in Document.Pages)
        {
            _footer.Draw(page, Document.Pages.Count);
            if (Words.Of(Paper.Stamp) is { } stamp)
                using (page.AsDecoration()) page.Watermark(stamp, PdfFonts.SansSemibold, Paper.Stamp == PaperStamp.Void ? new(0xB4, 0x23, 0x18) : new(0x60, 0x60, 0x60), 0.11);
        }
        foreach (var attachment in Paper.Attachments) Document.Attach(attachment);
        return Document.ToBytes();
    }

    private PdfPage AddPage() => Document.AddPage(Size);
}
