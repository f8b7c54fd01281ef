using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Usage.Coupon, Billing.Usage.CouponEvent>;
using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

public class A_coupon
{
    private static readonly DateOnly Today = Day("2025-11-19");
    private static readonly ClientId Meadow = new(Id(1));
    private static readonly ClientId Other = new(Id(2));
    private static readonly BilledClient Client = new(Id(1), "Meadow Health", Eur, true);
    private static readonly CouponOffered Ten = new("SPRING", "Spring", Euros(10), null, 1);
    private static readonly CouponOffered Half = new("HALF", "Half price", null, new Percentage(50), null);
    private static readonly CouponGiven Given1 = new(Meadow, Today);

    [Fact] public void takes_off_an_amount() => Given().When(_ => new OfferCoupon("SPRING", " Spring ", Euros(10), null, 1).Decide()).Then(Ten);

    [Fact] public void takes_off_a_share() => Given().When(_ => new OfferCoupon("HALF", "Half price", null, new Percentage(50)).Decide()).Then(Half);

    [Fact] public void takes_off_one_of_both() => Given().When(_ => new OfferCoupon("HALF", "Half price", Euros(1), new Percentage(50)).Decide()).ThenRefused("amount-or-share");

    [Fact] public void takes_off_no_more_than_everything() => Given().When(_ => new OfferCoupon("HALF", "Half price", null, new Percentage(101)).Decide()).ThenRefused("bad-coupon-value");

    [Fact] public void has_a_code_that_can_be_typed() => Given().When(_ => new OfferCoupon("half price", "Half price", Euros(1)).Decide()).ThenRefused("bad-coupon-code");

    [Fact] public void holds_for_a_period_at_least() => Given().When(_ => new OfferCoupon("HALF", "Half price", Euros(1), null, 0).Decide()).ThenRefused("bad-coupon-periods");

    [Fact] public void is_given_to_a_client() => Given(Ten).When(coupon => GiveCoupon.Decide(coupon, Client, Today)).Then(Given1);

    [Fact] public void is_given_to_a_client_once() => Given(Ten, Given1).When(coupon => GiveCoupon.Decide(coupon, Client, Today.AddDays(1))).ThenNothing();

    [Fact] public void is_not_given_to_nobody() => Given(Ten).When(coupon => GiveCoupon.Decide(coupon, null, Today)).ThenRefused("unknown-client");

    [Fact] public void is_used() => Assert.Equal(1, Given(Ten, Given1).When(Using("run-1", 100)).Then(Used("run-1", 10)).UsedBy(Meadow));

    [Fact] public void never_takes_off_more_than_is_due() => Given(Ten, Given1).When(Using("run-1", 4)).Then(Used("run-1", 4));

    [Fact] public void takes_its_share_rounded_once() => Given(Half, Given1).When(Using("run-1", 0.25m)).Then(Used("run-1", 0.13m));

    [Fact] public void is_used_once_for_one_source() => Given(Ten, Given1, Used("run-1", 10)).When(Using("run-1", 100)).ThenNothing();

    [Fact] public void that_holds_once_is_used_up_then() => Given(Ten, Given1, Used("run-1", 10)).When(Using("run-2", 100)).ThenRefused("coupon-used-up");

    [Fact] public void that_holds_once_holds_once_for_each_client() => Given(Ten, Given1, new CouponGiven(Other, Today), Used("run-1", 10)).When(coupon => new UseCoupon(Other, "run-1", Euros(100)).Decide(coupon)).Then(new CouponUsed(Other, "run-1", Euros(10)));

    [Fact] public void that_holds_for_two_periods_holds_for_two() => Given(Ten with { Periods = 2 }, Given1, Used("run-1", 10)).When(Using("run-2", 100)).Then(Used("run-2", 10));

    [Fact] public void that_holds_forever_goes_on() => Given(Half, Given1, Used("run-1", 1), Used("run-2", 1), Used("run-3", 1)).When(Using("run-4", 2)).Then(Used("run-4", 1));

    [Fact] public void that_is_given_again_is_as_far_as_it_was() => Given(Ten, Given1, Used("run-1", 10), new CouponTakenAway(Meadow), Given1).When(Using("run-2", 100)).ThenRefused("coupon-used-up");

    [Fact] public void takes_nothing_off_for_a_client_who_does_not_have_it() => Given(Ten).When(Using("run-1", 100)).ThenRefused("coupon-not-given");

    [Fact] public void takes_nothing_off_in_another_currency() => Given(Ten, Given1).When(coupon => new UseCoupon(Meadow, "run-1", new Money(100, Usd)).Decide(coupon)).ThenRefused("wrong-currency");

    [Fact] public void that_was_withdrawn_takes_nothing_off() => Given(Ten, Given1, new CouponWithdrawn()).When(Using("run-1", 100)).ThenRefused("coupon-withdrawn");

    [Fact] public void that_was_withdrawn_is_given_to_nobody() => Given(Ten, new CouponWithdrawn()).When(coupon => GiveCoupon.Decide(coupon, Client, Today)).ThenRefused("coupon-withdrawn");

    [Fact] public void is_given_until_its_last_day() => Given(Ten with { ValidUntil = Today }).When(coupon => GiveCoupon.Decide(coupon, Client, Today)).Then(Given1);

    [Fact] public void is_given_to_nobody_after_its_last_day() => Given(Ten with { ValidUntil = Today }).When(coupon => GiveCoupon.Decide(coupon, Client, Today.AddDays(1))).ThenRefused("coupon-expired");

    [Fact] public void is_redeemed_as_often_as_it_may_be() => Given(Ten with { Most = 2 }, Given1).When(Redeeming("one")).Then(Redeemed("one"));

    [Fact] public void is_redeemed_no_more_often() => Given(Ten with { Most = 2 }, Given1, Redeemed("one")).When(Redeeming("two")).ThenRefused("coupon-all-taken");

    [Fact] public void is_redeemed_once_for_one_source() => Given(Ten with { Most = 1 }, Redeemed("one")).When(Redeeming("one")).ThenNothing();

    [Fact] public void is_redeemed_at_least_once() => Given().When(_ => new OfferCoupon("FEW", "Few", Euros(1), Most: 0).Decide()).ThenRefused("bad-coupon-number");

    [Fact] public void is_withdrawn_once() => Given(Ten, new CouponWithdrawn()).When(WithdrawCoupon.Decide).ThenNothing();

    private static Func<Coupon, Decision<CouponEvent>> Using(string source, decimal due) => coupon => new UseCoupon(Meadow, source, Euros(due)).Decide(coupon);

    private static Func<Coupon, Decision<CouponEvent>> Redeeming(string source) => coupon => new RedeemCoupon(Meadow, source).Decide(coupon, Today);

    private static CouponRedeemed Redeemed(string source) => new(Meadow, source, Today);

    private static CouponUsed Used(string source, decimal amount) => new(Meadow, source, Euros(amount));
}
