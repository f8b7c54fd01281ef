namespace Billing.Usage;

/// <summary>A range of quantities with prices of its own; it begins where the one before ends.</summary>
/// <param name="UpTo">The last quantity that belongs to it; null for the last tier, which has no end.</param>
/// <param name="Unit">For one, or in hundredths where the price is a percentage.</param>
/// <param name="Flat">Due once when the tier is touched.</param>
internal sealed record Tier(Exact? UpTo, Exact Unit, Exact Flat)
{
    /// <summary>Whether a quantity is still within it, or before it.</summary>
    public bool Holds(Exact quantity) => UpTo is not { } end || quantity <= end;

    /// <summary>For people: "Tier 2, over 10 up to 20".</summary>
    public static string Label(int number, Exact from, Exact? upTo) => $"Tier {number}, " + (upTo is { } end ? from.IsZero ? $"up to {end}" : $"over {from} up to {end}" : from.IsZero ? "any quantity" : $"over {from}");

    /// <summary>Tiers in order, without gap, the last without end. Their prices stand in <paramref name="unit"/>.</summary>
    public static IReadOnlyList<Tier> Read(TermsReading terms, string unit)
    {
        var tiers = terms.Each("tiers").Select(tier =>
        {
            if (!tier.Has(unit) && !tier.Has("flat")) tier.Wrong(unit, $"A tier has a {unit}, a flat fee, or both.");
            return new Tier(tier.Bound("upTo"), tier.NumberOr(unit, 0), tier.NumberOr("flat", 0));
        }).ToList();
        for (var i = 0; i < tiers.Count; i++)
        {
            var last = i == tiers.Count - 1;
            if (last && tiers[i].UpTo is not null) terms.Wrong($"tiers/{i}/upTo", "The last tier has no end: its upTo is null.");
            else if (!last && tiers[i].UpTo is null) terms.Wrong($"tiers/{i}/upTo", "Only the last tier has no end; the others say where they end.");
            else if (!last && tiers[i].UpTo <= (i == 0 ? 0 : tiers[i - 1].UpTo)) terms.Wrong($"tiers/{i}/upTo", "Tiers are in order: each ends later than the one before, the first after 0.");
        }
        return tiers;
    }

    /// <summary>Each tier's part of a quantity; the first tier is touched by nothing, too.</summary>
    public static IReadOnlyList<Part> Graduate(IReadOnlyList<Tier> tiers, Exact quantity, Func<Exact, Exact, Exact> times)
    {
        var (parts, from) = (new List<Part>(), Exact.Zero);
        foreach (var (index, tier) in tiers.Index())
        {
            if (index > 0 && quantity <= from) break;
            var within = (tier.Holds(quantity) ? quantity : tier.UpTo!.Value) - from;
            parts.Add(new Part(PartKind.Tier, Label(index + 1, from, tier.UpTo), times(within, tier.Unit) + tier.Flat, index + 1, within, tier.Unit, tier.Flat));
            from = tier.UpTo ?? from;
        }
        return parts;
    }
}
