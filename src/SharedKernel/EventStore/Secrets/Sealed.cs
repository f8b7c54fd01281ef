using System.Security.Cryptography;
using System.Text;

namespace Billing.EventStore;

/// <summary>AES-256-GCM: a random nonce, the cipher text, the tag. What it belongs to is authenticated with it, so that it opens nowhere else.</summary>
internal static class Sealed
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> belongsTo)
    {
        var @sealed = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(@sealed.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(@sealed.AsSpan(0, Nonce), plain, @sealed.AsSpan(Nonce, plain.Length), @sealed.AsSpan(Nonce + plain.Length), belongsTo);
        return @sealed;
    }

    /// <exception cref="CryptographicException">Another key, another place, or somebody has changed it.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> @sealed, ReadOnlySpan<byte> belongsTo)
    {
        if (@sealed.Length < Nonce + Tag) throw new AuthenticationTagMismatchException("Too short to have been sealed.");
        var plain = new byte[@sealed.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(@sealed[..Nonce], @sealed[Nonce..^Tag], @sealed[^Tag..], plain, belongsTo);
        return plain;
    }

    /// <summary>What a sealed thing belongs to: each part in its place, whatever it holds.</summary>
    public static byte[] Place(params ReadOnlySpan<string> parts)
    {
        var place = new StringBuilder();
        foreach (var part in parts) place.Append(part.Length).Append(':').Append(part);
        return Encoding.UTF8.GetBytes(place.ToString());
    }
}
