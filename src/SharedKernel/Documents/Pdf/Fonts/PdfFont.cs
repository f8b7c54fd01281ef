using System.Text;

namespace Billing.Documents;

/// <summary>A font that text is measured and written in. Shared by all documents and safe to use from several threads. All sizes are in points, 72 to an inch.</summary>
public sealed class PdfFont
{
    // The first that a font has stands for whatever it lacks.
    private static readonly int[] Replacements = [0xFFFD, 0x25A1, 0x25AF, 0x25A0, '?'];
    private readonly PairKerning _kerning;

    internal PdfFont(string name, byte[] file)
    {
        Name = name;
        File = new TrueTypeFile(file);
        _kerning = new PairKerning(File);
        Replacement = Replacements.Select(File.Glyph).First(glyph => glyph != 0);
    }

    /// <summary>The font's PostScript name.</summary>
    public string Name { get; }

    internal TrueTypeFile File { get; }

    internal ushort Replacement { get; }

    /// <summary>From the base line to the top of a capital letter.</summary>
    public double CapHeight(double size) => File.CapHeight * size / File.UnitsPerEm;

    /// <summary>Whether it has that character; another is shown as a box.</summary>
    public bool Has(Rune character) => File.Glyph(character.Value) != 0;

    /// <summary>How wide a text is, kerned. Line breaks count as what they are: nothing.</summary>
    /// <param name="text">Any text; it is cleaned as it is when written.</param>
    /// <param name="size">Size of the font.</param>
    public double Width(string text, double size) => Advance(PdfText.Clean(text)) * size / File.UnitsPerEm;

    internal ushort Glyph(Rune rune) => File.Glyph(rune.Value) is > 0 and var glyph ? glyph : Replacement;

    /// <summary>In units of the font; the text is clean.</summary>
    internal int Advance(ReadOnlySpan<char> clean)
    {
        var (width, left) = (0, default(Rune));
        foreach (var rune in clean.EnumerateRunes())
        {
            width += Kerning(left, rune) + File.Advance(Glyph(rune));
            left = rune;
        }
        return width;
    }

    /// <summary>Digits are never kerned: a column of figures stays a column.</summary>
    internal int Kerning(Rune left, Rune right) => left == default || IsFigure(left) || IsFigure(right) ? 0 : _kerning.Between(Glyph(left), Glyph(right));

    private static bool IsFigure(Rune rune) => rune.Value is >= '0' and <= '9' or ' ' or 0xA0 or 0x202F;
}
