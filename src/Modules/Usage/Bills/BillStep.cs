namespace Billing.Usage;

/// <summary>What there is to bill of a period: what it comes to by everything known now, beside what was billed of it.</summary>
/// <param name="Bill">As it stands.</param>
/// <param name="Uses">What was used; null when only what waits is decided on.</param>
/// <param name="Coupons">Those that take something off the period, in order.</param>
/// <param name="Wallets">The client's, as what pays.</param>
/// <param name="SinceEnd">How long ago the period ended.</param>
internal sealed record PeriodGround(PlanPricing Pricing, UsageBill Bill, IReadOnlyList<PeriodUse>? Uses, IReadOnlyList<BillCoupon> Coupons, IReadOnlyList<PrepaidCredit> Wallets, TimeSpan SinceEnd, DateOnly Today);

/// <summary>One step of the bill of a period.</summary>
/// <param name="Lines">Those that are new or changed, in the order of the invoice.</param>
/// <param name="Held">What waits for somebody, because the meter says so.</param>
/// <param name="Pays">What wallets pay, or are given back.</param>
/// <param name="Priced">All lines with how they came about.</param>
internal sealed record BillStep(IReadOnlyList<BillLine> Lines, IReadOnlyList<HeldLine> Held, IReadOnlyList<WalletPays> Pays, IReadOnlyList<PricedLine> Priced)
{
    /// <summary>What it charges in all.</summary>
    public Money Amount(Currency currency) => Lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Amount);

    /// <summary>The next step.</summary>
    /// <param name="accepted">Whether what waits is billed.</param>
    public static Result<BillStep> Of(PeriodGround ground, bool accepted = false)
    {
        var (bill, currency) = (ground.Bill, ground.Pricing.Currency);
        var (charges, held) = (new List<PricedLine>(), new List<HeldLine>());
        if (ground.Uses is null)
        {
            var waits = bill.Held.Select(one => one.Line).ToDictionary(line => line.Key, StringComparer.Ordinal);
            charges.AddRange(bill.Lines.Values.Where(line => line.Kind == BillLineKind.Charge && !waits.ContainsKey(line.Key)).Concat(waits.Values).Select(line => new PricedLine(line, [])));
        }
        else
        {
            if (!ground.Pricing.Charges(ground.Uses).TryGet(out var priced, out var refused)) return refused;
            foreach (var (use, line) in ground.Uses.Zip(priced)) Late(ground, use, line, charges, held);
        }
        if (!ground.Pricing.Around([.. charges.Select(one => one.Line)], ground.Coupons).TryGet(out var around, out var no)) return no;
        List<PricedLine> all = [.. charges, .. around];
        var lines = all.Select(one => one.Line with { Amount = one.Line.Whole - bill.Whole(one.Line.Key, currency) }).ToList();
        var pays = BillCredit.Of(ground, lines);
        foreach (var wallet in pays.GroupBy(one => one.Wallet))
        {
            var (key, paid) = ($"credit/{wallet.Key}", wallet.Aggregate(Money.Zero(currency), (sum, one) => sum + one.Amount));
            lines.Add(new BillLine(key, BillLineKind.Credit, ground.Pricing.Terms.Name, null, null, null, bill.Whole(key, currency) - paid, -paid));
        }
        return new BillStep([.. lines.Where(line => bill.Steps == 0 || !line.Amount.IsZero)], accepted ? [] : held, pays, all);
    }

    /// <summary>What becomes of a line whose period was billed: it is billed as it is now, stays as it was, or waits.</summary>
    private static void Late(PeriodGround ground, PeriodUse use, PricedLine priced, List<PricedLine> charges, List<HeldLine> held)
    {
        var (bill, currency) = (ground.Bill, ground.Pricing.Currency);
        var line = bill.Refused.TryGetValue(use.Key, out var refused) ? priced.Line with { Whole = priced.Line.Whole - refused } : priced.Line;
        var before = bill.Whole(use.Key, currency);
        var frozen = use.Late.Then == LatePolicy.Freeze && ground.SinceEnd >= TimeSpan.FromHours(use.Late.AfterHours);
        if (bill.Steps == 0 || line.Whole == before || !(frozen || use.Late.Then == LatePolicy.Hold))
        {
            charges.Add(priced with { Line = line });
            return;
        }
        if (!frozen) held.Add(new HeldLine(line with { Amount = line.Whole - before }, use.Charge.Code));
        if (bill.Lines.TryGetValue(use.Key, out var billed)) charges.Add(new PricedLine(billed, []));
    }
}
