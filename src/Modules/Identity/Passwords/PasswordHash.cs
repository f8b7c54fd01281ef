using System.Globalization;
using System.Security.Cryptography;

namespace Billing.Identity;

/// <summary>Passwords as they are kept: PBKDF2 with HMAC-SHA-512 (RFC 8018), <c>pbkdf2-sha512$rounds$salt$hash</c>.</summary>
internal static class PasswordHash
{
    /// <summary>Rounds of a new one (OWASP's number for SHA-512). One kept with fewer is made anew when its owner next signs in.</summary>
    public const int Rounds = 210_000;

    private const string Scheme = "pbkdf2-sha512";
    private const int SaltBytes = 16;
    private const int HashBytes = 64;

    /// <summary>Costs as much as any other and fits no password: what unknown people are compared with.</summary>
    public static string OfNobody { get; } = $"{Scheme}${Rounds}${Convert.ToBase64String(new byte[SaltBytes])}${Convert.ToBase64String(new byte[HashBytes])}";

    public static string Make(string password, int rounds = Rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, rounds))}");
    }

    public static bool Fits(string kept, string password)
    {
        var parts = kept.Split('$');
        return CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(parts[2]), RoundsOf(parts)), Convert.FromBase64String(parts[3]));
    }

    /// <summary>Whether it was made with fewer rounds than we make today.</summary>
    public static bool IsWeak(string kept) => RoundsOf(kept.Split('$')) < Rounds;

    private static int RoundsOf(string[] parts) =>
        parts is [Scheme, var rounds, _, _] ? int.Parse(rounds, NumberStyles.None, CultureInfo.InvariantCulture) : throw new FormatException("Not a password hash of ours.");

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
