using System.Numerics;
using System.Text.RegularExpressions;

namespace Billing.Invoicing;

/// <summary>The account that clients pay to. Every part may be missing.</summary>
/// <param name="Holder">Whose account it is.</param>
/// <param name="Iban">Without spaces.</param>
internal sealed partial record BankDetails(string? Holder = null, string? Iban = null, string? Bic = null, string? Bank = null)
{
    public static BankDetails None { get; } = new();

    /// <summary>As it can be printed and paid to: an IBAN whose check digits are right.</summary>
    public Result<BankDetails> Read()
    {
        if (!OneLine.Read(Holder, "An account holder", 70).TryGet(out var holder, out var refused)) return refused;
        if (!OneLine.Read(Bank, "A bank's name", 100).TryGet(out var bank, out refused)) return refused;
        var iban = Compact(Iban);
        if (iban is not null && !IsIban(iban)) return BadIban;
        var bic = Compact(Bic);
        if (bic is not null && !BicShape().IsMatch(bic)) return BadBic;
        return new BankDetails(Blank(holder), iban, bic, Blank(bank));
    }

    // ISO 13616: the country and check digits go to the end, letters count from 10, and the whole is 1 modulo 97.
    private static bool IsIban(string iban) =>
        IbanShape().IsMatch(iban) && BigInteger.Parse(string.Concat((iban[4..] + iban[..4]).Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}")), System.Globalization.CultureInfo.InvariantCulture) % 97 == 1;

    private static string? Compact(string? text) => Blank(string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant());

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static readonly Refusal BadIban = new("bad-iban", "This is no IBAN: a digit is wrong or missing. Compare it with the bank's letter.");
    private static readonly Refusal BadBic = new("bad-bic", "A BIC has 8 or 11 letters and digits, such as DEUTDEFF.");

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\\z")]
    private static partial Regex IbanShape();

    [GeneratedRegex("^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?\\z")]
    private static partial Regex BicShape();
}
