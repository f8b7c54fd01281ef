using System.Text;

namespace Billing.Identity;

/// <summary>
/// What an API key looks like: <c>bk_live_</c>, 43 characters with 256 random bits, and six that check the ones before, so that scanners for leaked
/// secrets, and we, can tell one from a word without asking a table.
/// </summary>
internal static class KeyText
{
    public const string Beginning = "bk_live_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Length = 8 + 43 + 6;

    public static string Make()
    {
        var key = Beginning + Secret.Make();
        return key + Check(key);
    }

    /// <summary>Whether it can be a key of ours.</summary>
    public static bool IsKey(string text) => text.Length == Length && text.StartsWith(Beginning, StringComparison.Ordinal) && text.EndsWith(Check(text[..^6]), StringComparison.Ordinal);

    /// <summary>What people recognise it by.</summary>
    public static string PrefixOf(string key) => key[..(Beginning.Length + 4)];

    private static string Check(string text)
    {
        var sum = 0xFFFFFFFFu; // CRC-32
        foreach (var b in Encoding.ASCII.GetBytes(text))
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
        }
        sum = ~sum;
        Span<char> check = stackalloc char[6];
        for (var i = 5; i >= 0; i--, sum /= 62) check[i] = Digits[(int)(sum % 62)];
        return new string(check);
    }
}
