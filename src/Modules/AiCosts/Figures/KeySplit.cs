namespace Billing.AiCosts;

/// <summary>Money as a report tells it, without the key that spent it; null: not told, as of what belongs to no model.</summary>
internal sealed record ReportedCost(DateOnly Day, string? Model, string? Workspace, Cost Cost);

/// <summary>What usage of a key would come to by the price book.</summary>
internal sealed record ComputedCost(DateOnly Day, string? Model, string? Workspace, string? Key, Cost Cost);

/// <summary>How it is known whose a part is.</summary>
internal enum SplitBasis
{
    /// <summary>By what the usage of each key would cost.</summary>
    ComputedWeight,

    /// <summary>Nobody knows: there was no usage with a price that day.</summary>
    None,
}

/// <summary>A part of reported money.</summary>
/// <param name="Key">Null where the usage has none, or nobody knows.</param>
internal sealed record KeyCost(ReportedCost Of, string? Key, Cost Cost, SplitBasis Basis);

/// <summary>
/// Money without a key, divided among the keys whose usage makes it plausible: by computed weight within the day, the model and the workspace, the remainder to the largest. What a report does not tell restricts nothing:
/// money of no model is divided by all usage of its day and workspace.
/// </summary>
internal static class KeySplit
{
    /// <returns>Parts that are together what was reported, to the last digit.</returns>
    public static IReadOnlyList<KeyCost> Of(IEnumerable<ReportedCost> reported, IEnumerable<ComputedCost> computed)
    {
        var byDay = computed.Where(one => one.Cost.Amount > 0).ToLookup(one => one.Day);
        return [.. reported.SelectMany(one => Parts(one, byDay[one.Day]))];
    }

    private static IEnumerable<KeyCost> Parts(ReportedCost reported, IEnumerable<ComputedCost> usage)
    {
        var keys = usage.Where(one => (reported.Model is null || one.Model == reported.Model) && one.Workspace == reported.Workspace)
            .GroupBy(one => one.Key).Select(same => (Key: same.Key, Weight: same.Sum(one => one.Cost.Amount))).OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        return Split.ByWeight(reported.Cost, [.. keys.Select(one => one.Weight)]) is { } parts
            ? keys.Zip(parts, (one, part) => new KeyCost(reported, one.Key, part, SplitBasis.ComputedWeight))
            : [new KeyCost(reported, null, reported.Cost, SplitBasis.None)];
    }
}
