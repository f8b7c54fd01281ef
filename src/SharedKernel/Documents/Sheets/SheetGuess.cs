namespace Billing.Documents;

/// <summary>
/// How people wrote numbers and dates in a column, found over all its values and meant to be shown: a single value such as <c>1.234</c> or <c>03/04/2025</c> does not tell.
/// Cells that a workbook itself calls numbers or dates have one spelling and do not count.
/// </summary>
public static class SheetGuess
{
    /// <summary>Which sign stands before the decimals in these columns.</summary>
    public static SheetGuess<DecimalMark> Decimals(Sheet sheet, params IEnumerable<int> columns)
    {
        var tally = new Tally<DecimalMark>();
        foreach (var text in Texts(sheet, columns, SheetCellKind.Number)) CountDecimals(tally, text);
        return tally.Guess();
    }

    /// <summary>In which order day, month and year stand in these columns. Year first only where nothing else occurs: such dates read the same in any order.</summary>
    public static SheetGuess<DateOrder> Dates(Sheet sheet, params IEnumerable<int> columns)
    {
        // Points are written by those who put the day first, unless other values of the column say otherwise.
        Tally<DateOrder> tally = new(), dots = new(), yearFirst = new();
        foreach (var text in Texts(sheet, columns, SheetCellKind.Date))
        {
            switch (Parts(text))
            {
                case (0, _): yearFirst.Add(DateOrder.Ymd); break;
                case ( > 12, <= 12): tally.Add(DateOrder.Dmy); break;
                case ( <= 12, > 12): tally.Add(DateOrder.Mdy); break;
                case ( <= 12, <= 12) when text.Contains('.', StringComparison.Ordinal): dots.Add(DateOrder.Dmy); break;
                case ( <= 12, <= 12) and var (first, second) when first != second: tally.Doubt(text); break;
            }
        }
        return (tally.IsSilent ? dots.IsSilent ? yearFirst : dots : tally).Guess();
    }

    private static IEnumerable<string> Texts(Sheet sheet, IEnumerable<int> columns, SheetCellKind settled)
    {
        foreach (var column in columns)
            foreach (var row in sheet.Rows)
                if (row.KindOf(column) != settled && row.KindOf(column) is SheetCellKind.Text or SheetCellKind.Number && row[column].Trim() is { Length: > 0 and <= 64 } text) yield return text;
    }

    /// <summary>The last sign is the decimal one when both occur or when no group of three follows it; a sign that occurs twice separates thousands.</summary>
    private static void CountDecimals(Tally<DecimalMark> tally, string text)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 1 || last == text.Length - 1 || !char.IsAsciiDigit(text[last - 1]) || !char.IsAsciiDigit(text[last + 1])) return;
        var before = text.AsSpan(0, last);
        var point = text[last] == '.';
        if (before.Contains(text[last])) tally.Add(point ? DecimalMark.Comma : DecimalMark.Point);
        else if (!before.ContainsAny('.', ',', '\'') && CouldBeThousands(before, text.AsSpan(last + 1))) tally.Doubt(text);
        else tally.Add(point ? DecimalMark.Point : DecimalMark.Comma);
    }

    private static bool CouldBeThousands(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var behind = after.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : after.Length;
        var digits = before.Length - 1 - before.LastIndexOfAnyExceptInRange('0', '9');
        return behind == 3 && digits <= 3 && before[^digits] != '0';
    }

    /// <summary>The first two numbers of a date; zero first when the year leads. Null when it is no date.</summary>
    private static (int First, int Second)? Parts(string text)
    {
        if (text.Length is 7 or 8 && text.All(char.IsAsciiDigit))
        {
            text = text.PadLeft(8, '0');
            return DateText.Read(text, DateOrder.Ymd).Refusal is null ? (0, 0) : (Number(text[..2]), Number(text[2..4]));
        }
        var parts = text.Split('/', '.', '-');
        if (parts.Length != 3 || !parts.All(part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit))) return null;
        return parts[0].Length == 4 ? (0, 0) : (Number(parts[0]), Number(parts[1]));
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What the values of a column say.</summary>
/// <typeparam name="T">What was asked.</typeparam>
/// <param name="Found">What most telling values say; null when none tells or as many say otherwise.</param>
/// <param name="Against">How many values say otherwise.</param>
/// <param name="Doubtful">How many values read both ways.</param>
/// <param name="Example">One value that reads both ways; null when there is none.</param>
public sealed record SheetGuess<T>(T? Found, int Against, int Doubtful, string? Example) where T : struct, Enum
{
    /// <summary>Values read both ways and nothing decides: a person has to.</summary>
    public bool IsAmbiguous => Found is null && (Doubtful > 0 || Against > 0);
}

/// <summary>Counts what values say.</summary>
internal sealed class Tally<T> where T : struct, Enum
{
    private readonly Dictionary<T, int> _votes = [];
    private int _doubtful;
    private string? _example;

    public bool IsSilent => _votes.Count == 0 && _doubtful == 0;

    public void Add(T value) => _votes[value] = _votes.GetValueOrDefault(value) + 1;

    public void Doubt(string text)
    {
        _doubtful++;
        _example ??= text;
    }

    public SheetGuess<T> Guess()
    {
        var most = _votes.Values.DefaultIfEmpty().Max();
        var leaders = _votes.Where(vote => vote.Value == most).Select(vote => (T?)vote.Key).ToList();
        var found = leaders.Count == 1 ? leaders[0] : null;
        return new SheetGuess<T>(found, _votes.Values.Sum() - (found is null ? 0 : most), _doubtful, _example);
    }
}
