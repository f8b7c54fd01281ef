using System.Globalization;
using System.Text;

namespace Billing;

/// <summary>
/// Text that people type, made safe to show anywhere: names refuse what cannot be seen (controls, zero-width and bidirectional characters),
/// notes lose it. Both are trimmed and in Unicode form C, so that two names that look alike are alike.
/// </summary>
public static class PlainText
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int LongestName = 200;

    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int LongestNote = 2000;

    /// <summary>Reads a name on one line; runs of spaces become one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="what">What is named, as a sentence begins: "A facility".</param>
    /// <param name="longest">Longest accepted, in UTF-16 units.</param>
    public static Result<string> Name(string? text, string what, int longest = LongestName)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return new Refusal("name-missing", $"{what} needs a name.");
        if (typed.Length > longest) return TooLong(what, longest);
        if (typed.EnumerateRunes().Any(IsUnseen)) return new Refusal("name-has-hidden-characters", $"{what}'s name has characters that cannot be seen (control, zero-width or direction marks). Please type it again.");
        var name = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        if (name.Length > longest) return TooLong(what, longest);
        return name.Length == 0 ? new Refusal("name-missing", $"{what} needs a name.") : name;
    }

    /// <summary>Reads a note: line breaks and tabs stay, other unseen characters go; empty when nothing is left.</summary>
    public static Result<string> Note(string? text, int longest = LongestNote)
    {
        var note = new StringBuilder();
        foreach (var rune in (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            if (rune.Value is '\n' or '\t' or 0x200C or 0x200D || !IsUnseen(rune)) note.Append(rune);
        var kept = note.ToString().Trim().Trim('\u200C', '\u200D').Normalize();
        return kept.Length > longest ? new Refusal("note-too-long", $"A note has at most {longest} characters.").With("longest", longest) : kept;
    }

    /// <summary>Foreign text as one line of a header, a subject, a file: nothing unseen, no line breaks, runs of spaces become one, cut at the end.</summary>
    /// <param name="text">Whatever it is; null is empty.</param>
    /// <param name="longest">Most characters kept.</param>
    public static string Line(string? text, int longest = LongestName)
    {
        var seen = string.Concat((text ?? "").EnumerateRunes().Select(rune => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? " " : IsUnseen(rune) ? "" : rune.ToString()));
        var line = string.Join(' ', seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        return string.Concat(line.EnumerateRunes().Take(longest)).TrimEnd();
    }

    /// <summary>What two names share when people would call them the same: case and compatibility forms aside. Never shown.</summary>
    public static string Key(string name) => name.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>Foreign text inside our own sentence: at most 40 characters, nothing unseen.</summary>
    public static string Quote(string? text) => $"“{Shown(text)}”";

    /// <summary>As <see cref="Quote"/>, without the quotes.</summary>
    public static string Shown(string? text)
    {
        var seen = string.Concat((text ?? "").EnumerateRunes().Where(rune => !IsUnseen(rune)).Take(41));
        return seen.EnumerateRunes().Count() > 40 ? string.Concat(seen.EnumerateRunes().Take(40)) + "…" : seen;
    }

    private static Refusal TooLong(string what, int longest) => new Refusal("name-too-long", $"{what}'s name has at most {longest} characters.").With("longest", longest);

    // Fillers and the grapheme joiner count as letters or marks to Unicode and show nothing; U+FFFD stands for broken UTF-16.
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFD;
}
