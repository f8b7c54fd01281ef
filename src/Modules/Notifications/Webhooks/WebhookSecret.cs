using System.Security.Cryptography;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>How deliveries are signed.</summary>
internal enum WebhookSigning
{
    /// <summary>With a secret that both sides know: HMAC-SHA-256, <c>v1</c>.</summary>
    Hmac,

    /// <summary>With a key that only we know; whoever checks needs its public half: <c>v1a</c>.</summary>
    Ed25519,
}

/// <summary>
/// A secret after Standard Webhooks: <c>whsec_</c> and 24 to 64 bytes in base64, or <c>whsk_</c> and the 64 bytes of an ed25519 key, seed and public half.
/// </summary>
internal sealed class WebhookSecret
{
    private const string Shared = "whsec_", Private = "whsk_", Public = "whpk_";
    private const int Fewest = 24, Most = 64, Made = 32;

    private readonly byte[] _key;

    private WebhookSecret(WebhookSigning signing, byte[] key) => (Signing, _key) = (signing, key);

    /// <summary>Which kind.</summary>
    public WebhookSigning Signing { get; }

    /// <summary>A fresh one.</summary>
    public static WebhookSecret New(WebhookSigning signing) => Of(signing, RandomNumberGenerator.GetBytes(Made));

    /// <summary>Reads one as it is written; null when it is none: misspelt, too short, too long, or a public key, or one whose halves do not belong together.</summary>
    public static WebhookSecret? Read(string? written)
    {
        if (written is null) return null;
        if (written.StartsWith(Shared, StringComparison.Ordinal)) return Bytes(written[Shared.Length..]) is { Length: >= Fewest and <= Most } key ? new(WebhookSigning.Hmac, key) : null;
        if (!written.StartsWith(Private, StringComparison.Ordinal) || Bytes(written[Private.Length..]) is not { Length: 2 * EdwardsSigning.KeyBytes } halves) return null;
        var whole = Of(WebhookSigning.Ed25519, halves[..EdwardsSigning.KeyBytes]);
        return whole._key.AsSpan().SequenceEqual(halves) ? whole : null;
    }

    /// <summary>The whole secret.</summary>
    public string Reveal() => (Signing == WebhookSigning.Hmac ? Shared : Private) + Convert.ToBase64String(_key);

    /// <summary>What the other side needs to check signatures: the secret itself, or the public half of the key.</summary>
    public string Verifier => Signing == WebhookSigning.Hmac ? Reveal() : Public + Convert.ToBase64String(_key.AsSpan(EdwardsSigning.KeyBytes));

    /// <summary>The signature of the signed text, with its version in front.</summary>
    public string Sign(byte[] text) => Signing == WebhookSigning.Hmac
        ? "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, text))
        : "v1a," + Convert.ToBase64String(EdwardsSigning.Sign(_key.AsSpan(0, EdwardsSigning.KeyBytes), text));

    public override string ToString() => nameof(WebhookSecret); // never the secret

    /// <summary>One of these bytes; of an ed25519 key, its seed.</summary>
    public static WebhookSecret Of(WebhookSigning signing, byte[] bytes) => new(signing, signing == WebhookSigning.Hmac ? bytes : [.. bytes, .. EdwardsSigning.PublicKeyOf(bytes)]);

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[(base64.Length * 3 / 4) + 3];
        // Some write base64 without its filling.
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }
}
