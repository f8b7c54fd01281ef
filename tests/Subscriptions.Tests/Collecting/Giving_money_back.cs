using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Subscriptions.Collection, Billing.Subscriptions.CollectionEvent>;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

public class Giving_money_back
{
    private static readonly DateTimeOffset Friday = At("2025-12-05T09:00:00Z");
    private static readonly MoneyGivenBack Nine = new(Id(31), "pi_1", "payment/3", Euros(9));

    private static readonly CollectionEvent[] Paid =
    [
        new CollectionBegun(Id(31), "INV-1", new(Id(32)), Meadow), new AttemptBegun(1, AttemptReason.Issued, Euros(29), "stripe", "cus_1", "pm_visa", "4242", At("2025-12-01T05:00:00Z")),
        new AttemptSucceeded(1, "pi_1", Day("2025-12-01")), new CollectionEnded(CollectionEnd.Paid),
    ];

    private static readonly CollectionEvent Begun = new RefundBegun(1, "payment/3", "pi_1", Euros(9), Friday);

    [Fact] public void is_decided_before_the_provider_is_asked() => Given(Paid).When(c => GiveMoneyBack.Begin(c, Nine, Friday)).Then(Begun);

    [Fact] public void is_one_however_often_it_is_told() => Given([.. Paid, Begun]).When(c => GiveMoneyBack.Begin(c, Nine, Friday)).ThenNothing();

    [Fact] public void of_a_payment_that_was_not_collected_is_nothing_to_the_provider() => Given(Paid).When(c => GiveMoneyBack.Begin(c, Nine with { Payment = "by transfer" }, Friday)).ThenNothing();

    [Fact] public void again_is_another_one() => Given([.. Paid, Begun, new RefundTold("re_9", "pi_1", Euros(1))]).When(c => GiveMoneyBack.Begin(c, Nine with { Reference = "payment/4" }, Friday)).Then(new RefundBegun(2, "payment/4", "pi_1", Euros(9), Friday));

    [Fact]
    public void ends_once_as_the_provider_says()
    {
        Given([.. Paid, Begun]).When(c => GiveMoneyBack.Learn(c, 1, new("re_1", null))).Then(new RefundMade(1, "re_1"));
        Given([.. Paid, Begun]).When(c => GiveMoneyBack.Learn(c, 1, new(null, "charge_already_refunded"))).Then(new RefundFailed(1, "charge_already_refunded"));
        Given([.. Paid, Begun, new RefundMade(1, "re_1")]).When(c => GiveMoneyBack.Learn(c, 1, new(null, "failed"))).ThenNothing();
        Given(Paid).When(c => GiveMoneyBack.Learn(c, 1, new("re_1", null))).ThenNothing();
    }

    [Fact]
    public void is_tried_again_once_for_each_time_that_the_provider_would_not()
    {
        CollectionEvent failed = new RefundFailed(1, "insufficient_funds"), again = new RefundBegun(2, "payment/3", "pi_1", Euros(9), Friday.AddDays(1));
        Given([.. Paid, Begun, failed]).When(c => GiveMoneyBack.Again(c, 1, Friday.AddDays(1))).Then(again);
        Given([.. Paid, Begun, failed, again]).When(c => GiveMoneyBack.Again(c, 1, Friday)).ThenRefused("refund-not-failed");
        Given([.. Paid, Begun]).When(c => GiveMoneyBack.Again(c, 1, Friday)).ThenRefused("refund-not-failed");
        Given([.. Paid, Begun, new RefundMade(1, "re_1")]).When(c => GiveMoneyBack.Again(c, 1, Friday)).ThenRefused("refund-not-failed");
        Given([.. Paid, new RefundTold("re_2", "pi_1", Euros(4))]).When(c => GiveMoneyBack.Again(c, 1, Friday)).ThenRefused("refund-not-failed");
    }

    [Fact] public void at_the_provider_is_taken_in_once() => Given([.. Paid, new RefundTold("re_1", "pi_1", Euros(5))]).When(c => GiveMoneyBack.Take(c, "pi_1", [new("re_1", Euros(5)), new("re_2", Euros(4))])).Then(new RefundTold("re_2", "pi_1", Euros(4)));

    [Fact] public void leaves_the_collecting_as_it_was() => Assert.Equal(CollectionState.Paid, Fold(Collection.Initial, [.. Paid, Begun, new RefundMade(1, "re_1"), new RefundTold("re_2", "pi_1", Euros(4))]).State);
}
