using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

/// <summary>The events of bills of usage.</summary>
internal static class BillSamples
{
    private static readonly Period November = new(Day("2025-11-01"), Day("2025-11-30"));
    private static readonly BillLine Calls = new("charge/calls/eu", BillLineKind.Charge, "API calls", "calls", "eu", "1000.5", Euros(10.01m), Euros(10.01m));

    private static readonly BillLine[] All_ =
    [
        Calls, new("coupon/" + Id(5), BillLineKind.Coupon, "Spring", null, null, null, Euros(-1), Euros(-1)), new("overage", BillLineKind.Overage, "Pro", null, null, null, Euros(0), Euros(0)),
        new("cap", BillLineKind.Cap, "Pro", null, null, null, Euros(-2), Euros(-2)), new("true-up", BillLineKind.TrueUp, "Pro", null, null, null, Euros(3), Euros(3)), new("credit/" + Id(6), BillLineKind.Credit, "Pro", null, null, null, Euros(-4), Euros(-4)),
    ];

    public static readonly object[] All =
    [
        new PeriodBilled(Id(7), "shop-1", Id(3), new ClientId(Id(1)), November, new Period(Day("2025-11-16"), Day("2025-11-30")), All_, Day("2025-12-01")), new DifferenceBilled([Calls with { Amount = Euros(0.01m) }], Day("2026-01-01")),
        new LateUsageHeld([new HeldLine(Calls, "calls")]), new LateUsageAccepted(), new LateUsageRefused("Too \"late\""),
    ];
}
