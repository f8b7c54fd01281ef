using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Identity;

/// <summary>Secrets that somebody carries: 256 random bits, of which only the SHA-256 is kept.</summary>
internal static class Secret
{
    /// <summary>43 characters of base64url.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it, in hexadecimal.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
