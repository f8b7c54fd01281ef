namespace Billing.AiCosts;

/// <summary>How loudly a budget speaks.</summary>
internal enum AlertLevel
{
    /// <summary>Somebody should know.</summary>
    Warning,

    /// <summary>Somebody should act.</summary>
    Critical,

    /// <summary>It is spent.</summary>
    Emergency,
}

/// <summary>So many hundredths of a budget, and how loudly it is said that they are spent.</summary>
internal sealed record BudgetThreshold(Percentage At, AlertLevel Level);

/// <summary>How much may be spent in a period, and at which shares of it somebody is told.</summary>
internal sealed record BudgetTerms
{
    private const int Most = 20;

    private BudgetTerms(Cost limit, IReadOnlyList<BudgetThreshold> thresholds) => (Limit, Thresholds) = (limit, thresholds);

    /// <summary>70 % warns, 90 % is critical, 100 % an emergency.</summary>
    public static IReadOnlyList<BudgetThreshold> Usual { get; } = [new(new Percentage(70), AlertLevel.Warning), new(new Percentage(90), AlertLevel.Critical), new(new Percentage(100), AlertLevel.Emergency)];

    public Cost Limit { get; }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<BudgetThreshold> Thresholds { get; }

    /// <param name="thresholds">Own ones; null: the usual ones.</param>
    /// <returns>The terms, or <c>budget-not-positive</c>, <c>thresholds-many</c>, <c>threshold-zero</c>, <c>threshold-twice</c>.</returns>
    public static Result<BudgetTerms> Of(Cost limit, IReadOnlyList<BudgetThreshold>? thresholds = null)
    {
        var asked = thresholds ?? Usual;
        if (limit.Amount <= 0) return No.NotPositive;
        if (asked.Count > Most) return No.Many;
        if (asked.Any(threshold => threshold.At.Value == 0)) return No.Zero;
        return asked.GroupBy(threshold => threshold.At).FirstOrDefault(same => same.Count() > 1) is { } twice ? No.Twice(twice.Key) : new BudgetTerms(limit, [.. asked.OrderBy(threshold => threshold.At)]);
    }

    private static class No
    {
        public static readonly Refusal NotPositive = new("budget-not-positive", "A budget is more than nothing.");
        public static readonly Refusal Many = new Refusal("thresholds-many", $"A budget has at most {Most} thresholds.").With("most", Most);
        public static readonly Refusal Zero = new("threshold-zero", "A threshold is more than 0 %; that nothing was spent yet is no news.");
        public static Refusal Twice(Percentage at) => new Refusal("threshold-twice", $"There are two thresholds at {at}. Take one of them out.").With("at", at.ToString());
    }
}

/// <summary>What somebody was told of a budget in a period; a new period begins with nothing told.</summary>
internal sealed record BudgetTold(Period Period, IReadOnlyList<ToldThreshold> Thresholds)
{
    public static BudgetTold Nothing(Period period) => new(period, []);
}

/// <summary>A threshold that was told, and whether spend fell below it again since.</summary>
internal sealed record ToldThreshold(Percentage At, bool Below);

/// <summary>What a look at a budget brings.</summary>
/// <param name="Crossed">To be told now, for the first time in this period.</param>
/// <param name="Uncrossed">Told before, and a late correction took it back: that is told too, and it is not told a second time when spend comes there again.</param>
/// <param name="Told">To be kept for the next look.</param>
internal sealed record BudgetLook(IReadOnlyList<BudgetThreshold> Crossed, IReadOnlyList<Percentage> Uncrossed, BudgetTold Told)
{
    /// <param name="told">At the look before; of another period it counts for nothing.</param>
    /// <param name="spent">In the period so far, all sources.</param>
    public static BudgetLook At(BudgetTerms terms, BudgetTold? told, Period period, Cost spent)
    {
        var before = told is not null && told.Period == period ? told : BudgetTold.Nothing(period);
        var reached = terms.Thresholds.Where(threshold => Reaches(spent, threshold.At, terms.Limit)).ToList();
        var crossed = reached.Where(threshold => before.Thresholds.All(one => one.At != threshold.At)).ToList();
        // Of a threshold that the budget does not have any more nothing is said.
        var below = before.Thresholds.Where(one => !one.Below && !Reaches(spent, one.At, terms.Limit) && terms.Thresholds.Any(threshold => threshold.At == one.At)).Select(one => one.At).ToList();
        return new BudgetLook(crossed, below, new BudgetTold(period,
            [.. before.Thresholds.Select(one => one with { Below = !Reaches(spent, one.At, terms.Limit) }), .. crossed.Select(threshold => new ToldThreshold(threshold.At, false))]));
    }

    public static bool Reaches(Cost spent, Percentage share, Cost limit) => spent >= Cost.Round(limit.Amount * share.Value / 100, limit.Currency);
}

/// <summary>The colour of a budget.</summary>
internal enum BudgetBadge
{
    /// <summary>Less than 80 % is spent.</summary>
    Ok,

    /// <summary>80 % or more.</summary>
    Warning,

    /// <summary>All of it.</summary>
    Critical,
}

/// <summary>How much of a budget is spent.</summary>
internal static class BudgetBadges
{
    public static BudgetBadge Of(Cost spent, Cost limit) =>
        BudgetLook.Reaches(spent, new Percentage(100), limit) ? BudgetBadge.Critical : BudgetLook.Reaches(spent, new Percentage(80), limit) ? BudgetBadge.Warning : BudgetBadge.Ok;
}
