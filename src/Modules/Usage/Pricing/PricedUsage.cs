namespace Billing.Usage;

/// <summary>A line that a price makes of usage: what it comes to and how, in this order: price, coupons, bounds, rounding, tax, prepaid credit.</summary>
/// <param name="Parts">They add up to the amount, rounding included.</param>
/// <param name="Gross">What the price alone says.</param>
/// <param name="Exactly">The line before it is rounded.</param>
/// <param name="Amount">The line, rounded once.</param>
/// <param name="Tax">On the unrounded line, rounded once for each rate.</param>
/// <param name="CreditUses">What prepaid credit pays of both.</param>
internal sealed record PricedUsage(IReadOnlyList<Part> Parts, Exact Gross, Exact Exactly, Money Amount, Money Tax, IReadOnlyList<CreditUse> CreditUses)
{
    /// <summary>Line and tax.</summary>
    public Money Total => Amount + Tax;

    /// <summary>What is left to pay.</summary>
    public Money Due => CreditUses.Aggregate(Total, (due, use) => due - use.Amount);

    /// <summary>All parts of a kind together.</summary>
    public Exact Of(PartKind kind) => Exact.Sum(Parts.Where(part => part.Kind == kind).Select(part => part.Amount));

    /// <summary>Prices a line.</summary>
    public static Result<PricedUsage> Of(PricingTask task)
    {
        List<Part> parts = [.. task.Price.Rate(task.IsFirst ? task.Used : task.UsedBefore!.Then(task.Used))];
        if (!task.IsFirst && task.Price.Amount(task.UsedBefore!) is { IsZero: false } before) parts.Add(new Part(PartKind.BilledBefore, "Priced by lines before", -before));
        var fees = parts.ToList();
        var gross = Sum(parts);
        if (!task.AlreadyBilled.IsZero) parts.Add(new Part(PartKind.BilledBefore, "Already billed", -task.AlreadyBilled));
        foreach (var (index, coupon) in task.Coupons.Index())
            if (coupon.Off(Sum(parts)) is { IsZero: false } off) parts.Add(new Part(PartKind.Coupon, $"Coupon of {coupon}", -off, index + 1));
        parts.AddRange(task.Bounds.Of(Sum(parts), task.PreviouslyBilled, task.Currency));

        var exactly = Sum(parts);
        if (!exactly.ToMoney(task.Currency).TryGet(out var amount, out var refusal)) return refusal;
        if ((Exact)amount - exactly is { IsZero: false } rounding) parts.Add(new Part(PartKind.Rounding, $"Rounded to {task.Currency}", rounding));
        if (!Taxed(fees, gross, exactly, task).TryGet(out var tax, out refusal)) return refusal;
        return new PricedUsage(parts, gross, exactly, amount, tax, PrepaidCredit.Spend(task.Credits, amount + tax, task.What, task.On));
    }

    // What coupons and bounds took off or added is spread over the fees as they stand to each other.
    private static Result<Money> Taxed(IReadOnlyList<Part> fees, Exact gross, Exact exactly, PricingTask task)
    {
        var tax = Money.Zero(task.Currency);
        foreach (var same in fees.GroupBy(fee => fee.TaxRate ?? task.TaxRate))
        {
            var share = Sum(same);
            var taxed = share == gross ? exactly : gross.IsZero ? 0 : exactly * share / gross;
            if (!taxed.Percent(same.Key).ToMoney(task.Currency).TryGet(out var one, out var refusal)) return refusal;
            tax += one;
        }
        return tax;
    }

    private static Exact Sum(IEnumerable<Part> parts) => Exact.Sum(parts.Select(part => part.Amount));
}

/// <summary>What is to be priced: values only.</summary>
/// <param name="UsedBefore">By lines of the same period; null when this is not one of several.</param>
/// <param name="PreviouslyBilled">What those lines asked for.</param>
/// <param name="AlreadyBilled">What was billed for this very usage; only the difference is asked for.</param>
/// <param name="TaxRate">In hundredths, for whatever has no rate of its own.</param>
/// <param name="What">The meter or kind of charge; says which credit may pay.</param>
/// <param name="On">The day on which credit is used.</param>
internal sealed record PricingTask(
    Currency Currency, Price Price, Used Used, Used? UsedBefore, Exact PreviouslyBilled, Exact AlreadyBilled, IReadOnlyList<CouponValue> Coupons, Bounds Bounds, Exact TaxRate, IReadOnlyList<PrepaidCredit> Credits, string? What, DateOnly On)
{
    /// <summary>Before the first line of a period nothing was priced, not even the fee that is due for nothing: it bears what a quantity of zero owes.</summary>
    public bool IsFirst => UsedBefore is null || (UsedBefore.Quantity.IsZero && UsedBefore.Events.Count == 0 && UsedBefore.Units.Values.All(used => used.IsZero) && PreviouslyBilled.IsZero);

    public static PricingTask Of(Currency currency, Price price, Used used) => new(currency, price, used, null, 0, 0, [], Bounds.None, 0, [], null, DateOnly.MinValue);
}
