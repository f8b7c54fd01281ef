using System.Buffers.Binary;

namespace Billing.Identity;

/// <summary>The segments of a JPEG (ITU T.81, annex B): a marker, and mostly a length and data.</summary>
internal static class JpegParts
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, Start, 0xFF]);

    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            if (file[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return default;
    }

    /// <summary>What one sees of it; null when it is cut or no JPEG.</summary>
    public static byte[]? Seen(ReadOnlySpan<byte> file)
    {
        List<byte> seen = [0xFF, Start];
        for (var at = 2; at + 2 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == End) return [.. seen, 0xFF, End];
            if (marker == 0xFF)
            {
                at++; // fill bytes may stand before a marker
                continue;
            }
            if (at + 4 > file.Length) return null;
            var next = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (next < at + 4 || next > file.Length) return null;
            if (marker == Scan) next = AfterScan(file, next);
            if (IsSeen(marker)) seen.AddRange(file[at..next]);
            at = next;
        }
        return null;
    }

    /// <summary>Not what applications say, but for the head, the profile of its colours and how they are mixed; no comments.</summary>
    private static bool IsSeen(byte marker) => marker is 0xE0 or 0xE2 or 0xEE or not ((>= 0xE0 and <= 0xEF) or 0xFE);

    /// <summary>Where the packed lines end: at a marker that neither stands for itself nor restarts.</summary>
    private static int AfterScan(ReadOnlySpan<byte> file, int at)
    {
        for (; at + 1 < file.Length; at++)
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        return file.Length;
    }
}
