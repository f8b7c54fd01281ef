using System.Globalization;
using System.Text;

namespace Billing.Documents;

/// <summary>What a banking app reads from the QR code of an invoice in euro: a SEPA credit transfer after EPC069-12, version 2.</summary>
/// <param name="Payee">Who is paid; at most 70 characters are written.</param>
/// <param name="Iban">Their account, with or without spaces.</param>
/// <param name="Bic">Their bank; version 2 does without.</param>
/// <param name="Amount">In euro, from 0.01 to 999,999,999.99.</param>
/// <param name="Reference">What it is for: an ISO 11649 reference (RF…) goes into its own field, anything else into the message; at most 140 characters.</param>
public sealed record EpcPayment(string Payee, string Iban, string? Bic, Money Amount, string Reference)
{
    private const int MostBytes = 331;

    /// <summary>The text of the code, or why there is none: <c>not-in-euro</c>, <c>iban-not-valid</c>, <c>amount-not-payable</c>, <c>payee-missing</c>, <c>reference-too-long</c>.</summary>
    public Result<string> Text()
    {
        if (Amount.Currency.Code != "EUR") return new Refusal("not-in-euro", "A payment code is for euro only.");
        if (Amount.Amount is < 0.01m or > 999_999_999.99m) return new Refusal("amount-not-payable", "A payment code is for amounts from 0.01 to 999,999,999.99.");
        var (iban, bic) = (Packed(Iban), Packed(Bic ?? ""));
        if (!IsValid(iban)) return new Refusal("iban-not-valid", "The IBAN is not valid; please check it.");
        var payee = PlainText.Line(Payee, 70);
        if (payee.Length == 0) return new Refusal("payee-missing", "A payment code needs the payee's name.");
        var reference = PlainText.Line(Reference, 140);
        var structured = Packed(reference) is { Length: >= 5 and <= 25 } rf && rf.StartsWith("RF", StringComparison.Ordinal) && IsValid(rf);
        string[] lines =
        [
            "BCD", "002", "1", "SCT", bic.Length is 8 or 11 && bic.All(char.IsAsciiLetterOrDigit) ? bic : "", payee, iban, "EUR" + Amount.Amount.ToString("0.00", CultureInfo.InvariantCulture), "",
            structured ? Packed(reference) : "", structured ? "" : reference,
        ];
        var text = string.Join('\n', lines).TrimEnd('\n');
        return Encoding.UTF8.GetByteCount(text) <= MostBytes ? text : new Refusal("reference-too-long", "Payee and reference are too long for a payment code.");
    }

    /// <summary>Letters and digits of an account number in groups of four, as people read it.</summary>
    public static string Grouped(string iban) => string.Join(' ', Packed(iban).Chunk(4).Select(group => new string(group)));

    // ISO 7064, MOD 97-10: the check of account numbers and of references alike.
    private static bool IsValid(string number)
    {
        if (number.Length is < 5 or > 34 || !number.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiDigit(number[2]) || !char.IsAsciiDigit(number[3])) return false;
        var rest = 0;
        foreach (var c in number[4..] + number[..4]) rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        return rest == 1;
    }

    private static string Packed(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
