namespace Billing.Usage.Tests;

/// <summary>Coupons, bounds, credit and rounding, in this order.</summary>
public class Pricing_a_line
{
    private static readonly PricingTask Hundred = PricingTask.Of(Some.Eur, new FlatPrice(100), Used.Nothing);

    [Fact]
    public void takes_the_coupon_before_the_cap_and_the_cap_before_credit()
    {
        var line = Line(Hundred with { Coupons = [Percent("50")], Bounds = Bounds.None with { Maximum = 40 }, Credits = [Credit("a", 15, 1)] });
        Assert.Equal((Some.Euros(40), Some.Euros(25)), (line.Amount, line.Due));
        Assert.Equal([PartKind.Fee, PartKind.Coupon, PartKind.Cap], line.Parts.Select(part => part.Kind));
    }

    [Fact]
    public void rounds_once_and_away_from_zero() => Assert.Equal(Some.Euros(0.13m), Line(PricingTask.Of(Some.Eur, new PerUnitPrice(Number("0.125")), Used.Of(1))).Amount);

    [Fact]
    public void rounds_to_the_currency() => Assert.Equal(new Money(13, Some.Jpy), Line(PricingTask.Of(Some.Jpy, new PerUnitPrice(Number("12.5")), Used.Of(1))).Amount);

    [Fact]
    public void prorates_a_minimum_by_days() => Assert.Equal(Number("33.33"), Line(PricingTask.Of(Some.Eur, new PerUnitPrice(1), Used.Of(0)) with { Bounds = Bounds.None with { Minimum = 100, Days = (10, 30) } }).Of(PartKind.TrueUp));

    [Fact]
    public void trues_up_to_a_commitment_counting_what_was_billed_before() => Assert.Equal(Some.Euros(70), Line(Hundred with { Price = new FlatPrice(20), PreviouslyBilled = 30, Bounds = Bounds.None with { Committed = 100 } }).Amount);

    [Fact]
    public void asks_more_for_what_goes_beyond_a_commitment() => Assert.Equal(Some.Euros(120), Line(Hundred with { Bounds = Bounds.None with { Committed = 60, OverageFactor = Number("1.5") } }).Amount);

    [Fact]
    public void of_a_period_in_several_lines_asks_for_the_fee_of_the_first_tier_once()
    {
        var price = new GraduatedPrice([new Tier(5, 1, 100), new Tier(null, 1, 50)]);
        var task = PricingTask.Of(Some.Eur, price, Used.Of(3)) with { UsedBefore = Used.Nothing };
        Assert.Equal(Some.Euros(103), Line(task).Amount);
        Assert.Equal(Some.Euros(3), Line(task with { PreviouslyBilled = 100 }).Amount);
    }

    [Fact]
    public void spends_credit_by_priority_then_by_what_expires_first_and_never_below_nothing()
    {
        PrepaidCredit[] credits = [Credit("late", 40, 2, "2025-12-31"), Credit("soon", 30, 2, "2025-11-30"), Credit("first", 20, 1), Credit("gone", 99, 0, "2025-11-18"), Credit("other", 99, 0) with { Scope = ["storage"] }];
        var line = Line(Hundred with { Credits = credits, On = Some.Day("2025-11-19"), What = "calls" });
        Assert.Equal([new CreditUse("first", Some.Euros(20)), new CreditUse("soon", Some.Euros(30)), new CreditUse("late", Some.Euros(40))], line.CreditUses);
        Assert.Equal(Some.Euros(10), line.Due);
    }

    [Fact]
    public void pays_no_more_from_credit_than_is_due() => Assert.Equal(Some.Euros(119), Assert.Single(Line(Hundred with { TaxRate = 19, Credits = [Credit("a", 500, 1)] }).CreditUses).Amount);

    [Fact]
    public void spreads_coupons_over_fees_of_different_taxes()
    {
        var fees = new FeesPrice([new Part(PartKind.Fee, "a", 100, TaxRate: 10), new Part(PartKind.Fee, "b", 50, TaxRate: 20)]);
        Assert.Equal(Some.Euros(16), Line(Hundred with { Price = fees, Coupons = [Percent("20")] }).Tax);
    }

    [Fact]
    public void of_events_ends_what_is_free_where_the_free_amount_is_reached_exactly() =>
        Assert.Equal(Some.Euros(2), Line(PricingTask.Of(Some.Eur, new PercentagePrice(10, 2, null, 100, null, null), Used.Of([50, 50]))).Amount);

    [Fact]
    public void larger_than_an_amount_may_be_is_refused() => Assert.Equal("amount-too-large", PricedUsage.Of(PricingTask.Of(Some.Eur, new PerUnitPrice(Number("999999999999999999")), Used.Of(1_000_000))).Refusal?.Code);

    private static PricedUsage Line(PricingTask task) => PricedUsage.Of(task).Value;

    private static CouponValue Percent(string share) => new(null, Number(share));

    private static PrepaidCredit Credit(string id, decimal balance, int priority, string? expires = null) => new(id, Some.Euros(balance), priority, expires is null ? null : Some.Day(expires), []);

    private static Exact Number(string text) => Exact.TryRead(text, out var number) ? number : throw new FormatException(text);
}
