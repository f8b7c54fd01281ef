namespace Billing.Support;

/// <summary>Which requests get the free hours of a month first.</summary>
internal enum FreeHoursOrder
{
    /// <summary>The earliest ones.</summary>
    Earliest,

    /// <summary>Those at the lowest rate.</summary>
    Cheapest,
}

/// <summary>A request whose hours are billed.</summary>
/// <param name="On">The day on which it was resolved.</param>
/// <param name="At">The time of that day.</param>
/// <param name="Rate">What an hour costs.</param>
internal sealed record BillableHours(Guid Id, DateOnly On, TimeOnly At, Urgency Urgency, Quantity Hours, UnitPrice Rate);

/// <summary>What a request costs once free hours are taken off.</summary>
/// <param name="Free">So many of its hours cost nothing.</param>
internal sealed record SharedHours(BillableHours Of, Quantity Free)
{
    public Money Gross(Currency currency) => Money.Round(Of.Hours.Value * Of.Rate.Value, currency);

    public Money Savings(Currency currency) => Money.Round(Free.Value * Of.Rate.Value, currency);

    public Money Net(Currency currency) => Gross(currency) - Savings(currency);
}

/// <summary>Shares the free hours of a month among its requests: each in turn gets what is left, up to its hours, so that a part of one may be free.</summary>
internal static class FreeHours
{
    /// <param name="free">Hours that are left of the month's.</param>
    /// <returns>In the order in which they were given.</returns>
    public static IReadOnlyList<SharedHours> Share(IEnumerable<BillableHours> requests, Quantity free, FreeHoursOrder order)
    {
        var left = Math.Max(0, free.Value);
        var shared = new List<SharedHours>();
        foreach (var request in InOrder(requests, order))
        {
            var taken = Math.Min(left, request.Hours.Value);
            left -= taken;
            shared.Add(new SharedHours(request, new Quantity(taken)));
        }
        return shared;
    }

    private static IEnumerable<BillableHours> InOrder(IEnumerable<BillableHours> requests, FreeHoursOrder order) =>
        requests.OrderBy(one => order == FreeHoursOrder.Cheapest ? one.Rate.Value : 0).ThenBy(one => one.On).ThenBy(one => one.At).ThenBy(one => one.Id);
}
