namespace Billing.Subscriptions;

/// <summary>
/// What coupons take off, as lines: one after the other, each of what those before left, and each over tax categories as what is due stands in them.
/// </summary>
internal static class CouponLines
{
    /// <summary>Off a period that is billed now, by the coupons that hold for it.</summary>
    /// <param name="lines">What is billed.</param>
    /// <param name="days">Of the period.</param>
    public static IEnumerable<SubscriptionLine> OffPeriod(Subscription subscription, SubscriptionGround ground, IReadOnlyList<SubscriptionLine> lines, Period days)
    {
        var due = Due(lines);
        foreach (var coupon in subscription.Coupons.Where(coupon => coupon.Holds && !ground.Withdrawn.Contains(coupon.Code)))
            foreach (var line in Take(coupon, coupon.From(Sum(due, subscription.Currency)), due, days)) yield return line;
    }

    /// <summary>
    /// Off what is billed or credited within the period, by the coupons that took something off it: a share of those lines; of a fixed amount, nothing more.
    /// What was paid less for is credited less.
    /// </summary>
    /// <param name="lines">What was used alone, or what is given back alone where a part of the period is: usage on the same invoice makes nobody's coupon less.</param>
    /// <param name="days">Of the coupons' lines.</param>
    /// <param name="unused">Which part of the period is given back, so that fixed amounts are, too; null for none.</param>
    public static IEnumerable<SubscriptionLine> Within(Subscription subscription, IReadOnlyList<SubscriptionLine> lines, Period days, Share? unused = null)
    {
        var due = Due(lines);
        foreach (var (coupon, off) in subscription.Discounts)
        {
            var all = Sum(due, subscription.Currency);
            if (coupon.Share is { } share)
            {
                var taken = all.IsNegative ? -share.Of(-all) : share.Of(all);
                foreach (var line in Take(coupon, taken, due, days)) yield return line;
            }
            else if (unused is { } part && all.IsNegative)
            {
                var back = part.From(off) is var some && some < -all ? some : -all;
                foreach (var line in Take(coupon, -back, due, days)) yield return line;
            }
        }
    }

    private static SortedDictionary<string, Money> Due(IReadOnlyList<SubscriptionLine> lines)
    {
        var due = new SortedDictionary<string, Money>(StringComparer.Ordinal);
        foreach (var line in lines) due[line.TaxCategory ?? ""] = due.TryGetValue(line.TaxCategory ?? "", out var before) ? before + line.Amount : line.Amount;
        return due;
    }

    // Spread over the categories from the first on, so that the parts add up to what is taken.
    private static List<SubscriptionLine> Take(SubscriptionCoupon coupon, Money off, SortedDictionary<string, Money> due, Period days)
    {
        var (lines, all, seen, taken) = (new List<SubscriptionLine>(), Sum(due, off.Currency), Money.Zero(off.Currency), Money.Zero(off.Currency));
        if (all.IsZero || off.IsZero) return lines;
        foreach (var (category, amount) in due.ToList())
        {
            seen += amount;
            var part = Money.Round(off.Amount * seen.Amount / all.Amount, off.Currency) - taken;
            taken += part;
            due[category] = amount - part;
            if (!part.IsZero) lines.Add(new SubscriptionLine(coupon.Component, coupon.Name, Quantity.One, new UnitPrice(-part.Amount), -part, days, category.Length == 0 ? null : category));
        }
        return lines;
    }

    private static Money Sum(SortedDictionary<string, Money> due, Currency currency) => due.Values.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
