namespace Billing.Usage;

/// <summary>What was used of a charge of a plan in a period.</summary>
/// <param name="Group">The value of the property that the charge has lines by.</param>
/// <param name="Late">What is done with usage that comes in after the period was billed.</param>
internal sealed record PeriodUse(PlanCharge Charge, string? Group, Used Used, LateUsage Late)
{
    /// <summary>The key of its line.</summary>
    public string Key => Group is null ? $"charge/{Charge.Code}" : $"charge/{Charge.Code}/{Group}";
}

/// <summary>A line and how it came about.</summary>
/// <param name="Parts">They add up to it; empty where a line is its own explanation.</param>
internal sealed record PricedLine(BillLine Line, IReadOnlyList<Part> Parts);

/// <summary>A coupon that takes something off a period.</summary>
internal sealed record BillCoupon(CouponId Id, string Name, CouponValue Value)
{
    /// <summary>The key of its line.</summary>
    public string Key => $"coupon/{Id}";
}

/// <summary>What a period comes to by a plan: each charge by its price and bounds, then of their sum coupons, overage, cap and true-up. Credit is no price and not in it.</summary>
/// <param name="Terms">Those of the period.</param>
/// <param name="Currency">The plan's.</param>
/// <param name="Covered">The days of the period in which the subject has the plan: fees, bounds and commitment follow them, tiers and prices do not.</param>
internal sealed record PlanPricing(PlanTerms Terms, Currency Currency, Period Period, Period Covered)
{
    private (Exact, Exact)? Days => Covered == Period ? null : (Exact.Of(Covered.Days), Exact.Of(Period.Days));

    /// <summary>The lines of the charges.</summary>
    public Result<IReadOnlyList<PricedLine>> Charges(IEnumerable<PeriodUse> uses)
    {
        var lines = new List<PricedLine>();
        foreach (var use in uses)
        {
            var bounds = Bounds.None with { Minimum = use.Charge.Minimum, Maximum = use.Charge.Maximum, Days = Days };
            var price = PriceReading.Read(use.Charge.Price, "", [])!;
            if (price is FlatPrice flat) price = new FlatPrice(bounds.Prorated(flat.Fee, Currency));
            // Tiers begin at nothing: what was corrected to less than that costs what nothing costs.
            var used = price is not (PerUnitPrice or DynamicPrice) && use.Used.Quantity.IsNegative ? use.Used with { Quantity = 0 } : use.Used;
            if (!PricedUsage.Of(PricingTask.Of(Currency, price, used) with { Bounds = bounds }).TryGet(out var priced, out var refused)) return refused;
            lines.Add(new PricedLine(new BillLine(use.Key, BillLineKind.Charge, use.Charge.Name, use.Charge.Meter, use.Group, use.Charge.Meter is null ? null : Quantity(used), priced.Amount, priced.Amount), priced.Parts));
        }
        return lines;
    }

    /// <summary>What is taken off or added to the sum of the charges.</summary>
    public Result<IReadOnlyList<PricedLine>> Around(IReadOnlyList<BillLine> charges, IReadOnlyList<BillCoupon> coupons)
    {
        var bounds = new Bounds(Terms.Minimum, Terms.Maximum, Terms.Commitment?.Amount, Terms.Commitment is { } promise && Exact.TryRead(promise.OverageFactor, out var factor) ? factor : 1, Days);
        var fees = new FeesPrice([.. charges.Select(line => new Part(PartKind.Fee, line.Name, line.Whole))]);
        if (!PricedUsage.Of(PricingTask.Of(Currency, fees, Used.Nothing) with { Coupons = [.. coupons.Select(coupon => coupon.Value)], Bounds = bounds }).TryGet(out var priced, out var refused)) return refused;
        var lines = new List<PricedLine>();
        foreach (var (index, coupon) in coupons.Index()) lines.Add(Line(coupon.Key, BillLineKind.Coupon, coupon.Name, priced.Parts.Where(part => part.Kind == PartKind.Coupon && part.Number == index + 1)));
        lines.Add(Line("overage", BillLineKind.Overage, Terms.Name, priced.Parts.Where(part => part.Kind == PartKind.Overage)));
        lines.Add(Line("cap", BillLineKind.Cap, Terms.Name, priced.Parts.Where(part => part.Kind == PartKind.Cap)));
        lines.Add(Line("true-up", BillLineKind.TrueUp, Terms.Name, priced.Parts.Where(part => part.Kind == PartKind.TrueUp)));
        return Rounded(lines);
    }

    // Each line is rounded with those before it, so that lines add up to what all of them are together.
    private List<PricedLine> Rounded(List<PricedLine> lines)
    {
        var (exact, sum) = (Exact.Zero, Money.Zero(Currency));
        var rounded = new List<PricedLine>();
        foreach (var line in lines)
        {
            exact += Exact.Sum(line.Parts.Select(part => part.Amount));
            var amount = exact.ToMoney(Currency).Value - sum;
            sum += amount;
            rounded.Add(line with { Line = line.Line with { Whole = amount, Amount = amount } });
        }
        return rounded;
    }

    private PricedLine Line(string key, BillLineKind kind, string name, IEnumerable<Part> parts) => new(new BillLine(key, kind, name, null, null, null, Money.Zero(Currency), Money.Zero(Currency)), [.. parts]);

    private static string Quantity(Used used) => (used.Units.Count > 0 ? Exact.Sum(used.Units.Values) : used.Quantity).ToString();
}
