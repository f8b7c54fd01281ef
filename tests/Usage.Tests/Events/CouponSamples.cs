using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

/// <summary>One of each event of a coupon, and other shapes of them.</summary>
internal static class CouponSamples
{
    public static readonly object[] All =
    [
        new CouponOffered("SPRING", "Spring", Euros(10), null, 3), new CouponGiven(new ClientId(Id(1)), Day("2025-11-19")), new CouponTakenAway(new ClientId(Id(1))), new CouponUsed(new ClientId(Id(1)), "run-1", Euros(10)), new CouponRedeemed(new ClientId(Id(1)), Id(2).ToString(), Day("2025-11-20")), new CouponWithdrawn(),
    ];

    public static readonly (string Variant, object Sample)[] Shapes = [("share", new CouponOffered("HALF", "Half price", null, new Percentage(12.5m), null)), ("limited", new CouponOffered("FEW", "For a few", Euros(10), null, 3, 100, Day("2025-12-31")))];
}
