using System.Globalization;

namespace Billing;

/// <summary>Which sign stands before the decimals where the text was written; the other one separates thousands.</summary>
public enum DecimalMark
{
    /// <summary><c>1,234.50</c></summary>
    Point,

    /// <summary><c>1.234,50</c></summary>
    Comma,
}

/// <summary>
/// Reads amounts as people write them: <c>$4,250.00</c>, <c>4250</c>, <c>4.250,00</c>, <c>1'234.50</c>, <c>(12.00)</c>, <c>−5 €</c>.
/// Where both signs occur the last one stands before the decimals; where one occurs the <see cref="DecimalMark"/> decides. What is in doubt is refused, never guessed.
/// </summary>
public static class MoneyText
{
    /// <summary>Amounts from here on are refused.</summary>
    public const decimal Limit = 1_000_000_000_000_000m;

    /// <returns>The amount, or <c>not-an-amount</c>, <c>other-currency</c>, <c>too-many-decimals</c>, <c>amount-too-large</c>.</returns>
    public static Result<Money> Read(string? text, Currency currency, DecimalMark mark = DecimalMark.Point)
    {
        var rest = (text ?? "").Trim();
        if (rest.Length is 0 or > 64) return NotAnAmount(text);
        var negative = TakeBrackets(ref rest) | TakeSign(ref rest);
        if (CurrencySigns.TakeFrom(ref rest) is { } sign && !CurrencySigns.Mean(sign, currency)) return new Refusal("other-currency", $"{PlainText.Quote(text)} is not an amount in {currency}.").With("given", PlainText.Shown(text)).With("currency", currency.Code);
        negative |= TakeBrackets(ref rest) | TakeSign(ref rest);

        if (!Split(rest, mark, out var whole, out var decimals) || SignsIn(text!) > 1) return NotAnAmount(text);
        if (decimals.Length > currency.MinorUnits) return new Refusal("too-many-decimals", $"{PlainText.Quote(text)} has more decimals than {currency}, which has {(currency.MinorUnits == 0 ? "none" : currency.MinorUnits)}.").With("given", PlainText.Shown(text)).With("currency", currency.Code).With("decimals", currency.MinorUnits);
        if (whole.TrimStart('0').Length > 15) return new Refusal("amount-too-large", $"{PlainText.Quote(text)} is too large; an amount is less than {Limit.ToString("N0", CultureInfo.InvariantCulture)}.").With("given", PlainText.Shown(text));
        var amount = decimal.Parse($"{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new Money(negative ? -amount : amount, currency);
    }

    private static Refusal NotAnAmount(string? text) => string.IsNullOrWhiteSpace(text)
        ? new Refusal("not-an-amount", "An amount is missing.")
        : new Refusal("not-an-amount", $"{PlainText.Quote(text)} is not an amount; write it like 4250, 4,250.00 or 4.250,00.").With("given", PlainText.Shown(text));

    private static bool TakeBrackets(ref string text)
    {
        if (text is not ['(', .., ')']) return false;
        text = text[1..^1].Trim();
        return true;
    }

    private static bool TakeSign(ref string text)
    {
        if (text.Length < 2) return false;
        var negative = text[0] is '-' or '\u2212' || text[^1] is '-' or '\u2212';
        if (text[0] is '-' or '\u2212' or '+') text = text[1..].TrimStart();
        else if (negative) text = text[..^1].TrimEnd();
        return negative;
    }

    private static int SignsIn(string text) => text.Count(c => c is '-' or '\u2212' or '+' or '(');

    /// <summary>Digits before and after the decimal sign, thousands checked and taken out.</summary>
    private static bool Split(string text, DecimalMark mark, out string whole, out string decimals)
    {
        (whole, decimals) = ("", "");
        var separators = text.Where(c => !char.IsAsciiDigit(c)).Select(Alike).ToArray();
        var cut = -1;
        if (separators.Length > 0 && separators[^1] is '.' or ',')
        {
            var last = separators[^1];
            var alone = separators.All(s => s == last);
            if (alone ? separators.Length == 1 && last == (mark == DecimalMark.Point ? '.' : ',') : separators.Count(s => s == last) == 1) cut = text.LastIndexOf(last);
        }

        decimals = cut < 0 ? "" : text[(cut + 1)..];
        if (cut >= 0 && decimals.Length == 0) return false;
        var groups = (cut < 0 ? text : text[..cut]).Split('.', ',', '\'', ' ', '\u2019', '\u00A0', '\u202F', '\u2009');
        whole = string.Concat(groups);
        if (!whole.All(char.IsAsciiDigit) || !decimals.All(char.IsAsciiDigit) || whole.Length + decimals.Length == 0) return false;
        if (whole.Length == 0) whole = "0";
        return groups.Length == 1 || (separators[..(groups.Length - 1)].Distinct().Count() == 1 && groups[0].Length is 1 or 2 or 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3));
    }

    private static char Alike(char separator) => separator switch
    {
        '\u2019' => '\'',
        '\u00A0' or '\u202F' or '\u2009' => ' ',
        _ => separator,
    };
}
