namespace Billing.AiCosts;

/// <summary>Whom a cost is for.</summary>
internal enum TargetKind
{
    /// <summary>A client, who may be charged for it.</summary>
    Client,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A tag.</summary>
    Tag,
}

/// <summary>A client, a project or a tag, by its id or name.</summary>
internal sealed record CostTarget(TargetKind Kind, string Id);

/// <summary>A share of what a rule takes.</summary>
internal sealed record CostShare(CostTarget Target, Percentage Share);

/// <summary>Where a cost comes from, as far as its source tells; null: not told.</summary>
internal sealed record CostOrigin(string? Account = null, string? Key = null, string? Workspace = null, string? User = null, string? Model = null);

/// <summary>What a rule looks for; null: anything. A model may be a pattern with <c>*</c>.</summary>
internal sealed record CostMatch(string? Account = null, string? Key = null, string? Workspace = null, string? User = null, ModelPattern? Model = null)
{
    public bool Fits(CostOrigin origin) =>
        Same(Account, origin.Account) && Same(Key, origin.Key) && Same(Workspace, origin.Workspace) && Same(User, origin.User) && (Model is null || (origin.Model is { } model && Model.Covers(model)));

    private static bool Same(string? wanted, string? told) => wanted is null || wanted == told;
}

/// <summary>Costs that fit are for these targets, so much for each; what the shares leave stays unallocated.</summary>
internal sealed record AllocationRule(string Id, CostMatch Match, IReadOnlyList<CostShare> Shares)
{
    /// <returns>The same, or <c>rule-without-targets</c>, <c>target-twice</c>, <c>shares-above-all</c>.</returns>
    public Result<AllocationRule> Checked()
    {
        if (Shares.Count == 0 || Shares.All(share => share.Share.Value == 0)) return new Refusal("rule-without-targets", "A rule says whom the cost is for. Name at least one client, project or tag.");
        if (Shares.GroupBy(share => share.Target).Any(same => same.Count() > 1)) return new Refusal("target-twice", "A rule names each target once. Put its shares together.");
        var all = Shares.Sum(share => share.Share.Value);
        return all > 100 ? new Refusal("shares-above-all", $"The shares of a rule are {new Percentage(Math.Min(all, 1000))} together. Leave at most 100 %.").With("shares", all) : this;
    }
}

/// <summary>A part of a cost.</summary>
/// <param name="Target">Null: nobody's yet, which stays visible.</param>
/// <param name="Rule">The rule that said so.</param>
internal sealed record AllocatedCost(CostTarget? Target, Cost Cost, string? Rule);

/// <summary>Costs to whom they are for, by the first rule that fits.</summary>
internal static class Allocation
{
    /// <summary>The parts of a cost, together the whole of it.</summary>
    /// <param name="rules">In the order in which they are tried.</param>
    public static IReadOnlyList<AllocatedCost> Of(Cost cost, CostOrigin origin, IEnumerable<AllocationRule> rules)
    {
        if (rules.FirstOrDefault(rule => rule.Match.Fits(origin)) is not { } rule) return [new AllocatedCost(null, cost, null)];
        var left = 100 - rule.Shares.Sum(share => share.Share.Value);
        var parts = Split.ByWeight(cost, [.. rule.Shares.Select(share => share.Share.Value), left])!;
        var named = rule.Shares.Select((share, i) => new AllocatedCost(share.Target, parts[i], rule.Id));
        return left > 0 ? [.. named, new AllocatedCost(null, parts[^1], null)] : [.. named];
    }
}
