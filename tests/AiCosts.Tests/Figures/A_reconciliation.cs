namespace Billing.AiCosts.Tests;

/// <summary>Reported money beside computed money: shown, and never added.</summary>
public class A_reconciliation
{
    [Fact]
    public void shows_a_discount_and_does_not_repair_it()
    {
        var line = One(new("gpt-4o-mini", Worth.Usd(0.2205m), Worth.Usd(0.225m)));
        Assert.Equal((Worth.Usd(-0.0045m), -2m, VarianceReason.BelowList), (line.Variance, line.Share, line.Reason));
    }

    [Fact]
    public void adds_each_side_by_itself_and_leaves_apart_what_reports_leave_out()
    {
        var whole = Reconciliation.Of([new("tokens", Worth.Usd(6.3062525m), Worth.Usd(6.3062525m)), new("searches", Worth.Usd(0.275m), Worth.Usd(0.12m)), new("priority", null, Worth.Usd(0.275m), LeftOut: true)], Worth.Dollar);
        Assert.Equal((Worth.Usd(6.5812525m), Worth.Usd(6.4262525m), Worth.Usd(0.155m), Worth.Usd(0.275m)), (whole.Reported, whole.Computed, whole.Variance, whole.LeftOut));
    }

    [Theory]
    [InlineData(1.0, 1.0, 0, false, false, "None")]
    [InlineData(1.0, 1.000001, 0, false, false, "Rounding")]
    [InlineData(1.0, 1.000002, 0, false, false, "BelowList")]
    [InlineData(1.0, 0.9, 0, false, false, "AboveList")]
    [InlineData(1.0, 0.9, 0, true, false, "Preliminary")]
    [InlineData(1.0, 0.9, 3, true, false, "Unpriced")]
    [InlineData(1.0, null, 0, false, false, "NotInUsage")]
    [InlineData(null, 1.0, 0, false, false, "NotInMoney")]
    [InlineData(null, 1.0, 2, false, true, "NotInMoney")]
    public void says_why_the_two_differ(double? reported, double? computed, int unpriced, bool preliminary, bool leftOut, string reason) => Assert.Equal(
        reason, One(new("x", reported is { } a ? Worth.Usd((decimal)a) : null, computed is { } b ? Worth.Usd((decimal)b) : null, unpriced, preliminary, leftOut)).Reason.ToString());

    [Fact]
    public void has_no_share_of_nothing() => Assert.Null(One(new("seats", Worth.Usd(21), null)).Share);

    private static ReconciledLine One(ReconciledPair pair) => Assert.Single(Reconciliation.Of([pair], Worth.Dollar).Lines);
}
