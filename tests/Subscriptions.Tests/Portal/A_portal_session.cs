using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Subscriptions.PortalSession, Billing.Subscriptions.PortalSessionEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_portal_session
{
    private const string Account = "https://example.test/account";
    private static readonly DateTimeOffset Now = At("2025-11-17T10:00:00Z");
    private static readonly PortalOpened Opened = new("5f1d", Meadow, Account, At("2025-11-17T11:00:00Z"));

    private static Decision<PortalSessionEvent> Opening(string address, BilledClient? client) => new OpenPortal(Meadow, address).Decide(client, "5f1d", Now);

    [Fact] public void lasts_an_hour() => Given().When(_ => Opening(Account, Client)).Then(Opened);

    [Fact] public void is_for_a_client_that_there_is() => Given().When(_ => Opening(Account, null)).ThenRefused("unknown-client");

    [Fact] public void leads_on_to_pages_only() => Given().When(_ => Opening("javascript:alert(1)", Client)).ThenRefused("bad-return-address");

    [Fact]
    public void is_open_until_its_time_is_over_or_somebody_closes_it()
    {
        Assert.True(Fold(PortalSession.Initial, Opened).IsOpenAt(Opened.ExpiresAt.AddTicks(-1)));
        Assert.False(Fold(PortalSession.Initial, Opened).IsOpenAt(Opened.ExpiresAt));
        Assert.False(Given(Opened).When(session => session.Close()).Then(new PortalClosed()).IsOpenAt(Now));
        Assert.False(PortalSession.Initial.IsOpenAt(Now));
    }

    [Fact]
    public void takes_the_card_of_a_page_once()
    {
        var (one, other) = (new PortalCardAsked("stripe", "cs_1", "cus_1"), new PortalCardAsked("stripe", "cs_2", "cus_1"));
        Given(Opened, one).When(session => session.Leave("cs_1")).Then(new PortalCardLeft("cs_1"));
        Given(Opened, one, other).When(session => session.Leave("cs_1")).ThenNothing();
        Given(Opened, one, new PortalCardLeft("cs_1")).When(session => session.Leave("cs_1")).ThenNothing();
        Given([Opened, .. Enumerable.Repeat(one, CheckoutNo.MostAsks)]).When(session => session.Ask(other)).ThenNothing();
    }

    [Fact] public void says_the_same_in_each_language() => Assert.All(new[] { "en", "de", "fr", "es" }, language => Assert.Equal(Enum.GetValues<SubscriptionStatus>().Length, PortalWords.In(language).Statuses.Count));

    [Fact] public void is_closed_once() => Given(Opened, new PortalClosed()).When(session => session.Close()).ThenNothing();

    [Fact]
    public void lets_clients_cancel_with_the_period_and_change_nothing_unless_somebody_says_otherwise()
    {
        Assert.Equal(new PortalTerms([], PortalCancel.PeriodEnd), SubscriptionSettings.Initial.Portal);
        Assert.Equal([new PortalArranged(new PortalTerms(["pro"], PortalCancel.AtOnce))], new ArrangeSubscriptions(PortalPlans: ["pro", "pro"], PortalCancel: PortalCancel.AtOnce).Decide(SubscriptionSettings.Initial).Events);
        Assert.Equal("bad-portal-plans", new ArrangeSubscriptions(PortalPlans: ["No Code"]).Decide(SubscriptionSettings.Initial).Refusal?.Code);
        Assert.Empty(new ArrangeSubscriptions(PortalPlans: []).Decide(SubscriptionSettings.Initial).Events);
    }
}
