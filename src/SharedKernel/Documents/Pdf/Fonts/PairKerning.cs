using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Text;

namespace Billing.Documents;

/// <summary>How much closer or farther two neighbouring glyphs stand: pair adjustment (lookup 2, also behind lookup 9) of the <c>kern</c> feature in <c>GPOS</c>.</summary>
internal sealed class PairKerning
{
    private const int MostRemembered = 20_000;
    private readonly TrueTypeFile _font;
    private readonly List<int[]> _lookups = []; // of each lookup the subtables, as offsets into GPOS
    private readonly ConcurrentDictionary<int, short> _remembered = new();

    public PairKerning(TrueTypeFile font)
    {
        _font = font;
        if (!font.Has("GPOS")) return;
        var gpos = Gpos;
        var lookups = U16(gpos, 8);
        foreach (var index in KernLookups(gpos))
        {
            var lookup = lookups + U16(gpos, lookups + 2 + index * 2);
            var subtables = new List<int>();
            for (var s = 0; s < U16(gpos, lookup + 4); s++)
            {
                var at = lookup + U16(gpos, lookup + 6 + s * 2);
                if (U16(gpos, lookup) == 2) subtables.Add(at);
                else if (U16(gpos, lookup) == 9 && U16(gpos, at + 2) == 2) subtables.Add(at + (int)BinaryPrimitives.ReadUInt32BigEndian(gpos[(at + 4)..]));
            }
            if (subtables.Count > 0) _lookups.Add([.. subtables]);
        }
    }

    private ReadOnlySpan<byte> Gpos => _font.Table("GPOS");

    /// <summary>In the font's units; negative is closer.</summary>
    public int Between(int left, int right)
    {
        if (_remembered.TryGetValue(left << 16 | right, out var known)) return known;
        var kerning = (short)_lookups.Sum(subtables => Of(subtables, left, right));
        if (_remembered.Count < MostRemembered) _remembered[left << 16 | right] = kerning;
        return kerning;
    }

    // The first subtable that covers the left glyph and knows the pair decides for its lookup.
    private int Of(int[] subtables, int left, int right)
    {
        var gpos = Gpos;
        foreach (var at in subtables)
        {
            if (Covered(gpos, at + U16(gpos, at + 2), left) is not (>= 0 and var covered)) continue;
            var (format, second) = (U16(gpos, at + 4), U16(gpos, at + 6));
            var (size, advance) = (2 * (BitOperations.PopCount(format) + BitOperations.PopCount(second)), 2 * BitOperations.PopCount(format & 3u));
            if (U16(gpos, at) == 2)
            {
                var record = at + 16 + (Class(gpos, at + U16(gpos, at + 8), left) * U16(gpos, at + 14) + Class(gpos, at + U16(gpos, at + 10), right)) * size;
                return (format & 4) == 0 ? 0 : S16(gpos, record + advance);
            }
            var set = at + U16(gpos, at + 10 + covered * 2);
            for (var pair = 0; pair < U16(gpos, set); pair++)
                if (U16(gpos, set + 2 + pair * (2 + size)) == right) return (format & 4) == 0 ? 0 : S16(gpos, set + 4 + pair * (2 + size) + advance);
        }
        return 0;
    }

    private static SortedSet<int> KernLookups(ReadOnlySpan<byte> gpos)
    {
        var (scripts, features) = ((int)U16(gpos, 4), (int)U16(gpos, 6));
        var script = 0;
        for (var i = 0; i < U16(gpos, scripts); i++)
        {
            var tag = Tag(gpos, scripts + 2 + i * 6);
            if (tag == "latn" || (tag == "DFLT" && script == 0)) script = scripts + U16(gpos, scripts + 6 + i * 6);
        }
        var found = new SortedSet<int>();
        if (script == 0 || U16(gpos, script) == 0) return found;
        var language = script + U16(gpos, script);
        for (var i = 0; i < U16(gpos, language + 4); i++)
        {
            var record = features + 2 + U16(gpos, language + 6 + i * 2) * 6;
            if (Tag(gpos, record) != "kern") continue;
            var feature = features + U16(gpos, record + 4);
            for (var l = 0; l < U16(gpos, feature + 2); l++) found.Add(U16(gpos, feature + 4 + l * 2));
        }
        return found;
    }

    private static int Covered(ReadOnlySpan<byte> gpos, int at, int glyph)
    {
        var ranges = U16(gpos, at) == 2;
        for (int low = 0, high = U16(gpos, at + 2) - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            var record = at + 4 + middle * (ranges ? 6 : 2);
            var (first, last) = (U16(gpos, record), U16(gpos, ranges ? record + 2 : record));
            if (glyph < first) high = middle - 1;
            else if (glyph > last) low = middle + 1;
            else return ranges ? U16(gpos, record + 4) + glyph - first : middle;
        }
        return -1;
    }

    private static int Class(ReadOnlySpan<byte> gpos, int at, int glyph)
    {
        if (U16(gpos, at) == 1)
        {
            var index = glyph - U16(gpos, at + 2);
            return index >= 0 && index < U16(gpos, at + 4) ? U16(gpos, at + 6 + index * 2) : 0;
        }
        for (int low = 0, high = U16(gpos, at + 2) - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            var record = at + 4 + middle * 6;
            if (glyph < U16(gpos, record)) high = middle - 1;
            else if (glyph > U16(gpos, record + 2)) low = middle + 1;
            else return U16(gpos, record + 4);
        }
        return 0;
    }

    private static string Tag(ReadOnlySpan<byte> bytes, int at) => Encoding.ASCII.GetString(bytes.Slice(at, 4));

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static short S16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);
}
