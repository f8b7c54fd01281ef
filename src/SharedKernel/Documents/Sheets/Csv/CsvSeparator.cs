namespace Billing.Documents;

/// <summary>Finds what stands between two cells by trying each candidate on the first records.</summary>
internal static class CsvSeparator
{
    private const int Sample = 100;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static char Find(string text, IReadOnlySet<string> names) => Candidates.MaxBy(candidate => Score(text, candidate, names));

    /// <summary>Rows of one width count for it, header names it brings to light count more, and a quote that does not fit counts against it.</summary>
    private static double Score(string text, char separator, IReadOnlySet<string> names)
    {
        var scanner = new CsvScanner(text, separator);
        var cells = new List<string>();
        var widths = new List<int>();
        int known = 0, at;
        try
        {
            while (widths.Count < Sample && (at = scanner.Read(cells)) > 0)
            {
                if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
                if (names.Count > 0 && widths.Count < HeaderRow.Reach) known = Math.Max(known, cells.Take(HeaderRow.Breadth).Count(c => names.Contains(SheetField.Key(c))));
                widths.Add(cells.Count);
            }
        }
        catch (SheetFault)
        {
            widths.Add(-1);
        }
        var split = widths.Where(w => w > 1).ToList();
        if (split.Count == 0) return known;
        var usual = split.GroupBy(w => w).MaxBy(g => (g.Count(), g.Key))!;
        var broken = widths[^1] < 0 ? 1 : 0;
        return (known * 10) + ((double)usual.Count() / widths.Count) + (widths[0] == usual.Key ? 1 : 0) + (0.1 * Math.Min(usual.Key, 10) / 10) - broken;
    }
}
