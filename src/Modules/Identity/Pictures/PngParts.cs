using System.Buffers.Binary;

namespace Billing.Identity;

/// <summary>The chunks of a PNG (W3C, Portable Network Graphics, 5.2): length, name, data, check sum.</summary>
internal static class PngParts
{
    private const int Around = 12;

    private static readonly HashSet<string> Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "pHYs", "bKGD"];

    private static ReadOnlySpan<byte> Head => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Head);

    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> file) => file.Length < 24 ? default : (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));

    /// <summary>What one sees of it; null when it is cut or no PNG.</summary>
    public static byte[]? Seen(ReadOnlySpan<byte> file)
    {
        List<byte> seen = [.. Head];
        for (var at = Head.Length; at + Around <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Around) return null;
            var name = System.Text.Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            if (at == Head.Length && name != "IHDR") return null;
            if (Kept.Contains(name)) seen.AddRange(file.Slice(at, (int)length + Around));
            if (name == "IEND") return [.. seen];
            at += (int)length + Around;
        }
        return null;
    }
}
