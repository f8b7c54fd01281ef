using static Billing.Stories.Story<Billing.Subscriptions.Plan, Billing.Subscriptions.PlanEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_plan
{
    private static readonly DateOnly Today = Day("2025-11-19");
    private static readonly PlanOffer Pro = Flat("Pro", 29);
    private static readonly PlanOffered Offered1 = new("pro", Pro, true, 10);

    [Fact] public void is_offered() => Given().When(_ => new OfferPlan("pro", Pro with { Name = " Pro " }, SortOrder: 10).Decide()).Then(Offered1);

    [Fact] public void has_a_code_that_can_stand_in_an_address() => Given().When(_ => new OfferPlan("Pro plan", Pro).Decide()).ThenRefused("plan-code-malformed");

    [Fact] public void has_a_period_of_at_least_one() => Given().When(_ => new OfferPlan("pro", Pro with { Interval = new(IntervalUnit.Month, 0) }).Decide()).ThenRefused("bad-plan-interval");

    [Fact] public void names_each_component_once() => Given().When(_ => new OfferPlan("pro", Pro with { Components = [.. Pro.Components, .. Pro.Components] }).Decide()).ThenRefused("code-twice");

    [Fact] public void is_priced_alike_in_each_currency() => Given().When(_ => new OfferPlan("pro", Pro with { Components = [.. Pro.Components, new("seats", "Seats", ComponentKind.Seats, [new Money(5, Usd)])] }).Decide()).ThenRefused("price-missing");

    [Fact] public void has_no_two_prices_in_one_currency() => Given().When(_ => new OfferPlan("pro", Pro with { Components = [new("base", "Base", ComponentKind.Fixed, [Euros(1), Euros(2)])] }).Decide()).ThenRefused("bad-prices");

    [Fact] public void bills_once_in_advance() => Given().When(_ => new OfferPlan("pro", Pro with { Components = [new("setup", "Set-up", ComponentKind.Once, [Euros(1)], ComponentTiming.Arrears)] }).Decide()).ThenRefused("once-in-arrears");

    [Fact] public void may_cost_nothing() => Given().When(_ => new OfferPlan("free", new("Free", new(IntervalUnit.Month), [], [])).Decide()).Then(new PlanOffered("free", new("Free", new(IntervalUnit.Month), [], []), true, 0));

    [Fact]
    public void has_a_new_version_for_new_subscriptions()
    {
        var plan = Given(Offered1).When(plan => new ReviseOffer(Flat("Pro", 35)).Decide(plan, Today)).Then(new PlanRevised(Flat("Pro", 35), null));
        Assert.Equal((2, 1), (plan.Newest.Number, plan.VersionFor(1, Today.AddYears(5))));
    }

    [Fact]
    public void has_it_for_those_that_exist_from_a_day_on_when_told_so()
    {
        var plan = Given(Offered1).When(plan => new ReviseOffer(Flat("Pro", 35), Today.AddDays(30)).Decide(plan, Today)).Then(new PlanRevised(Flat("Pro", 35), Today.AddDays(30)));
        Assert.Equal((1, 2), (plan.VersionFor(1, Today.AddDays(29)), plan.VersionFor(1, Today.AddDays(30))));
    }

    [Fact] public void does_not_change_what_is_billed_already() => Given(Offered1).When(plan => new ReviseOffer(Flat("Pro", 35), Today.AddDays(-1)).Decide(plan, Today)).ThenRefused("version-in-the-past");

    [Fact] public void keeps_the_length_of_periods_that_exist() => Given(Offered1).When(plan => new ReviseOffer(Flat("Pro", 290, unit: IntervalUnit.Year), Today).Decide(plan, Today)).ThenRefused("interval-differs");

    [Fact] public void keeps_the_currencies_that_are_billed() => Given(Offered1).When(plan => new ReviseOffer(Pro with { Components = [new("base", "Pro", ComponentKind.Fixed, [new Money(35, Usd)])] }, Today).Decide(plan, Today)).ThenRefused("price-dropped");

    [Fact] public void that_is_the_same_has_no_new_version() => Given(Offered1).When(plan => new ReviseOffer(Pro).Decide(plan, Today)).ThenNothing();

    [Fact] public void is_placed_elsewhere_without_a_version() => Given(Offered1).When(plan => new ReviseOffer(Pro, Public: false).Decide(plan, Today)).Then(new PlanPlaced(false, 10));

    [Fact] public void is_archived_once() => Given(Offered1, new PlanArchived()).When(ArchivePlan.Decide).ThenNothing();

    [Fact] public void that_is_archived_stays_as_it_is() => Given(Offered1, new PlanArchived()).When(plan => new ReviseOffer(Flat("Pro", 35)).Decide(plan, Today)).ThenRefused("plan-archived");

    [Fact]
    public void to_begin_with_is_free_or_pro_or_enterprise()
    {
        var plans = SeedPlans.In(Usd);
        Assert.Equal("free 0.00, pro 29.00, pro-yearly 290.00, enterprise 99.00", string.Join(", ", plans.Select(plan => $"{plan.Code} {plan.Terms.Recurring(Usd, 1).ToAmountText()}")));
        Assert.All(plans, plan => Assert.IsType<PlanOffered>(Assert.Single(plan.Decide().Events)));
        Assert.Equal([0, 14, 14, 14], plans.Select(plan => plan.Terms.TrialDays));
    }
}
