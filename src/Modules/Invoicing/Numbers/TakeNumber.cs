namespace Billing.Invoicing;

/// <summary>The next number goes to a document that is being issued. Decided in the commit that issues it, so that there is neither hole nor double.</summary>
/// <param name="Kind">Of document.</param>
/// <param name="For">The document.</param>
/// <param name="IssueDate">Printed on it; says which year or month it is counted in.</param>
/// <param name="Today">In the organisation's zone.</param>
/// <param name="MonthlyLimit">How many the plan allows a month; null for any number.</param>
internal sealed record TakeNumber(NumberKind Kind, Guid For, DateOnly IssueDate, DateOnly Today, long? MonthlyLimit)
{
    /// <summary>The number that <see cref="Decide"/> takes of this series.</summary>
    public string From(NumberSeries series) => Next(series).Number;

    public Decision<NumberSeriesEvent> Decide(NumberSeries series)
    {
        if (MonthlyLimit is { } limit && series.TakenInMonthOf(Today) >= limit) return No.LimitReached(limit, Today);
        return Next(series);
    }

    private NumberTaken Next(NumberSeries series)
    {
        var pattern = series.PatternOf(Kind);
        var period = pattern.PeriodOf(IssueDate);
        var count = series.NextIn(period);
        return new NumberTaken(pattern.Write(count, IssueDate), period, count, For, Today);
    }

    private static class No
    {
        public static Refusal LimitReached(long limit, DateOnly today)
        {
            var again = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
            return new Refusal("plan-limit-reached", $"Your plan allows {limit} invoices a month, and this month's are issued. Choose a larger plan, or issue this one on {DateText.Write(again)}.")
                .With("entitlement", "invoices_per_month").With("limit", limit).With("again", again);
        }
    }
}
