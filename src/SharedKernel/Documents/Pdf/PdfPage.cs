using System.Text;

namespace Billing.Documents;

/// <summary>One page. Points from its upper left corner, x to the right, y downwards; text stands on its base line.</summary>
public sealed class PdfPage
{
    private const double Arc = 0.5522847498; // how far a curve's handles reach for a quarter of a circle
    private readonly PdfDocument _document;
    private (FontInUse? Font, double Size) _font;
    private PdfColor? _fill, _stroke;
    private double _lineWidth = 1;

    internal PdfPage(PdfDocument document, PdfSize size, int number) => (_document, Size, Number) = (document, size, number);

    /// <summary>Its size.</summary>
    public PdfSize Size { get; }

    /// <summary>Counted from 1.</summary>
    public int Number { get; }

    internal PdfBuffer Content { get; } = new();

    internal List<(double X, double Y, double Width, double Height, string Address)> Links { get; } = [];

    /// <summary>Whom each mark belongs to.</summary>
    internal List<PdfElement> Marked { get; } = [];

    /// <summary>Writes a line of text whose left end stands at x.</summary>
    /// <param name="tracking">Points added behind each character.</param>
    public void Text(string text, double x, double y, PdfFont font, double size, PdfColor color, double tracking = 0) => Write(text, font, size, color, tracking, o => o.Raw("1 0 0 1 "u8).Number(x).Number(Size.Height - y));

    /// <summary>Writes a line of text whose right end stands at x.</summary>
    public void TextRight(string text, double x, double y, PdfFont font, double size, PdfColor color) => Text(text, x - font.Width(text, size), y, font, size, color);

    /// <summary>Writes a line of text around x.</summary>
    public void TextCentred(string text, double x, double y, PdfFont font, double size, PdfColor color) => Text(text, x - font.Width(text, size) / 2, y, font, size, color);

