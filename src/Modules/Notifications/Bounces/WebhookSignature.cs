using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Notifications;

/// <summary>
/// A signature after Standard Webhooks: <c>webhook-signature: v1,…</c>, several with spaces between them, each the HMAC-SHA-256, in base64, of
/// <c>{webhook-id}.{webhook-timestamp}.{body}</c> under the bytes that the secret <c>whsec_…</c> is in base64.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>How far its time may be from ours, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int LongestHeader = 4_000;

    public static string NewSecret() => WebhookSecret.New(WebhookSigning.Hmac).Reveal();

    /// <summary>What <c>webhook-signature</c> says: one signature for each secret, in their order.</summary>
    /// <param name="id">Of the message; without a full stop.</param>
    /// <param name="timestamp">Of the attempt, in seconds since 1970.</param>
    public static string Sign(string id, long timestamp, ReadOnlySpan<byte> body, IEnumerable<WebhookSecret> secrets)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => secret.Sign(signed)));
    }

    /// <summary>Whether the bytes as they came are signed with the secret, at about this time.</summary>
    /// <param name="now">Our clock.</param>
    public static bool IsGood(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (id is not { Length: > 0 and <= 256 } || signatures is not { Length: <= LongestHeader } || WebhookSecret.Read(secret) is not { Signing: WebhookSigning.Hmac } shared) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || Math.Abs((decimal)now.ToUnixTimeSeconds() - at) > (decimal)Tolerance.TotalSeconds) return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var (good, ours) = (false, Encoding.UTF8.GetBytes(shared.Sign(signed)));
        foreach (var one in signatures.Split(' ')) good |= CryptographicOperations.FixedTimeEquals(ours, Encoding.UTF8.GetBytes(one));
        return good;
    }
}
