using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Web;

namespace Billing.Reporting;

/// <summary>A report as it is read.</summary>
/// <param name="From">The first day; null where the report is about an instant.</param>
/// <param name="Through">The last day.</param>
/// <param name="At">The instant that it is of, UTC.</param>
/// <param name="Events">How many events it was made from; null where it was told from the rows that stand.</param>
/// <param name="Sums">Of the columns that are added, by currency; what has none comes first.</param>
/// <param name="More">How many rows there are besides: a file has them all.</param>
/// <param name="Compared">With the report that stands; null where that was not asked for.</param>
internal sealed record ReportPage(
    string Name, ReportSpan Span, DateOnly? From, DateOnly? Through, DateTimeOffset At, long? Events, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportLine> Rows, IReadOnlyList<ReportSum> Sums, int More, ReportComparison? Compared = null)
{
    private const int Most = 5_000;

    public static ReportPage Of(ToldReport told)
    {
        var (kind, days) = (told.Kind, told.Days);
        var instant = kind.Span == ReportSpan.Instant;
        return new ReportPage(
            kind.Name, kind.Span, instant ? null : days.From, instant ? null : days.Through, told.At, told.Events, kind.Columns,
            [.. told.Rows.Take(Most).Select(row => new ReportLine(row.Key, ReportText.Cells(kind.Columns, row.Cells)))], ReportSum.Of(kind.Columns, told.Rows), Math.Max(0, told.Rows.Count - Most));
    }
}

/// <summary>A row of a report.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Cells">By the name of their column; what is empty is null.</param>
internal sealed record ReportLine(string Key, IReadOnlyDictionary<string, JsonNode?> Cells);

/// <summary>The sum of the rows of one currency.</summary>
/// <param name="Currency">Of its amounts; null for rows without any.</param>
/// <param name="Rows">How many they are.</param>
/// <param name="Cells">By the name of their column.</param>
internal sealed record ReportSum(Currency? Currency, int Rows, IReadOnlyDictionary<string, JsonNode?> Cells)
{
    public static IReadOnlyList<ReportSum> Of(IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportRow> rows) =>
    [
        .. from row in rows
           group row by row.Cells.OfType<ReportAmount>().FirstOrDefault()?.Currency into one
           orderby one.Key?.Code
           select new ReportSum(one.Key, one.Count(), columns.Index().Where(column => column.Item.Summed).ToDictionary(column => column.Item.Name, column => ReportText.Node(Sum(one.Key, one.Select(row => row.Cells[column.Index])))))
    ];

    private static object? Sum(Currency? currency, IEnumerable<object?> cells)
    {
        var all = cells.ToList();
        if (all.OfType<decimal>().Any()) return all.OfType<decimal>().Sum();
        return currency is { } unit && all.OfType<ReportAmount>().Any() ? new ReportAmount(all.OfType<ReportAmount>().Sum(amount => amount.Amount), unit) : null;
    }
}

/// <summary>How cells are written.</summary>
internal static class ReportText
{
    public static Dictionary<string, JsonNode?> Cells(IReadOnlyList<ReportColumn> columns, IReadOnlyList<object?> cells) => columns.Zip(cells).ToDictionary(pair => pair.First.Name, pair => Node(pair.Second));

    /// <summary>As the API writes it: amounts and numbers are text, so that nobody loses a digit.</summary>
    public static JsonNode? Node(object? cell) => cell switch
    {
        null => null,
        ReportAmount amount => new JsonObject { ["amount"] = Amount(amount), ["currency"] = amount.Currency.Code },
        decimal number => Number(number),
        ReportLink link => JsonSerializer.SerializeToNode(link, Json.Options),
        DateOnly day => DateText.Write(day),
        string text => text,
        _ => throw new InvalidOperationException($"A report has no cell of {cell.GetType().Name}."),
    };

    /// <summary>As a comparison names it.</summary>
    public static string? Plain(object? cell) => cell switch
    {
        null => null,
        ReportAmount amount => $"{Amount(amount)} {amount.Currency}",
        decimal number => Number(number),
        ReportLink link => link.Text,
        DateOnly day => DateText.Write(day),
        _ => cell.ToString(),
    };

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Amount(ReportAmount amount)
    {
        var rounded = Money.Round(amount.Amount, amount.Currency);
        return rounded.Amount == amount.Amount ? rounded.ToAmountText() : Number(amount.Amount);
    }
}
