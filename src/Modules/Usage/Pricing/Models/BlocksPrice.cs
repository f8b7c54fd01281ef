namespace Billing.Usage;

/// <summary>
/// Units are sold in blocks, a block that was begun is paid whole; tiers say how large blocks are, how many there are, and what one costs.
/// All tiers: they fill one after the other. 100-unit blocks up to 10 at 1, then 1,000-unit blocks at 1 (Kill Bill, TestContiguousIntervalConsumableInArrear):
/// 5,325 are 10 + 5 = 15. Top tier: the tier reached prices all units. 100-unit blocks up to 10 at 10, then at 1: 2,000 are 20 blocks at 1 = 20.
/// Beyond the last tier's blocks the last tier goes on, so that nothing is used for nothing.
/// </summary>
internal sealed record BlocksPrice(BlockPolicy Policy, IReadOnlyList<BlockUnit> Units) : Price
{
    public override Measure Measure => Units[0].Name is null ? Measure.Quantity : Measure.Units;

    public override IReadOnlyList<Part> Rate(Used used) => [.. Units.SelectMany(unit => Rate(unit, unit.Name is null ? used.Quantity : used.Units.GetValueOrDefault(unit.Name)))];

    private List<Part> Rate(BlockUnit unit, Exact quantity)
    {
        var (parts, rest) = (new List<Part>(), quantity);
        foreach (var (index, tier) in unit.Tiers.Index())
        {
            var (blocks, last) = (rest.PiecesOf(tier.BlockSize), index == unit.Tiers.Count - 1);
            var reached = last || tier.MaxBlocks is not { } most || blocks <= most;
            if (Policy == BlockPolicy.AllTiers && (blocks.IsPositive || index == 0)) parts.Add(Blocks(unit, index, reached ? blocks : tier.MaxBlocks!.Value));
            if (reached) return Policy == BlockPolicy.AllTiers ? parts : [Blocks(unit, index, quantity.PiecesOf(tier.BlockSize))];
            rest -= tier.MaxBlocks!.Value * tier.BlockSize;
        }
        return parts;
    }

    private static Part Blocks(BlockUnit unit, int index, Exact blocks) => new(
        PartKind.Tier, (unit.Name is null ? "" : unit.Name + ", ") + $"tier {index + 1}: {blocks} × block of {unit.Tiers[index].BlockSize}", blocks * unit.Tiers[index].PricePerBlock, index + 1, blocks, unit.Tiers[index].PricePerBlock);

    internal static BlocksPrice Read(TermsReading terms)
    {
        var policy = terms.Word("policy", "all-tiers", "top-tier") == "top-tier" ? BlockPolicy.TopTier : BlockPolicy.AllTiers;
        var units = terms.Has("units") ? terms.Each("units").Select(unit => new BlockUnit(unit.Text("unit"), Tiers(unit))).ToList() : [new BlockUnit(null, Tiers(terms))];
        if (units.GroupBy(unit => unit.Name).Any(same => same.Count() > 1)) terms.Wrong("units", "Each unit has its tiers once.");
        return new BlocksPrice(policy, units);
    }

    private static List<BlockTier> Tiers(TermsReading terms)
    {
        var tiers = terms.Each("tiers").Select(tier => new BlockTier(tier.Size("blockSize"), tier.SizeOrNull("maxBlocks"), tier.Number("pricePerBlock"))).ToList();
        for (var i = 0; i < tiers.Count - 1; i++)
            if (tiers[i].MaxBlocks is null) terms.Wrong($"tiers/{i}/maxBlocks", "Only the last tier has blocks without end; the others say how many there are.");
        return tiers;
    }
}

/// <summary>Whether tiers fill one after the other, or the one reached prices everything.</summary>
internal enum BlockPolicy
{
    /// <summary>One after the other.</summary>
    AllTiers,

    /// <summary>The tier reached prices all units.</summary>
    TopTier,
}

/// <summary>What is sold in blocks.</summary>
/// <param name="Name">Null where a price knows only one.</param>
internal sealed record BlockUnit(string? Name, IReadOnlyList<BlockTier> Tiers);

/// <summary>Blocks of one size at one price.</summary>
/// <param name="MaxBlocks">Null: without end.</param>
internal sealed record BlockTier(Exact BlockSize, Exact? MaxBlocks, Exact PricePerBlock);
