using System.Buffers;
using System.Text;

namespace Billing.Documents;

/// <summary>Text that crosses into spreadsheets and back without becoming a formula on the way.</summary>
public static class SheetText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(i => (char)i).Where(c => char.IsSurrogate(c) || !IsXml(c))]);
    private static readonly SearchValues<char> Amount = SearchValues.Create("0123456789., $€£¥");

    /// <summary>
    /// Puts an apostrophe before text that a spreadsheet would run: <c>= + - @</c>, tab, CR, LF and their full-width twins, also behind apostrophes that are already there,
    /// so that <see cref="Restore"/> always finds the way back.
    /// </summary>
    public static string Neutralise(string text) => Triggers(text) ? "'" + text : text;

    /// <summary>As <see cref="Neutralise"/>, but a plain negative or signed amount such as <c>-1,234.50</c> stays what it is.</summary>
    public static string NeutraliseButNumbers(string text) => Triggers(text) && !IsSignedNumber(text) ? "'" + text : text;

    /// <summary>Takes away the apostrophe that <see cref="Neutralise"/> put there.</summary>
    public static string Restore(string text) => text.StartsWith('\'') && Triggers(text) ? text[1..] : text;

    /// <summary>Removes what XML and databases cannot hold: control characters but tab, CR and LF, U+FFFE and U+FFFF; half a surrogate pair becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || IsXml((char)rune.Value)) clean.Append(rune);
        return clean.ToString();
    }

    private static bool IsXml(char c) => c is >= ' ' and not '\uFFFE' and not '\uFFFF' or '\t' or '\n' or '\r';

    private static bool Triggers(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }

    private static bool IsSignedNumber(string text) =>
        text.Length is > 1 and <= 40 && text[0] is '+' or '-' && text.AsSpan(1).IndexOfAnyExcept(Amount) < 0 && text.AsSpan(1).IndexOfAnyInRange('0', '9') >= 0;
}
