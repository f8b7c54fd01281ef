using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Billing.Support;

/// <summary>What is wrong with a call that says it is a workspace's.</summary>
internal enum NudgeFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A header is missing, or it is not one.</summary>
    Unreadable,

    /// <summary>It was made more than the tolerance ago, or as much ahead of our clock.</summary>
    OutOfTime,

    /// <summary>It is not signed with the secret over these bytes.</summary>
    Wrong,
}

/// <summary>
/// A nudge by a workspace: something happened to a record. It only makes somebody look; what it says is not believed. Signed as hexadecimal HMAC-SHA-256 of <c>{timestamp}:{body}</c>, the timestamp in milliseconds
/// (Twenty, "Webhooks"; server code of 2025).
/// </summary>
/// <param name="Object">Which kind of record, in the singular; empty where it does not say.</param>
/// <param name="Record">Its id; empty where it does not say.</param>
internal sealed record TwentyWebhook(string Object, string Record)
{
    /// <summary>How far its time may be from ours, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int Hexadecimals = 64;

    /// <summary>Judges the bytes as they came.</summary>
    /// <param name="timestamp">Milliseconds since 1970, as the header has them.</param>
    /// <param name="signature">Hexadecimal, as the header has it.</param>
    /// <param name="now">Our clock.</param>
    public static NudgeFault Judge(string? timestamp, string? signature, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (signature is not { Length: Hexadecimals } || !signature.All(char.IsAsciiHexDigit) || timestamp is not { Length: <= 20 } || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return NudgeFault.Unreadable;
        if (Math.Abs((decimal)now.ToUnixTimeMilliseconds() - at) > (decimal)Tolerance.TotalMilliseconds) return NudgeFault.OutOfTime;
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}:"), .. body];
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed), Convert.FromHexString(signature)) ? NudgeFault.None : NudgeFault.Wrong;
    }

    /// <summary>Reads either of the two shapes; null where it is neither.</summary>
    public static TwentyWebhook? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var told = JsonElement.Parse(body);
            var record = told.Part("record") ?? told.Part("data");
            var happened = told.Line("eventName") is { Length: > 0 } name ? name : told.Line("event");
            if (happened.Length == 0 && record is null) return null;
            var kind = told.Part("objectMetadata")?.Line("nameSingular") is { Length: > 0 } singular ? singular : happened.Split('.')[0];
            return new TwentyWebhook(kind, record?.Line("id") ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
