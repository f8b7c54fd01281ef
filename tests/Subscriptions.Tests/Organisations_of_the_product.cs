using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Subscriptions.OwnOrganisation, Billing.Subscriptions.OwnOrganisationEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class Organisations_of_the_product
{
    private static readonly TenantId Acme = new("acme");
    private static readonly DateTimeOffset Now = At("2025-11-16T12:00:00Z");
    private static readonly PlanOffer Pro = Offer("Pro", 1, ("users", 25), ("storage_gb", null)), Extra = Offer("Extra", 0, ("users", 5), ("storage_gb", 50), ("calls", 7));

    [Fact] public void become_clients() => Given().When(o => MakeClient.Decide(o, Acme, true, Client)).Then(new OrganisationBecameClient("acme", Meadow));

    [Fact] public void become_a_client_once() => Given(new OrganisationBecameClient("acme", Meadow)).When(o => MakeClient.Decide(o, Acme, true, Client)).ThenNothing();

    [Fact] public void are_organisations_that_there_are() => Given().When(o => MakeClient.Decide(o, Acme, false, Client)).ThenRefused("unknown-organisation");

    [Fact] public void are_clients_who_can_be_billed() => Given().When(o => MakeClient.Decide(o, Acme, true, Client with { IsActive = false })).ThenRefused("client-archived");

    [Fact] public void are_set_free() => Given(new OrganisationBecameClient("acme", Meadow)).When(MakeClient.SetFree).Then(new OrganisationSetFree());

    [Fact] public void are_set_free_once() => Given(new OrganisationBecameClient("acme", Meadow), new OrganisationSetFree()).When(MakeClient.SetFree).ThenNothing();

    [Fact]
    public void may_what_their_subscriptions_allow_the_largest_of_several()
    {
        Assert.Null(OrganisationMay.Of([], Now));
        Assert.Null(OrganisationMay.Of([(Begun(Now.AddDays(1)), Pro)], Now));
        var may = OrganisationMay.Of([(Begun(Now), Extra), (Begun(Now), Pro)], Now)!;
        Assert.Equal(("Pro", 25, null, 7), (may.Plan, may.Limits["users"], may.Limits["storage_gb"], may.Limits["calls"]));
    }

    [Fact]
    public void may_nothing_of_what_was_limited_when_their_subscription_is_over_or_stands_still()
    {
        foreach (var over in new SubscriptionEvent[] { new SubscriptionCanceled(Now, []), new SubscriptionPaused(false) }) Assert.Equal(0, OrganisationMay.Of([(Fold(Begun(Now), over), Pro)], Now)!.Limits["users"]);
        Assert.Equal(25, OrganisationMay.Of([(Fold(Begun(Now), new SubscriptionPaused(true)), Pro)], Now)!.Limits["users"]);
        var missed = Fold(Begun(Now), new PaymentMissed(Id(7)));
        Assert.Equal<(long?, long?, long?)>((25, 0, 0), (OrganisationMay.Of([(missed, Pro)], Now)!.Limits["users"], OrganisationMay.Of([(missed, Pro)], Now, pastDue: false)!.Limits["users"], OrganisationMay.Of([(missed.Apply(new SubscriptionLeftUnpaid(Id(7))), Pro)], Now)!.Limits["users"]));
        Assert.Equal(5, OrganisationMay.Of([(Fold(Begun(Now), new SubscriptionCanceled(Now, [])), Pro), (Begun(Now), Extra)], Now)!.Limits["users"]);
    }

    private static Subscription Begun(DateTimeOffset at) => Fold(Subscription.Initial, new SubscriptionStarted(Meadow, new(Id(1)), 1, 1, Eur, "UTC", at, 0, new(Day("2025-11-16"), new(IntervalUnit.Month)), "main", false, null));

    private static PlanOffer Offer(string name, int tier, params (string Name, long? Limit)[] may) => new(name, new(IntervalUnit.Month), [], [.. may.Select(one => new PlanEntitlement(one.Name, one.Limit))], Tier: tier);
}
