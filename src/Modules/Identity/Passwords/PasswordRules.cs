using System.Collections.Frozen;

namespace Billing.Identity;

/// <summary>What a password must be: long enough and not one of those that everybody tries first. Nothing in it is trimmed, changed or demanded.</summary>
internal static class PasswordRules
{
    public const int Shortest = 8;
    public const int Longest = 128;

    private static readonly FrozenSet<string> Common = Read();

    /// <summary>What is wrong with it; null when it will do.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="about">What others know about its owner: address, names, organisation.</param>
    public static Refusal? Check(string password, params ReadOnlySpan<string?> about)
    {
        var length = password.EnumerateRunes().Count();
        if (length is < Shortest or > Longest) return new("password-length", $"A password has {Shortest} to {Longest} characters; this one has {length}.");
        var plain = password.ToLowerInvariant();
        if (IsCommon(plain)) return new("password-common", "Very many people use this password, so it is tried first. Choose another one; three unrelated words do well.");
        foreach (var known in about)
            foreach (var part in PartsOf((known ?? "").ToLowerInvariant()))
                if (part.Length >= 4 && Core(plain).Length <= part.Length + 1 && plain.Contains(part, StringComparison.Ordinal)) return new("password-common", "This password is little more than your name, address or organisation. Choose another one.");
        return null;
    }

    private static IEnumerable<string> PartsOf(string known) => [known, known.Split('@')[0], .. known.Split(['@', ' ', '.'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The list, and what people make of it: digits and signs at the end, letters written as digits, one character all along.</summary>
    private static bool IsCommon(string plain) => plain.Distinct().Count() <= 2 || Common.Contains(plain) || Common.Contains(Core(plain)) || Common.Contains(Core(Unleet(plain))) || IsRun(plain);

    private static string Core(string plain) => plain.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '.', '?', '*', '#', '$', '@', '_', '-', '+', '%', '&').Trim();

    private static string Unleet(string plain) => plain.Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('@', 'a').Replace('$', 's').Replace('!', 'i');

    /// <summary>12345678, abcdefgh, 87654321.</summary>
    private static bool IsRun(string plain)
    {
        var step = plain[1] - plain[0];
        return Math.Abs(step) == 1 && plain.Zip(plain.Skip(1)).Count(pair => pair.Second - pair.First == step) >= plain.Length - 2;
    }

    private static FrozenSet<string> Read()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Billing.Identity.Passwords.common.txt")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();
    }
}
