using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Subscriptions;

/// <summary>What is wrong with a signature.</summary>
internal enum SignatureFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>There is no header, or it is not one.</summary>
    Unreadable,

    /// <summary>It was made more than the tolerance ago, or as much ahead of our clock.</summary>
    OutOfTime,

    /// <summary>None of its signatures is by a secret of ours over these bytes.</summary>
    Wrong,
}

/// <summary>
/// Stripe's signature of an event: <c>t=1533204620,v1=…,v1=…</c>, each v1 the HMAC-SHA-256, in hexadecimal, of <c>{t}.{body}</c> under an endpoint's secret.
/// There are several v1 while a secret is rolled; v0 is of test events only and never looked at (Stripe, "Verify webhook signatures manually").
/// </summary>
internal static class StripeSignature
{
    /// <summary>How far the signature's time may be from ours, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const int Hexadecimals = 64;
    private const int LongestHeader = 4_000;

    /// <summary>Judges the bytes as they came.</summary>
    /// <param name="secrets">All that the endpoint has: two while one is rolled.</param>
    /// <param name="now">Our clock.</param>
    public static SignatureFault Judge(string? header, ReadOnlySpan<byte> body, IReadOnlyCollection<string> secrets, DateTimeOffset now)
    {
        if (Read(header) is not { } read) return SignatureFault.Unreadable;
        if (Math.Abs(now.ToUnixTimeSeconds() - read.At) > Tolerance.TotalSeconds) return SignatureFault.OutOfTime;
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{read.At}.")), .. body];
        var good = false;
        foreach (var secret in secrets)
        {
            var ours = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
            foreach (var theirs in read.Signatures) good |= CryptographicOperations.FixedTimeEquals(ours, theirs);
        }
        return good ? SignatureFault.None : SignatureFault.Wrong;
    }

    private static (long At, List<byte[]> Signatures)? Read(string? header)
    {
        if (header is null or { Length: > LongestHeader }) return null;
        long? at = null;
        var signatures = new List<byte[]>();
        foreach (var item in header.Split(','))
        {
            if (item.Split('=', 2) is not [var name, var value]) continue;
            if (name.Trim() == "t" && at is null && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) at = seconds;
            if (name.Trim() == "v1" && value.Length == Hexadecimals && value.All(char.IsAsciiHexDigit)) signatures.Add(Convert.FromHexString(value));
        }
        return at is { } when && signatures.Count > 0 ? (when, signatures) : null;
    }
}
