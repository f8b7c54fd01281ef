namespace Billing.Usage;

/// <summary>
/// The period's peaks pick a tier: the highest that any unit reaches sets one price. FOO up to 10, 50, 75 and BAR up to 100, 500, 750 at 1, 10, 100
/// (Kill Bill, TestContiguousIntervalCapacityInArrear): peaks of 60 and 200 reach the third tier by FOO: 100. Beyond the last limits the last price holds.
/// </summary>
internal sealed record CapacityPrice(IReadOnlyList<CapacityTier> Tiers) : Price
{
    public override Measure Measure => Measure.Units;

    public override IReadOnlyList<Part> Rate(Used used)
    {
        var reached = Math.Min(Tiers.TakeWhile(tier => used.Units.Any(peak => tier.Limits.TryGetValue(peak.Key, out var limit) && peak.Value > limit)).Count(), Tiers.Count - 1);
        return [new(PartKind.Tier, $"Capacity, tier {reached + 1}", Tiers[reached].Price, reached + 1, Flat: Tiers[reached].Price)];
    }

    internal static CapacityPrice Read(TermsReading terms)
    {
        var tiers = terms.Each("tiers").Select(tier => new CapacityTier(tier.Number("price"), tier.Numbers("limits"))).ToList();
        for (var i = 1; i < tiers.Count; i++)
            foreach (var (unit, limit) in tiers[i - 1].Limits)
                if (tiers[i].Limits.TryGetValue(unit, out var next) && next <= limit) terms.Wrong($"tiers/{i}/limits", $"Tiers are in order: each allows more than the one before, of {PlainText.Quote(unit)}, too.");
        return new CapacityPrice(tiers);
    }
}

/// <summary>A price, and how much of each unit it allows at most; of a unit it does not name, any.</summary>
internal sealed record CapacityTier(Exact Price, IReadOnlyDictionary<string, Exact> Limits);
