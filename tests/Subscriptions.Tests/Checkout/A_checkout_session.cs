using Billing.EventStore;
using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Subscriptions.CheckoutSession, Billing.Subscriptions.CheckoutSessionEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class A_checkout_session
{
    private static readonly PlanId Pro = new(Id(2));
    private static readonly SubscriptionId Becomes = new(Id(32));
    private static readonly DateTimeOffset Now = At("2025-11-17T10:00:00Z");
    private static readonly CheckoutOpened Opened = CheckoutSamples.Opened;
    private static readonly OpenCheckout Wish = new("pro", Opened.SuccessUrl, Opened.CancelUrl, Meadow);

    private static Decision<CheckoutSessionEvent> Opening(OpenCheckout wish, BilledClient? client = null, Plan? plan = null) => wish.Decide(
        new StartSubscription(Meadow, wish.PlanCode, wish.Quantity, TrialDays: wish.TrialDays, Coupon: wish.Coupon), new StartSubscription.Named(Pro, plan ?? Offered("pro", Flat("Pro", 29)), client ?? Client, 1, null), "UTC", Becomes, "5f1d", Now);

    [Fact] public void is_open_for_seven_days_unless_something_else_is_said() => Given().When(_ => Opening(Wish)).Then(Opened);

    [Fact]
    public void takes_what_is_known_of_somebody_new() => Given().When(_ => Opening(Wish with { ClientId = null, NewClient = new("  Meadow   Health ", "bills@meadow.example.test", "de") }))
        .Then(Opened with { NewClient = true, Name = new PersonalText(Meadow.Value, "Meadow Health"), Email = new PersonalText(Meadow.Value, "bills@meadow.example.test"), Language = "de" });

    [Fact] public void asks_somebody_new_for_everything() => Given().When(_ => Opening(Wish with { ClientId = null })).Then(Opened with { NewClient = true });

    [Fact] public void is_for_a_client_or_for_somebody_new() => Given().When(_ => Opening(Wish with { NewClient = new("Meadow") })).ThenRefused("client-and-newcomer");

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/thanks")]
    [InlineData("ftp://example.test/thanks")]
    [InlineData("")]
    public void leads_on_to_pages_only(string address)
    {
        Given().When(_ => Opening(Wish with { SuccessUrl = address })).ThenRefused("bad-return-address");
        Given().When(_ => Opening(Wish with { CancelUrl = address })).ThenRefused("bad-return-address");
    }

    [Theory]
    [InlineData("2025-11-17T10:00:00Z")]
    [InlineData("2026-02-15T10:00:01Z")]
    public void ends_within_ninety_days(string end) => Given().When(_ => Opening(Wish with { ExpiresAt = At(end) })).ThenRefused("bad-expiry");

    [Fact] public void is_of_what_could_be_subscribed_to_now() => Given().When(_ => Opening(Wish with { Quantity = 3 })).ThenRefused("no-seats");

    [Fact] public void is_of_no_archived_plan() => Given().When(_ => Opening(Wish, plan: Fold(Offered("pro", Flat("Pro", 29)), new PlanArchived()))).ThenRefused("plan-archived");

    [Fact] public void is_of_a_coupon_that_there_is() => Given().When(_ => Opening(Wish with { Coupon = "NONE" })).ThenRefused("unknown-coupon");

    [Fact] public void names_a_language_that_documents_have() => Given().When(_ => Opening(Wish with { ClientId = null, NewClient = new(Language: "it") })).ThenRefused("language-not-offered");

    [Fact] public void names_a_mail_address() => Given().When(_ => Opening(Wish with { ClientId = null, NewClient = new(Email: "nobody") })).ThenRefused("newcomer-email-wrong");

    [Fact] public void is_completed_once() => Given(Opened).When(session => session.Complete(Now)).Then(new CheckoutCompleted());

    [Fact] public void is_not_completed_again() => Given(Opened, new CheckoutCompleted()).When(session => session.Complete(Now)).ThenRefused(CheckoutNo.IsCompleted);

    [Fact] public void is_not_completed_once_it_has_run_out() => Given(Opened).When(session => session.Complete(Opened.ExpiresAt)).ThenRefused("checkout-expired");

    [Fact] public void is_not_completed_once_somebody_ended_it() => Given(Opened, new CheckoutExpired()).When(session => session.Complete(Now)).ThenRefused("checkout-expired");

    [Fact]
    public void keeps_the_card_that_was_left_last()
    {
        var (one, other) = (new CheckoutCardLeft("stripe", new("cus_1", "pm_1", "visa", "4242", 12, 2030)), new CheckoutCardLeft("stripe", new("cus_1", "pm_2", "visa", "0019", 12, 2030)));
        Given(Opened, one).When(session => session.Leave(one)).ThenNothing();
        Assert.Equal(other, Given(Opened, one).When(session => session.Leave(other)).Then(other).Card);
        Given(Opened, one, new CheckoutCompleted()).When(session => session.Leave(other)).ThenNothing();
    }

    [Fact]
    public void asks_for_a_card_so_often_and_no_more()
    {
        var asked = new CheckoutCardAsked("stripe", "cs_1", "cus_1");
        Given(Opened).When(session => session.Ask(asked)).Then(asked);
        Given([Opened, .. Enumerable.Repeat(asked, CheckoutNo.MostAsks)]).When(session => session.Ask(asked)).ThenNothing();
        Given(Opened, new CheckoutCompleted()).When(session => session.Ask(asked)).ThenNothing();
    }

    [Fact] public void is_ended() => Given(Opened).When(session => session.Expire()).Then(new CheckoutExpired());

    [Fact] public void is_ended_once() => Given(Opened, new CheckoutExpired()).When(session => session.Expire()).ThenNothing();

    [Fact] public void is_not_ended_when_somebody_has_subscribed() => Given(Opened, new CheckoutCompleted()).When(session => session.Expire()).ThenRefused(CheckoutNo.IsCompleted);

    [Theory]
    [InlineData("en", "every 2 weeks")]
    [InlineData("de-AT", "alle 2 Wochen")]
    [InlineData("fr", "toutes les 2 semaines")]
    [InlineData("es", "cada 2 semanas")]
    [InlineData("it", "every 2 weeks")]
    public void speaks_the_client_s_language(string language, string every) => Assert.Equal(every, CheckoutWords.In(language).Every(new PlanInterval(IntervalUnit.Week, 2)));

    [Fact]
    public void says_the_same_in_each_language() => Assert.Single(new[] { "en", "de", "fr", "es" }.Select(language => string.Join(' ', CheckoutWords.In(language).Problems.Keys.Order(StringComparer.Ordinal)) + CheckoutWords.In(language).Intervals.Count).Distinct());
}
