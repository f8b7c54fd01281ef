using FsCheck;
using FsCheck.Fluent;

namespace Billing.AiCosts.Tests;

/// <summary>Whose a cost is, to the last cent.</summary>
public class Allocating_a_cost
{
    private static readonly CostTarget Anna = new(TargetKind.Client, "anna"), Bert = new(TargetKind.Client, "bert"), Blue = new(TargetKind.Tag, "blue");

    private static readonly Arbitrary<(decimal Amount, List<decimal> Weights, int Decimals)> Splits = (
        from units in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from decimals in Gen.Elements(0, 2, 12)
        from weights in Gen.Frequency((3, Gen.Choose(0, 1_000_000).Select(weight => weight / 1_000m)), (1, Gen.Choose(0, 3).Select(weight => weight / 1_000_000_000_000m)), (1, Gen.Constant(0m))).NonEmptyListOf()
        select (units / (decimals == 12 ? 1_000_000m : 100m), weights.ToList(), decimals)).ToArbitrary();

    [Fact]
    public void by_weight_never_loses_a_cent() => Prop.ForAll(Splits, split => Split.ByWeight(Worth.Usd(split.Amount), split.Weights, split.Decimals) is { } parts
        ? parts.Sum(part => part.Amount) == split.Amount && parts.Count == split.Weights.Count : split.Weights.Sum() == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void by_weight_gives_each_less_than_a_unit_too_little_and_nobody_without_weight_anything() => Prop.ForAll(Splits, split =>
    {
        if (Split.ByWeight(Worth.Usd(split.Amount), split.Weights, split.Decimals) is not { } parts) return true;
        var (unit, largest) = (split.Decimals == 12 ? 0.000000000001m : split.Decimals == 2 ? 0.01m : 1m, split.Weights.IndexOf(split.Weights.Max()));
        return parts.Index().All(part => part.Index == largest || (Math.Abs(split.Amount * split.Weights[part.Index] / split.Weights.Sum()) - Math.Abs(part.Item.Amount) is var less && less > -0.0000000000001m && less < unit + 0.0000000000001m && (split.Weights[part.Index] != 0 || part.Item.IsZero)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void by_weight_gives_what_remains_to_the_largest()
    {
        Assert.Equal([Worth.Usd(3.33m), Worth.Usd(3.34m), Worth.Usd(3.33m)], Split.ByWeight(Worth.Usd(10), [1, 1.0001m, 1], 2));
        Assert.Equal([Worth.Usd(2), Worth.Usd(1)], Split.ByWeight(Worth.Usd(3), [2, 1], 2));
        Assert.Equal([Worth.Usd(-0.04m), Worth.Usd(-0.03m), Worth.Usd(-0.03m)], Split.ByWeight(Worth.Usd(-0.1m), [1, 1, 1], 2));
        Assert.Null(Split.ByWeight(Worth.Usd(10), [0, 0]));
        Assert.Null(Split.ByWeight(Worth.Usd(10), []));
    }

    [Fact]
    public void goes_by_the_first_rule_that_fits_and_shows_what_is_nobodys()
    {
        AllocationRule[] rules = [Rule("key", new CostMatch(Key: "k1"), (Anna, 100)), Rule("models", new CostMatch(Model: ModelPattern.Read("gpt-*").Value), (Bert, 50), (Blue, 30)), Rule("all", new CostMatch(Account: "acme", User: "u"), (Blue, 100))];
        Assert.Equal([new AllocatedCost(Anna, Worth.Usd(9), "key")], Allocation.Of(Worth.Usd(9), new CostOrigin("acme", "k1", Model: "gpt-5", User: "u"), rules));
        Assert.Equal([new AllocatedCost(Bert, Worth.Usd(4.5m), "models"), new AllocatedCost(Blue, Worth.Usd(2.7m), "models"), new AllocatedCost(null, Worth.Usd(1.8m), null)], Allocation.Of(Worth.Usd(9), new CostOrigin("acme", "k2", Model: "gpt-5"), rules));
        Assert.Equal([new AllocatedCost(null, Worth.Usd(9), null)], Allocation.Of(Worth.Usd(9), new CostOrigin("acme", Model: "claude"), rules));
        Assert.Equal([new AllocatedCost(null, Worth.Usd(9), null)], Allocation.Of(Worth.Usd(9), new CostOrigin("acme"), rules));
    }

    [Fact]
    public void by_a_rule_that_makes_no_sense_is_refused()
    {
        Assert.Equal("rule-without-targets", Rule("r", new CostMatch()).Checked().Refusal?.Code);
        Assert.Equal("rule-without-targets", Rule("r", new CostMatch(), (Anna, 0)).Checked().Refusal?.Code);
        Assert.Equal("target-twice", Rule("r", new CostMatch(), (Anna, 20), (Anna, 30)).Checked().Refusal?.Code);
        Assert.Equal("shares-above-all", Rule("r", new CostMatch(), (Anna, 60), (Bert, 41)).Checked().Refusal?.Code);
        Assert.Null(Rule("r", new CostMatch(), (Anna, 60), (Bert, 40)).Checked().Refusal);
    }

    [Fact]
    public void without_a_key_is_divided_by_what_the_usage_of_each_key_would_cost()
    {
        var (day, other) = (Worth.Day("2026-11-09"), Worth.Day("2026-11-10"));
        ComputedCost[] usage = [new(day, "gpt-5", "w", "k1", Worth.Usd(1)), new(day, "gpt-5", "w", "k1", Worth.Usd(1)), new(day, "gpt-5", "w", "k2", Worth.Usd(1)), new(day, "mini", "w", "k3", Worth.Usd(3)), new(day, "gpt-5", "v", "k4", Worth.Usd(9)), new(other, "gpt-5", "w", "k5", Worth.Usd(9))];
        ReportedCost model = new(day, "gpt-5", "w", Worth.Usd(0.000000000010m)), searches = new(day, null, "w", Worth.Usd(6)), nobody = new(day, "claude", "w", Worth.Usd(2));
        Assert.Equal([("k1", 0.000000000007m), ("k2", 0.000000000003m)], Parts(model));
        Assert.Equal([("k1", 2m), ("k2", 1m), ("k3", 3m)], Parts(searches));
        Assert.Equal(new KeyCost(nobody, null, Worth.Usd(2), SplitBasis.None), Assert.Single(KeySplit.Of([nobody], usage)));
        Assert.All(KeySplit.Of([model, searches], usage), part => Assert.Equal(SplitBasis.ComputedWeight, part.Basis));

        IEnumerable<(string?, decimal)> Parts(ReportedCost reported) => KeySplit.Of([reported], usage).Select(part => (part.Key, part.Cost.Amount));
    }

    private static AllocationRule Rule(string id, CostMatch match, params (CostTarget Target, decimal Share)[] shares) => new(id, match, [.. shares.Select(share => new CostShare(share.Target, new Percentage(share.Share)))]);
}
