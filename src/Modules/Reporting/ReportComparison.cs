using Billing.EventStore;
using Billing.Web;

namespace Billing.Reporting;

/// <summary>A report that was made from the events, held against the one that stands.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="Differing">Cells of the report that differ: none, if all is well.</param>
/// <param name="Records">Cells of the records beneath that differ, at most a thousand.</param>
internal sealed record ReportComparison(int Rows, IReadOnlyList<ReportDifference> Differing, IReadOnlyList<RecordDifferenceFound> Records)
{
    private const int Most = 1_000;

    public static ReportComparison Of(ReportKind kind, IReadOnlyList<ReportRow> live, IReadOnlyList<ReportRow> made, Comparison beneath)
    {
        var (stands, follows) = (live.ToDictionary(row => row.Key), made.ToDictionary(row => row.Key));
        var keys = live.Concat(made).Select(row => row.Key).Distinct().ToList();
        var differing =
            from key in keys
            let one = stands.GetValueOrDefault(key)
            let other = follows.GetValueOrDefault(key)
            from column in kind.Columns.Index()
            let was = ReportText.Plain(one?.Cells[column.Index])
            let should = ReportText.Plain(other?.Cells[column.Index])
            where was != should
            select new ReportDifference(key, column.Item.Name, was, should);
        return new ReportComparison(keys.Count, [.. differing.Take(Most)], [.. beneath.Differences.Take(Most).Select(one => new RecordDifferenceFound(one.Key.Split(' ')[0], one.Key[(one.Key.IndexOf(' ', StringComparison.Ordinal) + 1)..], one.Column, one.Live, one.Rebuilt))]);
    }
}

/// <summary>A cell of a report that is not what the events say.</summary>
/// <param name="Row">The key of its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="Live">As it stands; null where it is empty, or the row is not there.</param>
/// <param name="Replayed">As it follows from the events.</param>
internal sealed record ReportDifference(string Row, string Column, string? Live, string? Replayed);

/// <summary>A cell of a record that is not what the events say.</summary>
/// <param name="Table">The table of the read model.</param>
/// <param name="Key">The record's.</param>
/// <param name="Column">Its column; <c>*</c> where the whole row is missing on one side.</param>
/// <param name="Live">As it stands.</param>
/// <param name="Replayed">As it follows from the events.</param>
internal sealed record RecordDifferenceFound(string Table, string Key, string Column, string? Live, string? Replayed);
