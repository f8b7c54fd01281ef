using System.Buffers.Binary;
using System.Text;

namespace Billing.Documents;

/// <summary>A TrueType font file that we ship: characters, glyphs, widths and outlines. Trusted; a fault in it is a bug.</summary>
internal sealed class TrueTypeFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int From, int Length)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int _metrics;
    private readonly bool _longOffsets;

    public TrueTypeFile(byte[] bytes)
    {
        _bytes = bytes;
        for (var i = 0; i < U16(4); i++) _tables[Encoding.ASCII.GetString(bytes, 12 + i * 16, 4)] = ((int)U32(12 + i * 16 + 8), (int)U32(12 + i * 16 + 12));
        var head = At("head");
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        _longOffsets = S16(head + 50) == 1;
        Ascent = S16(At("hhea") + 4);
        Descent = S16(At("hhea") + 6);
        _metrics = U16(At("hhea") + 34);
        Glyphs = U16(At("maxp") + 4);
        Weight = U16(At("OS/2") + 4);
        CapHeight = S16(At("OS/2") + 88);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    /// <summary>xMin, yMin, xMax, yMax of all glyphs.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public int Weight { get; }

    public int Glyphs { get; }

    /// <summary>Glyph of a character; 0 when the font has none.</summary>
    public ushort Glyph(int rune) => _glyphs.GetValueOrDefault(rune);

    public int Advance(int glyph) => U16(At("hmtx") + Math.Min(glyph, _metrics - 1) * 4);

    public int LeftBearing(int glyph) => glyph < _metrics ? S16(At("hmtx") + glyph * 4 + 2) : S16(At("hmtx") + _metrics * 4 + (glyph - _metrics) * 2);

    /// <summary>The outline as it stands in <c>glyf</c>; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, to) = _longOffsets
            ? ((int)U32(At("loca") + glyph * 4), (int)U32(At("loca") + glyph * 4 + 4))
            : (U16(At("loca") + glyph * 2) * 2, U16(At("loca") + glyph * 2 + 2) * 2);
        return _bytes.AsSpan(At("glyf") + from, to - from);
    }

    public ReadOnlySpan<byte> Table(string tag) => _bytes.AsSpan(_tables[tag].From, _tables[tag].Length);

    public bool Has(string tag) => _tables.ContainsKey(tag);

    private int At(string tag) => _tables[tag].From;

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));

    // Formats 4 (the first plane) and 12 (all planes) are what fonts of this century have.
    private void ReadCharacters()
    {
        var cmap = At("cmap");
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            if (U16(cmap + 4 + i * 8) is not (0 or 3)) continue;
            var table = cmap + (int)U32(cmap + 8 + i * 8);
            if (U16(table) == 4) ReadSegments(table);
            else if (U16(table) == 12) ReadGroups(table);
        }
    }

    private void ReadSegments(int table)
    {
        var count = U16(table + 6) / 2;
        var (ends, starts) = (table + 14, table + 16 + count * 2);
        for (var s = 0; s < count; s++)
        {
            var (first, last, delta, offset) = (U16(starts + s * 2), U16(ends + s * 2), U16(starts + (count + s) * 2), U16(starts + (count * 2 + s) * 2));
            for (int rune = first; rune <= last && rune != 0xFFFF; rune++)
            {
                var glyph = offset == 0 ? rune : U16(starts + (count * 2 + s) * 2 + offset + (rune - first) * 2);
                if (glyph != 0 || offset == 0) Put(rune, (ushort)(glyph + delta));
            }
        }
    }

    private void ReadGroups(int table)
    {
        for (var g = 0; g < U32(table + 12); g++)
        {
            var (first, last, glyph) = (U32(table + 16 + g * 12), U32(table + 20 + g * 12), U32(table + 24 + g * 12));
            for (var rune = first; rune <= last; rune++) Put((int)rune, (ushort)(glyph + rune - first));
        }
    }

    private void Put(int rune, ushort glyph)
    {
        if (glyph != 0) _glyphs[rune] = glyph;
    }
}
