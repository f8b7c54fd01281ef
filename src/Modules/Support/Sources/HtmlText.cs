using System.Net;
using System.Text.RegularExpressions;

namespace Billing.Support;

/// <summary>What a person would read of a piece of HTML. Nothing of it is ever run or shown as HTML.</summary>
internal static partial class HtmlText
{
    /// <summary>Text with the line breaks that its blocks make; scripts, styles, comments and pictures are gone.</summary>
    /// <param name="html">Whatever it is; plain text stays what it is.</param>
    /// <param name="longest">Most UTF-16 units kept; a cut text ends with an ellipsis.</param>
    public static string Of(string html, int longest)
    {
        var text = Unread().Replace(html, " ");
        // In HTML a line break is a space; in plain text it is one.
        if (Tags().IsMatch(text)) text = Items().Replace(Breaks().Replace(White().Replace(text, " "), "\n"), "\n- ");
        text = WebUtility.HtmlDecode(Tags().Replace(text, ""));
        var lines = text.Replace('\u00A0', ' ').Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        // A note that is cut first is never too long.
        var clean = PlainText.Note(ManyBreaks().Replace(string.Join('\n', lines), "\n\n"), int.MaxValue).Value;
        if (clean.Length <= longest) return clean;
        var end = longest - 1;
        if (char.IsHighSurrogate(clean[end - 1])) end--;
        return clean[..end].TrimEnd() + "…";
    }

    [GeneratedRegex(@"<!--.*?(?:-->|\z)|<(script|style|head|title|template|noscript)\b.*?(?:</\1\s*>|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"<(?:br|/?p|/?div|/?h[1-6]|/?blockquote|/?pre|/?tr|/?table|/?ul|/?ol|hr|/?section|/?article|/li)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"<li\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Items();

    /// <summary>A tag begins with a letter, a slash, an exclamation or a question mark: "a &lt; b" is none.</summary>
    [GeneratedRegex(@"<[a-z/!?][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBreaks();
}
