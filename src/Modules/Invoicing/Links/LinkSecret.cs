using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Invoicing;

/// <summary>What a client link carries: 256 random bits, of which only the SHA-256 is kept.</summary>
/// <param name="Text">43 characters of base64url.</param>
internal readonly record struct LinkSecret(string Text)
{
    private const int Bytes = 32;

    public static LinkSecret Make() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Whether it could be one; what is not asks no database.</summary>
    public bool IsWellFormed => Text.Length == 43 && Base64Url.IsValid(Text);

    public string Proof => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Where it leads.</summary>
    public string Path => "/p/" + Text;

    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(LinkSecret);
}
