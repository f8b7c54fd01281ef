namespace Billing.Documents;

/// <summary>Finds the header among the first rows: the one with the most names that somebody hopes to find, else the first that is about as wide as the rest.</summary>
internal static class HeaderRow
{
    public const int Reach = 30;
    public const int Breadth = 500;

    public static IReadOnlySet<string> Names(IEnumerable<SheetField> fields) =>
        fields.SelectMany(f => f.Synonyms.Prepend(f.Name)).Select(SheetField.Key).ToHashSet(StringComparer.Ordinal);

    /// <returns>Its place among the rows, which are at least one.</returns>
    public static int Find(IReadOnlyList<SheetRow> rows, IReadOnlySet<string> names)
    {
        var first = rows.Take(Reach).ToList();
        if (names.Count > 0)
        {
            var known = first.ConvertAll(row => row.Cells.Take(Breadth).Select(SheetField.Key).Where(names.Contains).Distinct().Count());
            var most = known.Max();
            if (most >= Math.Min(2, names.Count)) return known.IndexOf(most);
        }
        var filled = first.ConvertAll(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)));
        var usual = filled.GroupBy(n => n).MaxBy(g => (g.Count(), g.Key))!.Key;
        return Math.Max(0, filled.FindIndex(n => n >= usual * 0.6));
    }
}
