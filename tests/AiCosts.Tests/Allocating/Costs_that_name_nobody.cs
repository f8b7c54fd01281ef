namespace Billing.AiCosts.Tests;

/// <summary>Reported money without a key or a person is divided by what the usage of each would cost, and by nothing else.</summary>
public class Costs_that_name_nobody
{
    private static readonly CostTarget Anna = new(TargetKind.Client, "anna"), Bert = new(TargetKind.Client, "bert");

    private static readonly AllocationRule[] Rules = [Rule("ada", Anna), Rule("bob", Bert)];

    private static AllocationRule Rule(string user, CostTarget target) => new(user, new CostMatch(User: user), [new CostShare(target, new Percentage(100))]);

    private static AllocatableCost Cost(string? user, decimal amount, bool isMoney, bool isReported, bool isComputed) =>
        new(null, "acme", Worth.Day("2026-10-12"), "gpt-5", null, null, user, Worth.Usd(amount), isMoney, isReported, isComputed, []);

    [Fact]
    public void are_not_divided_by_what_somebody_wrote_down_or_by_seats()
    {
        var bill = Cost(null, 10, isMoney: true, isReported: true, isComputed: false);
        var parts = AllocatedCosts.Of([bill, Cost("ada", 3, false, false, true), Cost("bob", 1, false, false, true), Cost("bob", 190, true, false, false), Cost(null, 96, true, false, false)], Rules).ToList();
        Assert.Equal([(Anna, 7.5m), (Bert, 2.5m)], parts.Where(part => part.Of == bill).Select(part => (part.Target, part.Cost.Amount)));
        Assert.Equal(296, parts.Sum(part => part.Cost.Amount));
    }
}
