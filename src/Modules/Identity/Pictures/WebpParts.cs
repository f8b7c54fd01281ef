using System.Buffers.Binary;
using System.Text;

namespace Billing.Identity;

/// <summary>The chunks of a WebP (RFC 9649): a name, a length, data, filled up to an even number.</summary>
internal static class WebpParts
{
    private const int Head = 12;
    private const byte Remarks = 0x08 | 0x04; // of the extended head: there are Exif, XMP

    private static readonly HashSet<string> Kept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static bool Begins(ReadOnlySpan<byte> file) => file.Length >= Head && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < Head + 8 + 10) return default;
        var data = file[(Head + 8)..];
        return Name(file, Head) switch
        {
            "VP8X" => (1 + (data[4] | (data[5] << 8) | (data[6] << 16)), 1 + (data[7] | (data[8] << 8) | (data[9] << 16))),
            "VP8L" when data[0] == 0x2F && BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) is var bits => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF)),
            "VP8 " when data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) => (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF),
            _ => default,
        };
    }

    /// <summary>What one sees of it; null when it is cut or no WebP.</summary>
    public static byte[]? Seen(ReadOnlySpan<byte> file)
    {
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (end > file.Length) return null;
        List<byte> seen = [.. file[..Head]];
        for (var at = Head; at < end;)
        {
            if (at + 8 > end) return null;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var next = at + 8L + length + (length & 1);
            if (next > end) return null;
            if (Kept.Contains(Name(file, at)))
            {
                seen.AddRange(file[at..(int)next]);
                if (Name(file, at) == "VP8X" && length > 0) seen[^((int)next - at - 8)] &= unchecked((byte)~Remarks);
            }
            at = (int)next;
        }
        var picture = seen.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(4), (uint)(picture.Length - 8));
        return picture.Length > Head ? picture : null;
    }

    private static string Name(ReadOnlySpan<byte> file, int at) => Encoding.ASCII.GetString(file.Slice(at, 4));
}
