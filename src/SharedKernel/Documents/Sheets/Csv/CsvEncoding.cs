using System.Text;
using System.Text.Unicode;

namespace Billing.Documents;

/// <summary>Turns the bytes of a text file into characters: by its byte-order mark, else by what the bytes can only be.</summary>
internal static class CsvEncoding
{
    /// <returns>The text without its mark, and the encoding's name.</returns>
    /// <exception cref="SheetFault">The encoding asked for is not one of ours, or this is no text.</exception>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string? asked)
    {
        var name = asked is null ? Find(bytes) : Known(asked);
        var encoding = name switch
        {
            "utf-8" => Encoding.UTF8,
            "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        var mark = encoding.Preamble;
        if (mark.Length > 0 && bytes.StartsWith(mark)) bytes = bytes[mark.Length..];
        var text = encoding.GetString(bytes).TrimEnd('\u001A');
        RefuseJunk(text);
        return (text, name);
    }

    private static string Known(string asked) => asked.Trim().ToUpperInvariant().Replace("_", "-", StringComparison.Ordinal) switch
    {
        "UTF-8" or "UTF8" => "utf-8",
        "UTF-16" or "UTF-16LE" => "utf-16le",
        "UTF-16BE" => "utf-16be",
        "WINDOWS-1252" or "CP1252" or "ISO-8859-1" or "LATIN1" => "windows-1252",
        _ => throw new SheetFault("unknown-encoding", "The encoding is one of utf-8, utf-16le, utf-16be and windows-1252."),
    };

    private static string Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return "utf-8";
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return "utf-16le";
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return "utf-16be";
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        // Western text in UTF-16 is about half zeros, all of them on one side of each pair.
        var paired = bytes.Length % 2 == 0;
        if (paired && odd > sample.Length / 5 && even == 0) return "utf-16le";
        if (paired && even > sample.Length / 5 && odd == 0) return "utf-16be";
        return Utf8.IsValid(bytes) ? "utf-8" : "windows-1252";
    }

    private static void RefuseJunk(string text)
    {
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0) throw new SheetFault("not-a-sheet", "This is not a text file; send CSV or XLSX.", text.AsSpan(0, zero).Count('\n') + 1);
        var start = text.AsSpan(0, Math.Min(text.Length, 4096));
        var odd = 0;
        foreach (var c in start)
            if (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f')) odd++;
        if (odd * 50 > start.Length) throw new SheetFault("not-a-sheet", "This is not a text file; send CSV or XLSX.");
        if (start.TrimStart() is var head && (head.StartsWith("<", StringComparison.Ordinal) || head.StartsWith("%PDF", StringComparison.Ordinal)))
            throw new SheetFault("not-a-sheet", "This is a web page or another document under a sheet's name; save it as CSV or XLSX.");
    }
}
