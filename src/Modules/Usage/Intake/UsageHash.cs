using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Usage;

/// <summary>Hashes for keys: cut from SHA-256, so that nobody can make two ids that are taken for one.</summary>
internal static class UsageHash
{
    /// <summary>The first 16 bytes, as Postgres shows them in a uuid.</summary>
    public static Guid Of(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        Sha256(text, hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The first 8 bytes of the hash over everything that the parts say.</summary>
    public static long Of(string meter, string subject, decimal value, string? properties)
    {
        Span<byte> hash = stackalloc byte[32];
        // Lengths in front: no two lists of parts make the same text.
        Sha256(string.Create(CultureInfo.InvariantCulture, $"{meter.Length}:{meter}{subject.Length}:{subject}{value}|{properties}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    private static void Sha256(string text, Span<byte> hash)
    {
        Span<byte> utf8 = text.Length <= 512 ? stackalloc byte[1536] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(text, utf8)], hash);
    }
}
