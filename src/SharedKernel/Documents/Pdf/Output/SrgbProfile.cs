using System.Buffers.Binary;
using System.Text;

namespace Billing.Documents;

/// <summary>
/// The colour space of our documents as an ICC profile (version 2, three curves and a matrix), computed from IEC 61966-2-1:
/// primaries and white point adapted to D50 by the Bradford method, the curve in 1,024 steps.
/// </summary>
internal static class SrgbProfile
{
    private static readonly Lazy<byte[]> Made = new(Make);

    public static ReadOnlySpan<byte> Bytes => Made.Value;

    private static byte[] Make()
    {
        var curve = new byte[12 + 1024 * 2];
        Encoding.ASCII.GetBytes("curv").CopyTo(curve, 0);
        U32(curve, 8, 1024);
        for (var i = 0; i < 1024; i++)
        {
            var c = i / 1023.0;
            var linear = c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + i * 2), (ushort)Math.Round(linear * 65535));
        }
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB")), ("cprt", [.. "text\0\0\0\0Public domain\0"u8]), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)), ("bXYZ", Xyz(0.14307, 0.06061, 0.7141)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var profile = new byte[128 + 4 + tags.Length * 12 + tags.Select(t => t.Data).Distinct().Sum(d => (d.Length + 3) & ~3)];
        var at = 128 + 4 + tags.Length * 12;
        var placed = new Dictionary<byte[], int>();
        U32(profile, 128, tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var (tag, data) = tags[i];
            if (!placed.TryGetValue(data, out var place)) // the three curves are one
            {
                placed[data] = place = at;
                data.CopyTo(profile, at);
                at += (data.Length + 3) & ~3;
            }
            Encoding.ASCII.GetBytes(tag).CopyTo(profile, 132 + i * 12);
            U32(profile, 136 + i * 12, place);
            U32(profile, 140 + i * 12, data.Length);
        }
        U32(profile, 0, profile.Length);
        U32(profile, 8, 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(profile, 12);
        byte[] date = [0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]; // 2026-01-01, for ever
        date.CopyTo(profile, 24);
        Encoding.ASCII.GetBytes("acsp").CopyTo(profile, 36);
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68)); // D50
        return profile;
    }

    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 78]; // behind it the empty Unicode and Macintosh descriptions
        Encoding.ASCII.GetBytes("desc").CopyTo(data, 0);
        U32(data, 8, text.Length + 1);
        Encoding.ASCII.GetBytes(text).CopyTo(data, 12);
        return data;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ").CopyTo(data, 0);
        U32(data, 8, (int)Math.Round(x * 65536));
        U32(data, 12, (int)Math.Round(y * 65536));
        U32(data, 16, (int)Math.Round(z * 65536));
        return data;
    }

    private static void U32(byte[] bytes, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), value);
}