    /// <summary>A word across the page, from lower left to upper right, through which one can read.</summary>
    /// <param name="opacity">From 0, unseen, to 1.</param>
    public void Watermark(string text, PdfFont font, PdfColor color, double opacity)
    {
        var size = Math.Min(170, Size.Width * 0.95 / font.Width(text, 1));
        var (angle, half) = (Math.Atan2(Size.Height, Size.Width) * 0.8, font.Width(text, size) / 2);
        var (cos, sin, middle) = (Math.Cos(angle), Math.Sin(angle), font.CapHeight(size) / 2);
        // Said as one word: else its letters would be scattered among the lines they lie on when somebody copies the text.
        Content.Raw("/Span<</ActualText "u8).Text(PdfText.Clean(text)).Raw(">>BDC q "u8).Raw(_document.Opacity(opacity)).Raw(" gs "u8);
        Write(text, font, size, color, 0, o => o.Number(cos).Number(sin).Number(-sin).Number(cos).Number(Size.Width / 2 - half * cos + middle * sin).Number(Size.Height / 2 - half * sin - middle * cos));
        Content.Raw("Q EMC\n"u8);
        (_font, _fill) = (default, null); // Q took them back
    }

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, double width, PdfColor color)
    {
        Stroke(color, width);
        Content.Number(x1).Number(Size.Height - y1).Raw("m "u8).Number(x2).Number(Size.Height - y2).Raw("l S\n"u8);
    }

    /// <summary>A filled rectangle, with round corners if a radius is given.</summary>
    public void Rectangle(double x, double y, double width, double height, PdfColor color, double radius = 0)
    {
        Fill(color);
        Path(x, y, width, height, radius);
        Content.Raw("f\n"u8);
    }

    /// <summary>The outline of a rectangle.</summary>
    public void Frame(double x, double y, double width, double height, double lineWidth, PdfColor color, double radius = 0)
    {
        Stroke(color, lineWidth);
        Path(x, y, width, height, radius);
        Content.Raw("S\n"u8);
    }

    /// <summary>Many small squares at once, such as those of a QR code: runs of a row, each from a column, so many columns long.</summary>
    internal void Squares(double x, double y, double side, IEnumerable<(int Row, int From, int Length)> runs, PdfColor color)
    {
        Fill(color);
        foreach (var (row, from, length) in runs) Content.Number(x + from * side).Number(Size.Height - y - (row + 1) * side).Number(length * side).Number(side).Raw("re "u8);
        Content.Raw("f\n"u8);
    }

    /// <summary>A picture.</summary>
    public void Image(PdfImage image, double x, double y, double width, double height) =>
        Content.Raw("q "u8).Number(width).Raw("0 0 "u8).Number(height).Number(x).Number(Size.Height - y - height).Raw("cm /"u8).Raw(_document.Use(image)).Raw(" Do Q\n"u8);

    /// <summary>Makes a place on the page lead to an address. Only http, https and mailto; anything else is left as it is.</summary>
    public void Link(double x, double y, double width, double height, string address)
    {
        if (PdfLink.Safe(address) is { } safe) Links.Add((x, Size.Height - y - height, width, height, safe));
    }

    /// <summary>What is drawn until the end of the using block belongs to that part of the document.</summary>
    public PdfMark As(PdfElement element)
    {
        element.Marks.Add((this, Marked.Count));
        Content.Raw("/"u8).Raw(element.Role).Raw("<</MCID ").Int(Marked.Count).Raw(">>BDC\n"u8);
        Marked.Add(element);
        return new(this);
    }

    /// <summary>What is drawn until the end of the using block is decoration, or said already.</summary>
    public PdfMark AsDecoration()
    {
        Content.Raw("/Artifact BMC\n"u8);
        return new(this);
    }

    private void Write(string text, PdfFont font, double size, PdfColor color, double tracking, Action<PdfBuffer> place)
    {
        var clean = PdfText.Clean(text);
        if (clean.Length == 0) return;
        var used = _document.Use(font);
        Fill(color);
        Content.Raw("BT "u8);
        if (_font != (used, size)) Content.Raw("/"u8).Raw(used.Name).Raw(" "u8).Number(size).Raw("Tf "u8);
        _font = (used, size);
        if (tracking != 0) Content.Number(tracking).Raw("Tc "u8);
        place(Content);
        Content.Raw("Tm [<"u8);
        var left = default(Rune);
        foreach (var rune in clean.EnumerateRunes())
        {
            if (font.Kerning(left, rune) is var kerning and not 0) Content.Raw(">"u8).Number(-kerning * 1000.0 / font.File.UnitsPerEm).Raw("<"u8);
            Content.Glyph(used.Number(rune));
            left = rune;
        }
        Content.Raw(">]TJ "u8);
        if (tracking != 0) Content.Raw("0 Tc "u8);
        Content.Raw("ET\n"u8);
    }

    private void Path(double x, double y, double width, double height, double radius)
    {
        var (left, right, top, bottom) = (x, x + width, Size.Height - y, Size.Height - y - height);
        if (radius <= 0)
        {
            Content.Number(left).Number(bottom).Number(width).Number(height).Raw("re "u8);
            return;
        }
        var r = Math.Min(radius, Math.Min(width, height) / 2);
        var c = r * (1 - Arc);
        Content.Number(left + r).Number(top).Raw("m "u8).Number(right - r).Number(top).Raw("l "u8);
        Curve(right - c, top, right, top - c, right, top - r);
        Content.Number(right).Number(bottom + r).Raw("l "u8);
        Curve(right, bottom + c, right - c, bottom, right - r, bottom);
        Content.Number(left + r).Number(bottom).Raw("l "u8);
        Curve(left + c, bottom, left, bottom + c, left, bottom + r);
        Content.Number(left).Number(top - r).Raw("l "u8);
        Curve(left, top - c, left + c, top, left + r, top);
        Content.Raw("h "u8);
    }

    private void Curve(double x1, double y1, double x2, double y2, double x, double y) => Content.Number(x1).Number(y1).Number(x2).Number(y2).Number(x).Number(y).Raw("c "u8);

    private void Fill(PdfColor color)
    {
        if (_fill != color) Color(color, "rg "u8);
        _fill = color;
    }

    private void Stroke(PdfColor color, double width)
    {
        if (_stroke != color) Color(color, "RG "u8);
        if (_lineWidth != width) Content.Number(width).Raw("w "u8);
        (_stroke, _lineWidth) = (color, width);
    }

    private void Color(PdfColor color, ReadOnlySpan<byte> set) => Content.Number(color.Red / 255.0).Number(color.Green / 255.0).Number(color.Blue / 255.0).Raw(set);
}

/// <summary>Ends a marked part of a page.</summary>
public readonly struct PdfMark(PdfPage page) : IDisposable
{
    /// <summary>From here on something else is drawn.</summary>
    public void Dispose() => page.Content.Raw("EMC\n"u8);
}
