using Billing.Usage.Contracts;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_coupon_of_a_subscription
{
    private static readonly PlanId Pro = new(Id(1)), Enterprise = new(Id(2)), Yearly = new(Id(3)), Mixed = new(Id(4)), Free = new(Id(5)), Api = new(Id(6));

    private static readonly Dictionary<PlanId, Plan> Plans = new()
    {
        [Pro] = Offered("pro", Flat("Pro", 29, 1)), [Enterprise] = Offered("enterprise", Flat("Enterprise", 99, 2)), [Yearly] = Offered("pro-yearly", Flat("Pro, yearly", 290, 1, IntervalUnit.Year)),
        [Mixed] = Offered("mixed", new("Mixed", new(IntervalUnit.Month), [new("a", "A", ComponentKind.Fixed, [Euros(10)]), new("b", "B", ComponentKind.Fixed, [Euros(20)], TaxCategory: "reduced")], [])), [Free] = Offered("free", Flat("Free", 0)),
        [Api] = Offered("api", Flat("Api", 29, 1) is var api ? api with { Components = [.. api.Components, new("calls", "Calls", ComponentKind.Metered, [], ComponentTiming.Arrears, null, new MeteredTerms("calls", [new(Eur, new PriceTerms("per-unit", UnitPrice: "0.10"))]))] } : null!),
    };

    private static readonly SubscriptionGround Ground = new(Plans, ProrationRule.Usual);
    private static readonly DateTimeOffset Now = At("2025-11-01T09:00:00Z"), Half = At("2025-11-16T12:00:00Z"), December = At("2025-12-01T00:00:00Z");
    private static readonly OfferedCoupon HalfOff = new("HALF", "Half price", null, new Percentage(50), null, false), Ten = new("TEN", "Ten off", Euros(10), null, 2, false), Once = new("ONCE", "Welcome", Euros(500), null, 1, false);

    [Fact] public void takes_its_share_off_each_period() => Assert.Equal("Pro 29.00 EUR, Half price -14.50 EUR | Pro 29.00 EUR, Half price -14.50 EUR", Said(CatchUp(With(Pro, HalfOff), December)));

    [Fact]
    public void takes_an_amount_off_as_many_periods_as_it_holds() =>
        Assert.Equal("Pro 29.00 EUR, Ten off -10.00 EUR | Pro 29.00 EUR, Ten off -10.00 EUR | Pro 29.00 EUR", Said(CatchUp(With(Pro, Ten), At("2026-01-01T00:00:00Z"))));

    [Fact] public void takes_off_no_more_than_is_due() => Assert.Equal("Pro 29.00 EUR, Welcome -29.00 EUR | Pro 29.00 EUR", Said(CatchUp(With(Pro, Once), December)));

    [Fact] public void that_takes_nothing_off_is_not_used() => Assert.Equal(0, With(Free, Once).Coupons[0].Used);

    [Fact] public void goes_one_after_the_other() => Assert.Equal("Pro 29.00 EUR, Ten off -10.00 EUR, Half price -9.50 EUR", Said(With(Pro, Ten, HalfOff)));

    [Fact] public void goes_over_tax_categories_as_they_stand_to_each_other() => Assert.Equal("Mixed: A 10.00 EUR, Mixed: B 20.00 EUR, Ten off -3.33 EUR, Ten off -6.67 EUR", Said(With(Mixed, Ten)));

    [Fact]
    public void lets_what_was_paid_less_for_be_credited_less()
    {
        var state = With(Pro, HalfOff);
        Assert.Equal("Unused: Pro (15 of 30 days) -14.50 EUR, Enterprise (15 of 30 days) 49.50 EUR, Half price -17.50 EUR", Last(Changed(state, "enterprise", Enterprise)));
        Assert.Equal("Unused: Pro (15 of 30 days) -14.50 EUR, Half price 7.25 EUR", Last(Ended(state)));
        Assert.Equal("Unused: Pro (15 of 30 days) -14.50 EUR, Ten off 5.00 EUR", Last(Ended(With(Pro, Ten))));
        Assert.Equal("Unused: Pro (15 of 30 days) -14.50 EUR, Half price 7.25 EUR, Pro, yearly 290.00 EUR, Half price -145.00 EUR", Last(Changed(state, "pro-yearly", Yearly)));
    }

    [Fact]
    public void is_taken_later_from_the_next_period_on_and_dropped()
    {
        var state = Fold(Subscription.Initial, Begun(Pro));
        state = CatchUp(state, Now);
        var taken = new ChangeSubscription(Coupon: "TEN").Decide(state, null, Ground, Half, Ten);
        Assert.Equal([new CouponTaken("TEN", "Ten off", Euros(10), null, 2)], taken.Events);
        Assert.Equal(Euros(19), SubscriptionPreview.Of(state, taken.Events, Ground).NextTotal);
        state = CatchUp(Fold(state, taken.Events), December);
        Assert.Equal("Pro 29.00 EUR, Ten off -10.00 EUR", Last(state));
        Assert.Empty(new ChangeSubscription(Coupon: "TEN").Decide(state, null, Ground, December, Ten).Events);
        state = Fold(state, new ChangeSubscription(DropCoupon: "TEN").Decide(state, null, Ground, December).Events);
        state = CatchUp(state, At("2026-01-01T00:00:00Z"));
        Assert.Equal("Pro 29.00 EUR", Last(state));
        // Taken again it is as far as it was.
        state = CatchUp(Fold(state, new ChangeSubscription(Coupon: "TEN").Decide(state, null, Ground, Half, Ten).Events), At("2026-03-01T00:00:00Z"));
        Assert.Equal("Pro 29.00 EUR, Ten off -10.00 EUR | Pro 29.00 EUR", string.Join(" | ", Said(state).Split(" | ")[^2..]));
        state = Fold(state, new CouponDropped("TEN"));
        Assert.Equal("coupon-used-up", new ChangeSubscription(Coupon: "TEN").Decide(state, null, Ground, At("2026-03-01T00:00:00Z"), Ten).Refusal!.Code);
    }

    [Fact] public void that_is_withdrawn_takes_nothing_off() => Assert.Equal("Pro 29.00 EUR", Last(Renewal.CatchUp(With(Pro, HalfOff), Ground with { Withdrawn = new HashSet<string> { "HALF" } }, December).After));

    [Theory]
    [InlineData("unknown-coupon", "")]
    [InlineData("coupon-withdrawn", "withdrawn")]
    [InlineData("coupon-other-currency", "USD")]
    public void is_refused(string code, string odd)
    {
        var offered = odd switch { "" => null, "withdrawn" => HalfOff with { Withdrawn = true }, _ => Ten with { Off = new Money(10, Usd) } };
        Assert.Equal(code, new StartSubscription(Meadow, "pro", Coupon: "X").Decide(Pro, Plans[Pro], Client, "UTC", Now, offered: offered).Refusal!.Code);
        Assert.Equal(code, new ChangeSubscription(Coupon: "X").Decide(With(Pro), null, Ground, Half, offered).Refusal!.Code);
    }

    [Fact]
    public void makes_less_come_in_each_month_unless_it_holds_once()
    {
        Assert.Equal(14.5m, RecurringRevenue.Monthly(Plans[Pro].Terms(1), Eur, 1, [new LifeCoupon("HALF", null, new Percentage(50))]));
        Assert.Equal(4.5m, RecurringRevenue.Monthly(Plans[Pro].Terms(1), Eur, 1, [new LifeCoupon("HALF", null, new Percentage(50)), new LifeCoupon("TEN", Euros(10), null)]));
        Assert.Equal(0m, RecurringRevenue.Monthly(Plans[Pro].Terms(1), Eur, 1, [new LifeCoupon("ALL", Euros(100), null)]));
    }

    [Fact]
    public void of_an_amount_is_given_back_of_what_was_billed_in_advance_whatever_was_used()
    {
        Assert.Equal("Api: Calls: 200 calls 20.00 EUR, Unused: Api (15 of 30 days) -14.50 EUR, Ten off 5.00 EUR", Last(Used(200, [Ten], state => s => EndSubscription.Now(state, Unused.Credit, s, Half)).State));
        // Off 100, of which 71 were usage: 2.90 of the 10 were off the month that is given back.
        var (december, measured) = Used(710, [Ten], state => s => Renewal.CatchUp(state, s, December).Happened);
        Assert.Equal("Api: Calls: 710 calls 71.00 EUR, Api 29.00 EUR, Ten off -10.00 EUR", Last(december));
        Assert.Equal("Unused: Api -29.00 EUR, Ten off 2.90 EUR", Last(Fold(december, measured.Decide(Ground, s => EndSubscription.Now(december, Unused.Credit, s, December)).Events)));
    }

    [Fact]
    public void that_is_used_up_does_not_come_again_with_periods_of_another_length()
    {
        var half = HalfOff with { Periods = 1 };
        var state = Used(200, [half], state => s => new ChangeSubscription("pro-yearly", Effective: Effective.Now).Decide(state, Yearly, s, Half)).State;
        Assert.Equal("Api: Calls: 200 calls 20.00 EUR, Half price -10.00 EUR, Unused: Api (15 of 30 days) -14.50 EUR, Half price 7.25 EUR, Pro, yearly 290.00 EUR", Last(state));
        Assert.Equal((1, 0), (state.Coupons[0].Used, state.Discounts.Count));
        Assert.Equal("Unused: Pro, yearly -290.00 EUR", Last(Ended(state)));
    }

    /// <summary>Whatever coupons there are and whenever it ends: with what is credited, nothing is ever given back that was not paid, and started and ended on one day it costs nothing.</summary>
    [Fact]
    public void never_gives_back_more_than_was_paid() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var chance = new Random(seed);
        OfferedCoupon[] coupons = [.. Enumerable.Range(0, chance.Next(4)).Select(n => chance.Next(2) == 0
            ? new OfferedCoupon($"C{n}", "Some", null, new Percentage(chance.Next(1, 101)), chance.Next(3) == 0 ? null : chance.Next(1, 4), false) : new OfferedCoupon($"C{n}", "Some", Euros(chance.Next(1, 40)), null, chance.Next(1, 4), false))];
        var state = With(chance.Next(2) == 0 ? Pro : Mixed, coupons);
        var at = Now.AddDays(chance.Next(120));
        state = CatchUp(state, at);
        if (state.Has.PlanId == Pro && chance.Next(2) == 0) state = Fold(state, new ChangeSubscription("enterprise").Decide(state, Enterprise, Ground, at).Events);
        var before = Total(state);
        state = Fold(state, EndSubscription.Now(state, Unused.Credit, Ground, at).Events);
        Assert.InRange(Total(state), 0, before);
        var day = With(Pro, coupons);
        Assert.Equal(0, Total(Fold(day, EndSubscription.Now(day, Unused.Credit, Ground, Now).Events)));
    }).QuickCheckThrowOnFailure();

    private static decimal Total(Subscription state) => state.Bills.Sum(bill => bill.Amount(Eur).Amount);

    private static SubscriptionStarted Begun(PlanId plan) => new(Meadow, plan, 1, 1, Eur, "UTC", Now, 0, new(Day("2025-11-01"), new(IntervalUnit.Month)), "main", false, null);

    private static Subscription With(PlanId plan, params OfferedCoupon[] coupons) =>
        CatchUp(Fold(Subscription.Initial, [Begun(plan), .. coupons.Select(coupon => new CouponTaken(coupon.Code, coupon.Name, coupon.Off, coupon.Share, coupon.Periods))]), Now);

    /// <summary>One whose calls are measured: so many in its first days, and then something is decided.</summary>
    private static (Subscription State, Measured Measured) Used(int calls, OfferedCoupon[] coupons, Func<Subscription, Func<SubscriptionGround, Decision<SubscriptionEvent>>> decide)
    {
        var (state, measured) = (With(Api, coupons), new Measured().With(Now.AddDays(1), calls));
        return (Fold(state, measured.Decide(Ground, decide(state)).Events), measured);
    }

    private static Subscription CatchUp(Subscription state, DateTimeOffset at) => Renewal.CatchUp(state, Ground, at).After;

    private static Subscription Changed(Subscription state, string code, PlanId plan) => Fold(state, new ChangeSubscription(code, Effective: Effective.Now).Decide(state, plan, Ground, Half).Events);

    private static Subscription Ended(Subscription state) => Fold(state, EndSubscription.Now(state, Unused.Credit, Ground, Half).Events);

    private static string Last(Subscription state) => Said(state).Split(" | ")[^1];

    private static string Said(Subscription state) => string.Join(" | ", state.Bills.Select(bill => string.Join(", ", bill.Lines.Select(line => $"{line.Description} {line.Amount}"))));
}
