namespace Billing.Facilities;

/// <summary>Sums over all rows of a filter, in one currency: two are never added.</summary>
/// <param name="Overdue">Of what is outstanding, what is overdue today.</param>
internal sealed record GridTotals(Currency Currency, Money Billed, Money Paid, Money Outstanding, Money Overdue, long Records)
{
    /// <summary>Sums rows in memory.</summary>
    public static IReadOnlyList<GridTotals> Of(IEnumerable<GridRow> rows) =>
    [
        .. from row in rows
           group row by row.Currency into same
           orderby same.Key.Code
           select new GridTotals(same.Key, Sum(same, r => r.Billed), Sum(same, r => r.Paid), Sum(same, r => r.Outstanding), Sum(same, r => r.State == MoneyState.Overdue ? r.Outstanding : null), same.LongCount(r => r.Id is not null)),
    ];

    private static Money Sum(IGrouping<Currency, GridRow> rows, Func<GridRow, Money?> amount) => rows.Aggregate(Money.Zero(rows.Key), (sum, row) => amount(row) is { } more ? sum + more : sum);
}

/// <summary>One page of the grid.</summary>
/// <param name="Count">Rows of the whole filter; on the first page.</param>
/// <param name="Totals">Sums of the whole filter by currency; on the first page.</param>
internal sealed record GridPage(IReadOnlyList<GridRow> Items, string? NextCursor, long? Count, IReadOnlyList<GridTotals>? Totals);
