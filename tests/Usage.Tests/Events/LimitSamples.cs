using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

/// <summary>One of each event of limits, and other shapes of them.</summary>
internal static class LimitSamples
{
    private static readonly PlanLimit Calls = new("calls", "api_calls", new Quantity(1_000), LimitKind.Soft, [80, 100]);

    public static readonly object[] All =
    [
        new LimitAgreed("client-1", Calls, PeriodLength.Month), new LimitDropped("calls"),
        new LimitReached("client-1", Calls, 80, "800.5", new Period(Day("2026-03-01"), Day("2026-03-31"))),
    ];

    public static readonly (string Variant, object Sample)[] Shapes =
    [
        ("hard", new LimitAgreed("a \"b\"", Calls with { Kind = LimitKind.Hard, Thresholds = [] }, PeriodLength.Week)),
        ("hard", new LimitReached("client-1", Calls with { Kind = LimitKind.Hard }, 100, "1000", new Period(Day("2026-03-01"), Day("2026-03-31")))),
    ];
}
