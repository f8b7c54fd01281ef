using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Billing.Web;

/// <summary>Signing with ed25519 (RFC 8032), which the framework does not have.</summary>
public static class EdwardsSigning
{
    /// <summary>Bytes of a seed, and of a public key.</summary>
    public const int KeyBytes = 32;

    private const int SignatureBytes = 64;

    /// <summary>The public key of a seed.</summary>
    public static byte[] PublicKeyOf(ReadOnlySpan<byte> seed)
    {
        var key = new byte[KeyBytes];
        Ed25519.GeneratePublicKey(Whole(seed), 0, key, 0);
        return key;
    }

    /// <summary>The signature of a message, 64 bytes.</summary>
    public static byte[] Sign(ReadOnlySpan<byte> seed, byte[] message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var signature = new byte[SignatureBytes];
        Ed25519.Sign(Whole(seed), 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    private static byte[] Whole(ReadOnlySpan<byte> seed) => seed.Length == KeyBytes ? seed.ToArray() : throw new ArgumentException($"A seed has {KeyBytes} bytes.", nameof(seed));
}
