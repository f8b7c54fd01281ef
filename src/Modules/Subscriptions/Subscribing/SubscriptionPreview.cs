namespace Billing.Subscriptions;

/// <summary>What a change would bill, decided as the change itself and not written.</summary>
/// <param name="Lines">What would be billed at once: credits and charges.</param>
/// <param name="Due">What they come to; below nothing for a credit, which the next invoice takes along.</param>
/// <param name="HoldsFrom">From which day the change would hold; null where nothing would change.</param>
/// <param name="NextInvoiceOn">The day of the next invoice; null when there is none.</param>
/// <param name="NextLines">What it would bill, as things are now.</param>
/// <param name="NextTotal">What they come to.</param>
/// <param name="GivenBack">What would come off invoices that were written, and be refunded as far as they were paid.</param>
/// <param name="BackTotal">What that comes to, below nothing.</param>
internal sealed record SubscriptionPreview(
    IReadOnlyList<SubscriptionLine> Lines, Money Due, DateOnly? HoldsFrom, DateOnly? NextInvoiceOn, IReadOnlyList<SubscriptionLine> NextLines, Money NextTotal, IReadOnlyList<SubscriptionLine> GivenBack, Money BackTotal)
{
    public static SubscriptionPreview Of(Subscription before, IReadOnlyList<SubscriptionEvent> happened, SubscriptionGround ground)
    {
        var after = happened.Aggregate(before, (so, one) => so.Apply(one));
        List<SubscriptionLine> lines = [.. after.Bills.Skip(before.Bills.Count).SelectMany(bill => bill.Lines)];
        List<SubscriptionLine> next = [];
        DateOnly? on = null;
        if (after.DueAt is { } due)
        {
            var renewed = Renewal.Next(after, ground, due).Aggregate(after, (so, one) => so.Apply(one));
            next = [.. renewed.Bills.Skip(after.Bills.Count).SelectMany(bill => bill.Lines)];
            on = next.Count > 0 ? after.NextFrom : null;
        }
        var holds = happened.OfType<SubscriptionSwitched>().LastOrDefault()?.From.Day ?? (after.Next != before.Next || after.Ends != before.Ends || after.Coupons.Count != before.Coupons.Count ? after.NextFrom : null);
        IReadOnlyList<SubscriptionLine> back = before.CanceledAt is null ? after.GivenBack : [];
        return new SubscriptionPreview(lines, Sum(lines, after.Currency), holds, on, next, Sum(next, after.Currency), back, Sum(back, after.Currency));
    }

    private static Money Sum(IEnumerable<SubscriptionLine> lines, Currency currency) => lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Amount);
}
