namespace Billing.AiCosts.Tests;

/// <summary>When a budget speaks, and when it keeps quiet.</summary>
public class A_budget
{
    private static readonly Period November = new(Worth.Day("2026-11-01"), Worth.Day("2026-11-30"));
    private static readonly Period December = new(Worth.Day("2026-12-01"), Worth.Day("2026-12-31"));
    private static readonly BudgetTerms Hundred = BudgetTerms.Of(Worth.Usd(100)).Value;

    [Fact]
    public void of_a_hundred_speaks_once_at_70_90_and_100()
    {
        BudgetTold? told = null;
        List<string> said = [];
        foreach (var spent in new[] { 69.99m, 70, 90, 100, 105 })
        {
            var look = BudgetLook.At(Hundred, told, November, Worth.Usd(spent));
            said.Add(string.Join(' ', look.Crossed.Select(threshold => threshold.Level)));
            told = look.Told;
        }
        Assert.Equal(["", "Warning", "Critical", "Emergency", ""], said);
    }

    [Fact]
    public void says_all_that_was_crossed_since_the_look_before() =>
        Assert.Equal([AlertLevel.Warning, AlertLevel.Critical, AlertLevel.Emergency], BudgetLook.At(Hundred, null, November, Worth.Usd(100)).Crossed.Select(threshold => threshold.Level));

    [Fact]
    public void begins_anew_with_a_period()
    {
        var november = BudgetLook.At(Hundred, null, November, Worth.Usd(75)).Told;
        Assert.Single(BudgetLook.At(Hundred, november, December, Worth.Usd(71)).Crossed);
        Assert.Empty(BudgetLook.At(Hundred, november, December, Worth.Usd(10)).Uncrossed);
    }

    [Fact]
    public void says_that_a_correction_took_a_threshold_back_and_does_not_speak_of_it_again()
    {
        var over = BudgetLook.At(Hundred, null, November, Worth.Usd(95));
        var back = BudgetLook.At(Hundred, over.Told, November, Worth.Usd(89));
        Assert.Equal([new Percentage(90)], back.Uncrossed);
        Assert.Empty(back.Crossed);
        Assert.Empty(BudgetLook.At(Hundred, back.Told, November, Worth.Usd(88)).Uncrossed);
        var again = BudgetLook.At(Hundred, back.Told, November, Worth.Usd(96));
        Assert.Empty(again.Crossed);
        Assert.Equal([new Percentage(90)], BudgetLook.At(Hundred, again.Told, November, Worth.Usd(80)).Uncrossed);
    }

    [Fact]
    public void looks_at_own_thresholds_in_their_order()
    {
        var terms = BudgetTerms.Of(Worth.Usd(0.01m), [new(new Percentage(150), AlertLevel.Emergency), new(new Percentage(12.5m), AlertLevel.Warning)]).Value;
        Assert.Equal([new Percentage(12.5m)], BudgetLook.At(terms, null, November, Worth.Usd(0.00125m)).Crossed.Select(threshold => threshold.At));
        Assert.Equal([new Percentage(12.5m), new Percentage(150)], BudgetLook.At(terms, null, November, Worth.Usd(0.015m)).Crossed.Select(threshold => threshold.At));
    }

    [Theory]
    [InlineData(0, "budget-not-positive")]
    [InlineData(-5, "budget-not-positive")]
    public void is_more_than_nothing(decimal limit, string code) => Assert.Equal(code, BudgetTerms.Of(Worth.Usd(limit)).Refusal?.Code);

    [Fact]
    public void takes_no_threshold_twice_nor_at_nothing()
    {
        Assert.Equal("threshold-twice", BudgetTerms.Of(Worth.Usd(1), [new(new Percentage(50), AlertLevel.Warning), new(new Percentage(50), AlertLevel.Critical)]).Refusal?.Code);
        Assert.Equal("threshold-zero", BudgetTerms.Of(Worth.Usd(1), [new(new Percentage(0), AlertLevel.Warning)]).Refusal?.Code);
        Assert.Equal("thresholds-many", BudgetTerms.Of(Worth.Usd(1), [.. Enumerable.Range(1, 21).Select(at => new BudgetThreshold(new Percentage(at), AlertLevel.Warning))]).Refusal?.Code);
    }

    [Theory]
    [InlineData(79.999999, "Ok")]
    [InlineData(80, "Warning")]
    [InlineData(99.99, "Warning")]
    [InlineData(100, "Critical")]
    [InlineData(-3, "Ok")]
    public void wears_a_badge(decimal spent, string badge) => Assert.Equal(badge, BudgetBadges.Of(Worth.Usd(spent), Worth.Usd(100)).ToString());
}
