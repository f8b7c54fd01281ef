using System.Globalization;
using System.Text;

namespace Billing.Documents;

/// <summary>Names for files that somebody downloads, safe in a header and on every file system.</summary>
public static class DownloadName
{
    private const int Longest = 120;
    private const string Forbidden = "/\\:*?\"<>|";
    private static readonly HashSet<string> Devices = new(["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name without line breaks, control, zero-width and direction characters, with hyphens where a path character stood, at most 120 characters and its ending kept;
    /// <c>download</c> when nothing is left.
    /// </summary>
    public static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune.Value is '\t' or '\r' or '\n') safe.Append(' ');
            else if (category is UnicodeCategory.Control or UnicodeCategory.Format || rune.Value == 0xFFFD) continue;
            else if (rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal)) safe.Append('-');
            else safe.Append(rune);
        }
        var plain = string.Join(' ', safe.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (plain.Length == 0) return "download";
        var dot = plain.LastIndexOf('.');
        var (stem, end) = dot > 0 && plain.Length - dot <= 10 ? (plain[..dot].TrimEnd(), plain[dot..]) : (plain, "");
        if (Devices.Contains(stem.Split('.')[0])) stem = "_" + stem;
        var length = Math.Min(stem.Length, Longest - end.Length);
        return stem[..(char.IsHighSurrogate(stem[length - 1]) ? length - 1 : length)] + end;
    }

    /// <summary>The value of a <c>Content-Disposition</c> header by RFC 6266: plain ASCII for old readers, the real name as <c>filename*</c> where it differs.</summary>
    /// <param name="name">Any text; it is made safe first.</param>
    public static string Attachment(string name)
    {
        var safe = Safe(name);
        var ascii = new string([.. safe.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAscii(c) ? c : '_')]);
        return ascii == safe ? $"attachment; filename=\"{ascii}\"" : $"attachment; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(safe)}";
    }
}
