using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Identity;

/// <summary>Codes that change every thirty seconds: TOTP (RFC 6238) with HMAC-SHA-1 and six digits, which is what authenticator apps do.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30;

    public static byte[] MakeSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The number of the thirty seconds that a moment lies in.</summary>
    public static long StepOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a step.</summary>
    /// <param name="secret">Shared with the device.</param>
    /// <param name="step">Which thirty seconds.</param>
    /// <param name="digits">Six, but for the RFC's own examples.</param>
    /// <param name="hash">HMAC-SHA-1, but for the RFC's own examples.</param>
    public static string Code(byte[] secret, long step, int digits = 6, Func<byte[], byte[], byte[]>? hash = null)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // HMAC-SHA-1 is what RFC 6238 and every authenticator app use; collisions of SHA-1 do not touch it.
        var mac = (hash ?? HMACSHA1.HashData)(secret, counter);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset)) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code this is, one before or after now allowed; null when it is none.</summary>
    public static long? Match(byte[] secret, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code))) found = step;
        return found;
    }

    /// <summary>What an authenticator app reads from the picture.</summary>
    public static string UriOf(byte[] secret, string email) =>
        $"otpauth://totp/Billing:{Uri.EscapeDataString(email)}?secret={Base32(secret)}&issuer=Billing&algorithm=SHA1&digits=6&period={Seconds}";

    /// <summary>As people type it into a device that has no camera (RFC 4648).</summary>
    public static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
