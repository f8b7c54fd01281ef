using static Billing.Stories.Story<Billing.Subscriptions.MirroredSubscription, Billing.Subscriptions.MirroredSubscriptionEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_mirrored_subscription
{
    private static readonly DateTimeOffset Start = At("2025-11-17T10:00:00Z");
    private static readonly MirroredLook Active = new(SubscriptionStatus.Active, Eur, [new("price_1", "Pro", new UnitPrice(29), 2, "month", 1)], Start, Start.AddMonths(1), null, false, null);
    private static readonly MirroredSubscription Now = new("sub_1", Meadow, Start, Active);
    private static readonly MirroredSubscriptionEvent Shown = new SubscriptionMirrored("sub_1", Meadow, Start, Active);

    [Fact] public void is_shown_when_it_is_seen_first() => Given().When(m => m.Follow(Now)).Then(Shown);

    [Fact] public void that_stands_as_before_is_no_news() => Given(Shown).When(m => m.Follow(Now with { Look = Active with { Items = [.. Active.Items] } })).ThenNothing();

    [Fact] public void follows_what_it_is_by_now() => Given(Shown).When(m => m.Follow(Now with { Look = Active with { CancelAtPeriodEnd = true } })).Then(new MirrorFollowed(Active with { CancelAtPeriodEnd = true }));

    [Fact] public void keeps_its_client_whatever_its_customer_is_by_now() => Assert.Equal(Meadow, Fold(MirroredSubscription.Initial, Shown, new MirrorFollowed(Active)).ClientId);

    [Theory, InlineData("day", 1, "882.0833"), InlineData("week", 1, "125.6667"), InlineData("month", 1, "29"), InlineData("month", 3, "9.6667"), InlineData("year", 1, "2.4167")]
    public void comes_to_so_much_in_a_month(string interval, int every, string monthly) =>
        Assert.Equal(monthly, (Active with { Items = [new("price_1", null, new UnitPrice(29), 1, interval, every)] }).Monthly().ToString());

    [Fact]
    public void comes_to_nothing_while_it_is_not_paid_for()
    {
        foreach (var status in new[] { SubscriptionStatus.Trialing, SubscriptionStatus.Paused, SubscriptionStatus.Canceled, SubscriptionStatus.Incomplete }) Assert.Equal(default, (Active with { Status = status }).Monthly());
        Assert.Equal(default, (Active with { Items = [new("price_1", null, null, 1, "month", 1)] }).Monthly()); // its price is computed at Stripe
    }
}
