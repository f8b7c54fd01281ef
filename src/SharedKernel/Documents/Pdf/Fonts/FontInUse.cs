using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Documents;

/// <summary>
/// A font in one document: each character that is used gets a number, in the order of first use, so that the same text gives the same bytes. The number belongs to the
/// character and not to its glyph, so what is copied out is what was written, the characters that the font lacks among it.
/// </summary>
internal sealed class FontInUse(PdfFont font, string name, int id)
{
    private readonly Dictionary<Rune, ushort> _numbers = [];
    private readonly List<Rune> _characters = [];

    public PdfFont Font => font;

    /// <summary>As content streams call it.</summary>
    public string Name => name;

    public int Id => id;

    public ushort Number(Rune character)
    {
        if (_numbers.TryGetValue(character, out var number)) return number;
        _characters.Add(character);
        return _numbers[character] = (ushort)_characters.Count; // 0 is "no such glyph", which an archive must not show
    }

    public void Write(PdfObjects objects)
    {
        ushort[] glyphs = [0, .. _characters.Select(font.Glyph)];
        var (file, descendant, descriptor, unicode) = (objects.Reserve(), objects.Reserve(), objects.Reserve(), objects.Reserve());
        var called = $"{Tag()}+{font.Name}";
        objects.Write(id, o => o.Raw($"<</Type/Font/Subtype/Type0/BaseFont/{called}/Encoding/Identity-H/DescendantFonts[").To(descendant).Raw("]/ToUnicode ").To(unicode).Raw(">>"));
        objects.Write(descendant, o =>
        {
            o.Raw($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{called}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/FontDescriptor ").To(descriptor).Raw("/W[0[");
            foreach (var glyph in glyphs) o.Number(Em(font.File.Advance(glyph)));
            o.Raw("]]>>");
        });
        objects.Write(descriptor, o =>
        {
            o.Raw($"<</Type/FontDescriptor/FontName/{called}/Flags {(font.Name.Contains("Serif", StringComparison.Ordinal) ? 6 : 4)}/ItalicAngle 0/FontBBox[");
            foreach (var side in font.File.Box) o.Number(Em(side));
            o.Raw("]/Ascent ").Number(Em(font.File.Ascent)).Raw("/Descent ").Number(Em(font.File.Descent)).Raw("/CapHeight ").Number(Em(font.File.CapHeight)).Raw("/StemV ").Int(10 + font.File.Weight / 5).Raw("/FontFile2 ").To(file).Raw(">>");
        });
        var subset = FontSubset.Write(font.File, glyphs);
        objects.Stream(file, subset, $"/Length1 {subset.Length}");
        objects.Stream(unicode, Encoding.ASCII.GetBytes(ToUnicode()));
    }

    private double Em(int units) => units * 1000.0 / font.File.UnitsPerEm;

    // Six letters that tell two subsets of one font apart.
    private string Tag()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(font.Name + string.Concat(_characters)));
        return string.Concat(hash.Take(6).Select(b => (char)('A' + b % 26)));
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var chunk in _characters.Select((rune, i) => (Rune: rune, Number: i + 1)).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (rune, number) in chunk) map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
