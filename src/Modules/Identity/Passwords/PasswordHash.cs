using System.Globalization;
using System.Security.Cryptography;

namespace Billing.Identity;

/// <summary>Passwords as they are kept: PBKDF2 with HMAC-SHA-512 (RFC 8018), <c>pbkdf2-sha512$rounds$salt$hash</c>.</summary>
internal static class PasswordHash
{
    private const string Scheme = "pbkdf2-sha512";
    private const int SaltBytes = 16;
    private const int HashBytes = 64;

    /// <summary>Takes as long to compare as one of so many rounds, and fits no password.</summary>
    public static string OfNobody(int rounds) => Kept(rounds, new byte[SaltBytes], new byte[HashBytes]);

    public static string Make(string password, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Kept(rounds, salt, Derive(password, salt, rounds));
    }

    public static bool Fits(string kept, string password)
    {
        var parts = kept.Split('$');
        return CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(parts[2]), RoundsOf(parts)), Convert.FromBase64String(parts[3]));
    }

    public static int RoundsOf(string kept) => RoundsOf(kept.Split('$'));

    private static int RoundsOf(string[] parts) =>
        parts is [Scheme, var rounds, _, _] ? int.Parse(rounds, NumberStyles.None, CultureInfo.InvariantCulture) : throw new FormatException("Not a password hash of ours.");

    private static string Kept(int rounds, byte[] salt, byte[] hash) => string.Create(CultureInfo.InvariantCulture, $"{Scheme}${rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
