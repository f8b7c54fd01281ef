using static Billing.Stories.Story<Billing.Subscriptions.SubscriptionSettings, Billing.Subscriptions.SubscriptionSettingsEvent>;

namespace Billing.Subscriptions.Tests;

public class Choosing_who_bills
{
    private static readonly ArrangeSubscriptions Stripe = new(BillingWay: BillingWay.StripeBills), We = new(BillingWay: BillingWay.WeBill);
    private static readonly SubscriptionSettingsEvent Chosen = new BillingWayChosen(BillingWay.StripeBills);

    [Fact] public void begins_with_us() => Given().When(settings => We.Decide(settings, new(false, 7, 7))).ThenNothing();

    [Fact] public void is_stripe_where_it_is_asked_and_nothing_of_ours_goes_on() => Given().When(settings => Stripe.Decide(settings, new(true, 0, 3))).Then(Chosen);

    [Fact]
    public void leaves_nobody_between_the_two()
    {
        Given().When(settings => Stripe.Decide(settings, new(false, 0, 0))).ThenRefused("stripe-not-asked");
        Given().When(settings => Stripe.Decide(settings, new(true, 1, 0))).ThenRefused("our-subscriptions-go-on");
        Given(Chosen).When(settings => We.Decide(settings, new(true, 0, 1))).ThenRefused("stripe-subscriptions-go-on");
        Given(Chosen).When(settings => We.Decide(settings, new(true, 0, 0))).Then(new BillingWayChosen(BillingWay.WeBill));
    }

    [Fact]
    public void links_a_plan_with_prices_of_stripes_each_with_one()
    {
        var plan = Some.Offered("pro", Some.Flat("Pro", 29));
        Assert.Equal(new PlanLinkedOutside(["price_1"]), Assert.Single(new LinkPlanOutside([" price_1 ", "price_1"]).Decide(plan, taken: false).Events));
        Assert.Empty(new LinkPlanOutside(["price_1"]).Decide(plan.Apply(new PlanLinkedOutside(["price_1"])), taken: false).Events);
        Assert.Equal("outside-price-taken", new LinkPlanOutside(["price_1"]).Decide(plan, taken: true).Refusal!.Code);
        Assert.Equal("bad-outside-price", new LinkPlanOutside(["prod_1"]).Decide(plan, taken: false).Refusal!.Code);
    }
}
