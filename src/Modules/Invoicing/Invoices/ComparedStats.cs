namespace Billing.Invoicing;

/// <summary>The statistics of the days before, as they stand today, and how much each figure moved since.</summary>
/// <param name="From">The first of those days.</param>
/// <param name="To">The last.</param>
/// <param name="Items">Per currency, in the order of the currencies compared.</param>
internal sealed record ComparedStats(DateOnly From, DateOnly To, IReadOnlyList<InvoiceStats> Items, IReadOnlyList<StatsChange> Changes)
{
    /// <summary>Both with the same currencies: what there was none of is nothing.</summary>
    public static (IReadOnlyList<InvoiceStats> Now, ComparedStats Before) Of(Period days, IReadOnlyList<InvoiceStats> now, IReadOnlyList<InvoiceStats> before)
    {
        Currency[] all = [.. now.Concat(before).Select(item => item.Currency).Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal)];
        InvoiceStats[] In(IReadOnlyList<InvoiceStats> items) => [.. all.Select(currency => items.FirstOrDefault(item => item.Currency == currency) ?? InvoiceStats.Nothing(currency))];
        var (these, those) = (In(now), In(before));
        return (these, new ComparedStats(days.From, days.Through, those, [.. these.Zip(those, StatsChange.Of)]));
    }
}

/// <summary>How much the figures of one currency moved. Drafts have no date, and move with no days.</summary>
/// <param name="Average">Null where one of the two times nothing was billed.</param>
/// <param name="AverageDaysToPay">In days; null where one of the two times nothing was paid.</param>
/// <param name="CollectionRate">In hundredths of what was billed; null where one of the two times nothing was.</param>
internal sealed record StatsChange(
    Currency Currency, Change Billed, Change Received, Change Paid, Change Unpaid, Change Overdue, Change Uncollectible, Change Voided, Change Refunded, Change PaidOut, Change Credited, Change? Average, decimal? AverageDaysToPay, decimal? CollectionRate)
{
    public static StatsChange Of(InvoiceStats now, InvoiceStats before) => new(
        now.Currency, Change.Of(now.Billed.Sum, before.Billed.Sum), Change.Of(now.Received.Sum, before.Received.Sum), Change.Of(now.Paid.Sum, before.Paid.Sum), Change.Of(now.Unpaid.Sum, before.Unpaid.Sum),
        Change.Of(now.Overdue.Sum, before.Overdue.Sum), Change.Of(now.Uncollectible.Sum, before.Uncollectible.Sum), Change.Of(now.Voided.Sum, before.Voided.Sum), Change.Of(now.Refunded, before.Refunded), Change.Of(now.PaidOut, before.PaidOut),
        Change.Of(now.Credited, before.Credited), now.Average is { } average && before.Average is { } was ? Change.Of(average, was) : null, now.AverageDaysToPay - before.AverageDaysToPay, now.CollectionRate?.Value - before.CollectionRate?.Value);
}
