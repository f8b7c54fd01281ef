using System.Buffers.Binary;
using System.Text;

namespace Billing.Documents;

/// <summary>A TrueType file with only the glyphs that a document uses, numbered anew, without hinting: paper needs none, and it is most of such a file.</summary>
internal static class FontSubset
{
    private const ushort ArgumentsAreWords = 1, HasScale = 8, MoreComponents = 32, HasTwoScales = 64, HasMatrix = 128, HasInstructions = 256;

    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">Glyphs of the font in their new order; the first is glyph 0.</param>
    public static byte[] Write(TrueTypeFile font, IReadOnlyList<ushort> glyphs)
    {
        List<ushort> all = [.. glyphs];
        var parts = new Dictionary<ushort, ushort>();
        var outlines = new MemoryStream();
        var offsets = new List<int>();
        for (var i = 0; i < all.Count; i++) // grows while composites bring their parts
        {
            offsets.Add((int)outlines.Length);
            outlines.Write(Outline(font.Outline(all[i]), part =>
            {
                if (parts.TryGetValue(part, out var known)) return known;
                all.Add(part);
                return parts[part] = (ushort)(all.Count - 1);
            }));
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        offsets.Add((int)outlines.Length);

        var (head, hhea, maxp) = (font.Table("head").ToArray(), font.Table("hhea").ToArray(), font.Table("maxp").ToArray());
        Put(head, 8, 0u); // the sum over the whole file, filled in below
        Put(head, 50, (ushort)1);
        Put(hhea, 34, (ushort)all.Count);
        Put(maxp, 4, (ushort)all.Count);
        Put(maxp, 26, (ushort)0); // no instructions
        var (hmtx, loca) = (new byte[all.Count * 4], new byte[offsets.Count * 4]);
        for (var i = 0; i < all.Count; i++)
        {
            Put(hmtx, i * 4, (ushort)font.Advance(all[i]));
            Put(hmtx, i * 4 + 2, (ushort)(short)font.LeftBearing(all[i]));
        }
        for (var i = 0; i < offsets.Count; i++) Put(loca, i * 4, (uint)offsets[i]);
        return Assemble([("glyf", outlines.ToArray()), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp)]);
    }

    /// <summary>The outline without its instructions, and with new numbers for its parts.</summary>
    private static byte[] Outline(ReadOnlySpan<byte> outline, Func<ushort, ushort> renumber)
    {
        if (outline.Length < 10) return [];
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours >= 0)
        {
            var at = 10 + contours * 2;
            var instructions = U16(outline, at);
            byte[] plain = [.. outline[..(at + 2)], .. outline[(at + 2 + instructions)..]];
            Put(plain, at, (ushort)0);
            return plain;
        }
        var composite = outline.ToArray();
        for (var at = 10; ;)
        {
            var flags = U16(composite, at);
            Put(composite, at, (ushort)(flags & ~HasInstructions));
            Put(composite, at + 2, renumber(U16(composite, at + 2)));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
            if ((flags & MoreComponents) == 0) return composite[..at];
        }
    }

    private static byte[] Assemble((string Tag, byte[] Bytes)[] tables)
    {
        var file = new byte[12 + tables.Length * 16 + tables.Sum(t => Padded(t.Bytes.Length))];
        Put(file, 0, 0x00010000u);
        Put(file, 4, (ushort)tables.Length);
        Put(file, 6, (ushort)64); // search range, entry selector and range shift of six tables
        Put(file, 8, (ushort)2);
        Put(file, 10, (ushort)32);
        var (at, head) = (12 + tables.Length * 16, 0);
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, at);
            if (tag == "head") head = at;
            Encoding.ASCII.GetBytes(tag).CopyTo(file, 12 + i * 16);
            Put(file, 16 + i * 16, Sum(file.AsSpan(at, Padded(bytes.Length))));
            Put(file, 20 + i * 16, (uint)at);
            Put(file, 24 + i * 16, (uint)bytes.Length);
            at += Padded(bytes.Length);
        }
        Put(file, head + 8, 0xB1B0AFBA - Sum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        return sum;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static void Put(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), value);

    private static void Put(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
}
