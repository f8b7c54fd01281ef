namespace Billing.AiCosts;

/// <summary>A record, or several that nothing tells apart, on the way to whom it is for.</summary>
/// <param name="Id">The record; null where several were added up.</param>
/// <param name="Account">Its id.</param>
/// <param name="IsMoney">Whether its cost counts; else it only says whose reported money may be.</param>
/// <param name="IsReported">Whether a provider tells the money without saying who spent it.</param>
/// <param name="IsSeats">Whether it is owed each month, whatever is used.</param>
/// <param name="IsComputed">Whether the price book made its cost of what was used; only that says whose reported money may be.</param>
internal sealed record AllocatableCost(Guid? Id, string Account, DateOnly Day, string? Model, string? Workspace, string? Key, string? User, Cost Cost, bool IsMoney, bool IsReported, bool IsComputed, IReadOnlyList<string> Tags, bool IsSeats = false);

/// <summary>How it is known whose a part is.</summary>
internal enum AllocationBasis
{
    /// <summary>The record itself says all that rules look for.</summary>
    Told,

    /// <summary>Money without a key or a person, divided by what the usage of each would cost.</summary>
    ComputedWeight,

    /// <summary>Money without a key or a person, and no usage with a price that day.</summary>
    Unknown,
}

/// <summary>A part of a cost, and whom it is for.</summary>
/// <param name="Target">Null: nobody's yet.</param>
/// <param name="Rule">Which rule said so.</param>
internal sealed record AllocatedPart(AllocatableCost Of, CostTarget? Target, Cost Cost, string? Rule, AllocationBasis Basis);

/// <summary>Costs by rules to whom they are for, and nothing of them lost.</summary>
internal static class AllocatedCosts
{
    private const char Between = '\n'; // in no key and in no name: both are one line

    /// <param name="costs">All records of the days, those too whose cost does not count.</param>
    /// <param name="rules">Of one kind, in the order in which they are tried.</param>
    /// <returns>Parts that are together what counts.</returns>
    public static IEnumerable<AllocatedPart> Of(IReadOnlyList<AllocatableCost> costs, IReadOnlyList<AllocationRule> rules)
    {
        var whose = rules.Any(rule => rule.Match.Key is not null || rule.Match.User is not null);
        var usage = costs.Where(cost => cost.IsComputed && cost.Cost.Amount > 0).ToLookup(cost => (cost.Account, cost.Day));
        return costs.Where(cost => cost.IsMoney).SelectMany(cost =>
            (whose && cost is { IsReported: true, Key: null, User: null } ? Divided(cost, usage[(cost.Account, cost.Day)]) : [(new CostOrigin(cost.Account, cost.Key, cost.Workspace, cost.User, cost.Model), cost.Cost, AllocationBasis.Told)])
            .SelectMany(part => Allocation.Of(part.Item2, part.Item1, rules).Select(one => new AllocatedPart(cost, one.Target, one.Cost, one.Rule, part.Item3))));
    }

    private static IEnumerable<(CostOrigin, Cost, AllocationBasis)> Divided(AllocatableCost cost, IEnumerable<AllocatableCost> usage)
    {
        var weights = usage.Select(one => new ComputedCost(one.Day, one.Model, one.Workspace, one.Key is null && one.User is null ? null : $"{one.Key}{Between}{one.User}", one.Cost));
        foreach (var part in KeySplit.Of([new ReportedCost(cost.Day, cost.Model, cost.Workspace, cost.Cost)], weights))
        {
            var who = part.Key?.Split(Between);
            static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
            yield return (new CostOrigin(cost.Account, Some(who?[0]), cost.Workspace, Some(who?[1]), cost.Model), part.Cost, part.Basis == SplitBasis.ComputedWeight ? AllocationBasis.ComputedWeight : AllocationBasis.Unknown);
        }
    }
}
