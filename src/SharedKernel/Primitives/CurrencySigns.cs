namespace Billing;

/// <summary>The signs people write beside an amount, and which currencies they may mean.</summary>
internal static class CurrencySigns
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU DOP BBD BSD BZD BMD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD BND",
        ["US$"] = "USD", ["C$"] = "CAD NIO", ["CA$"] = "CAD", ["A$"] = "AUD", ["AU$"] = "AUD", ["NZ$"] = "NZD", ["HK$"] = "HKD", ["S$"] = "SGD", ["NT$"] = "TWD", ["MX$"] = "MXN", ["R$"] = "BRL",
        ["€"] = "EUR", ["£"] = "GBP EGP FKP GIP LBP SHP SSP SYP", ["¥"] = "JPY CNY", ["￥"] = "JPY CNY", ["円"] = "JPY", ["元"] = "CNY", ["₹"] = "INR", ["₩"] = "KRW", ["₫"] = "VND", ["₺"] = "TRY",
        ["₽"] = "RUB", ["₪"] = "ILS", ["₴"] = "UAH", ["₦"] = "NGN", ["₱"] = "PHP", ["฿"] = "THB", ["₡"] = "CRC", ["₲"] = "PYG", ["₸"] = "KZT", ["₾"] = "GEL",
        ["zł"] = "PLN", ["Kč"] = "CZK", ["Ft"] = "HUF", ["lei"] = "RON", ["kr"] = "SEK NOK DKK ISK", ["kr."] = "DKK SEK NOK ISK", ["Fr."] = "CHF", ["SFr."] = "CHF", ["R"] = "ZAR",
    };

    /// <summary>Takes one sign or three-letter code off either end; null when there is none.</summary>
    public static string? TakeFrom(ref string text)
    {
        var from = 0;
        while (from < text.Length && !IsAmount(text[from])) from++;
        var to = text is [.., var letter, '.'] && char.IsLetter(letter) ? text.Length - 1 : text.Length;
        while (to > from && !IsAmount(text[to - 1])) to--;
        // "Fr.", "kr.": the point belongs to the sign.
        if (from > 0 && from < text.Length && text[from] == '.' && Meanings.ContainsKey(text[..(from + 1)])) from++;
        if (from == text.Length) return null;
        var (before, after) = (text[..from].Trim(), text[to..].Trim());
        if ((before.Length == 0) == (after.Length == 0)) return null;
        var sign = before.Length > 0 ? before : after;
        if (!Meanings.ContainsKey(sign) && !Currency.TryParse(sign, out _)) return null;
        text = text[from..to].Trim();
        return sign;
    }

    /// <summary>Whether the sign may stand for that currency.</summary>
    public static bool Mean(string sign, Currency currency) =>
        Meanings.TryGetValue(sign, out var currencies) ? currencies.Split(' ').Contains(currency.Code) : string.Equals(sign, currency.Code, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmount(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '(' or ')' or '-' or '\u2212' or '+' or '\'' or '\u2019';
}
