using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>One of each event of cards and of what is collected from them.</summary>
internal static class CollectingSamples
{
    private static readonly CardId Card = new(Id(30));
    private static readonly SubscriptionId Subscription = new(Id(32));

    public static readonly object[] All =
    [
        new CardKept(Meadow, Card, "stripe", new("cus_1", "pm_1", "visa", "4242", 12, 2030)), new CardPreferred(Meadow, Card), new CardRemoved(Meadow, Card),
        new CollectionBegun(Id(31), "INV-1", Subscription, Meadow), new AttemptBegun(1, AttemptReason.Issued, Euros(29), "stripe", "cus_1", "pm_1", "4242", At("2025-12-01T05:00:00Z")), new AttemptSucceeded(1, "pi_1", Day("2025-12-01")),
        new AttemptFailed(1, "pi_1", "insufficient_funds", false), new AttemptDropped(1), new RetryPlanned(1, At("2025-12-02T14:00:00Z")), new RetryLeftOut(1), new CollectionExhausted(DunningEnd.Unpaid), new CollectionStopped(), new CollectionEnded(CollectionEnd.GivenUp),
        new PaymentDisputed("dp_1", "pi_1"), new RefundBegun(1, "payment/3", "pi_1", Euros(9), At("2025-12-05T09:00:00Z")), new RefundMade(1, "re_1"), new RefundFailed(1, "charge_already_refunded"), new RefundTold("re_2", "pi_1", Euros(5)), new PaymentMissed(Id(31)), new PaymentCaughtUp(Id(31)), new SubscriptionLeftUnpaid(Id(31)), new DunningArranged(DunningPlan.Usual),
    ];

    public static readonly (string Variant, object Sample)[] Shapes = [("unknown_payment", new AttemptFailed(2, null, "amount_too_small", true)), ("never", new DunningArranged(new DunningPlan([], DunningEnd.PastDue, false, false)))];
}
