using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Web;

/// <summary>What a link for people without an account carries: random bits, of which only the SHA-256 is kept.</summary>
/// <param name="Text">43 characters of base64url, 256 bits; on paper 26 letters and digits, 130 bits.</param>
public readonly record struct LinkSecret(string Text)
{
    private const int Bytes = 32;
    private const int OnPaper = 26;

    // Without i, l, o and u: whoever reads them aloud, or types them, takes none for another one.
    private const string Readable = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> Read = SearchValues.Create(Readable);

    /// <summary>A new one.</summary>
    public static LinkSecret Make() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>One that is short enough to be typed from paper.</summary>
    public static LinkSecret MakeForPaper() => new(RandomNumberGenerator.GetString(Readable, OnPaper));

    /// <summary>Whether it could be one; what is not asks no database.</summary>
    public bool IsWellFormed => Text.Length == OnPaper ? !Text.AsSpan().ContainsAnyExcept(Read) : Text.Length == 43 && Base64Url.IsValid(Text);

    /// <summary>Its SHA-256, which says nothing of it and opens what it opens.</summary>
    public string Proof => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The path of a page that it opens.</summary>
    /// <param name="pages">Where such pages are, such as <c>/p/</c>.</param>
    public string At(string pages) => pages + Text;

    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(LinkSecret);
}
