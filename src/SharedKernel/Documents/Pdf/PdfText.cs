using System.Globalization;
using System.Text;

namespace Billing.Documents;

/// <summary>Text on its way to paper: nothing unseen in it, and broken into lines that fit.</summary>
public static class PdfText
{
    /// <summary>Form C, without control, zero-width and direction characters; tabs and breaks become spaces, half a surrogate pair the replacement character.</summary>
    public static string Clean(string text) => IsClean(text) ? text : Cleaned(text, keepBreaks: false);

    /// <summary>The lines of a text: broken at its own line breaks, at spaces, hyphens and slashes, and inside a word only when it fits on no line.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="font">What it will be written in.</param>
    /// <param name="size">At which size, in points.</param>
    /// <param name="width">What fits, in points; one character goes on each line at least.</param>
    /// <returns>At least one line.</returns>
    public static IReadOnlyList<string> Wrap(string text, PdfFont font, double size, double width)
    {
        var lines = new List<string>();
        var room = width * font.File.UnitsPerEm / size + 0.001;
        foreach (var paragraph in (IsClean(text) ? text : Cleaned(text, keepBreaks: true)).Split('\n')) Wrap(paragraph.TrimEnd(' '), font, room, lines);
        return lines;
    }

    /// <summary>The text, or its beginning with an ellipsis where it is too wide.</summary>
    public static string Fit(string text, PdfFont font, double size, double width)
    {
        var clean = Clean(text);
        if (font.Width(clean, size) <= width) return clean;
        var first = Wrap(clean, font, size, width - font.Width("…", size))[0];
        return first.TrimEnd(' ', ',', ';', '-', '–') + "…";
    }

    private static void Wrap(string text, PdfFont font, double room, List<string> lines)
    {
        var (start, mayBreak, width, left) = (0, 0, 0, default(Rune));
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, i);
            var advance = font.Kerning(left, rune) + font.File.Advance(font.Glyph(rune));
            if (width + advance > room && i > start && rune.Value != ' ')
            {
                var end = mayBreak > start ? mayBreak : i;
                lines.Add(text[start..end].TrimEnd(' '));
                start = end;
                width = font.Advance(text.AsSpan(start, i - start));
                if (start == i) advance = font.File.Advance(font.Glyph(rune)); // nothing stands before it now
            }
            width += advance;
            left = rune;
            i += rune.Utf16SequenceLength;
            if (rune.Value is ' ' or '/' or '–' or '—' || (rune.Value == '-' && i < text.Length && char.IsLetter(text[i]))) mayBreak = i;
        }
        lines.Add(text[start..]);
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~') return false;
        return true;
    }

    private static string Cleaned(string text, bool keepBreaks)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029) clean.Append(keepBreaks ? '\n' : ' ');
            else if (rune.Value is '\t') clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format) && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0) && (rune.Value & 0xFFFE) != 0xFFFE) clean.Append(rune);
        }
        return clean.ToString().Normalize();
    }
}
