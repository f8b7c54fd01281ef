using System.Text;

namespace Billing.Documents;

/// <summary>Takes CSV text apart by RFC 4180, for any separator, CR, LF or both, and knows on which physical line each record starts.</summary>
internal sealed class CsvScanner(string text, char separator)
{
    private readonly TextPool _pool = new();
    private int _at;
    private int _line = 1;

    /// <summary>Reads the next record into <paramref name="cells"/>.</summary>
    /// <returns>The line it starts on; 0 at the end.</returns>
    /// <exception cref="SheetFault">A quoted cell never ends, or goes on behind its closing quote; a line has too many cells.</exception>
    public int Read(List<string> cells)
    {
        cells.Clear();
        if (_at >= text.Length) return 0;
        var start = _line;
        while (true)
        {
            if (cells.Count > SheetLimits.Columns) throw new SheetFault("too-many-cells", $"Line {start} has more than 16,384 cells; is this the right separator?", start);
            cells.Add(_at < text.Length && text[_at] == '"' ? Quoted(cells.Count + 1) : Plain(cells.Count + 1));
            if (_at >= text.Length) return start;
            var end = text[_at++];
            if (end == separator) continue;
            if (end == '\r' && _at < text.Length && text[_at] == '\n') _at++;
            _line++;
            return start;
        }
    }

    private string Plain(int column)
    {
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAny(separator, '\r', '\n');
        if (length < 0) length = rest.Length;
        if (length > SheetLimits.CellLength) throw TooLong(_line, column);
        _at += length;
        return _pool.Of(rest[..length]);
    }

    private string Quoted(int column)
    {
        var opened = _line;
        StringBuilder? parts = null;
        for (_at++; ; )
        {
            var rest = text.AsSpan(_at);
            var length = rest.IndexOf('"');
            if (length < 0) throw new SheetFault("open-quote", $"The quoted cell that begins in line {opened} never ends; add its closing quote.", opened, Number(column));
            if (length + (parts?.Length ?? 0) > SheetLimits.CellLength) throw TooLong(opened, column);
            CountLines(rest[..length]);
            _at += length + 1;
            if (_at < text.Length && text[_at] == '"')
            {
                (parts ??= new StringBuilder()).Append(rest[..(length + 1)]);
                _at++;
                continue;
            }
            while (_at < text.Length && text[_at] == ' ' && separator != ' ') _at++;
            if (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
                throw new SheetFault("bad-quote", $"The quoted cell that begins in line {opened} is followed by more text; close the quote before it, or double the quotes inside it.", opened, Number(column));
            return parts is null ? _pool.Of(rest[..length]) : parts.Append(rest[..length]).ToString();
        }
    }

    private void CountLines(ReadOnlySpan<char> quoted)
    {
        for (int i; (i = quoted.IndexOfAny('\r', '\n')) >= 0; _line++)
            quoted = quoted[(i + (quoted[i] == '\r' && i + 1 < quoted.Length && quoted[i + 1] == '\n' ? 2 : 1))..];
    }

    private static SheetFault TooLong(int line, int column) =>
        new("cell-too-long", $"The cell that begins in line {line} is longer than 32,767 characters; is a closing quote missing?", line, Number(column));

    private static string Number(int column) => column.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Hands out one string for equal short texts: a column of a thousand times "Paid" costs one.</summary>
internal sealed class TextPool
{
    private readonly string[] _texts = new string[1 << 12];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > 40) return text.ToString();
        ref var slot = ref _texts[string.GetHashCode(text) & (_texts.Length - 1)];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = text.ToString();
    }
}
