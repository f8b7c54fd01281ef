using System.Security.Cryptography;
using System.Text;

namespace Billing.Invoicing;

/// <summary>Ids that follow from what they name, so that saying the same thing twice is one thing: UUID version 8, from SHA-256.</summary>
internal static class NamedId
{
    /// <summary>The id of what these parts name together; their order matters.</summary>
    public static Guid Of(string kind, params IReadOnlyList<string> parts)
    {
        var named = new StringBuilder(kind);
        foreach (var part in parts) named.Append('\n').Append(part.Length).Append(':').Append(part);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(named.ToString()));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
