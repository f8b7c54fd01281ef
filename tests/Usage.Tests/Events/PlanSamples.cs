using Billing.Usage.Contracts;
using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

/// <summary>The events of usage plans, and of who has them.</summary>
internal static class PlanSamples
{
    private static readonly PriceTerms Tiers = new("graduated", Tiers: [new TierTerms("1000", "0.01"), new TierTerms(null, "0.005", "2")]);

    private static readonly PlanTerms Full = new(
        "Pro", [new("base", "Base fee", null, new Dictionary<string, string>(), null, new PriceTerms("flat", Fee: "10"), null, null), new("calls", "API calls", "calls", new Dictionary<string, string> { ["region"] = "eu" }, "model", Tiers, Euros(1), Euros(500))],
        Euros(20), Euros(900), new PlanCommitment(Euros(100), "1.5"), [new("api_calls", "calls", new Quantity(10_000), LimitKind.Hard, [80, 100])]);

    private static readonly PlanTerms Plain = new("Basic", [new("base", "Base fee", null, new Dictionary<string, string>(), null, new PriceTerms("flat", Fee: "10"), null, null)], null, null, null, [new("users", "users", new Quantity(3), LimitKind.Soft, [100])]);

    public static readonly object[] All =
    [
        new PlanDefined("pro", Eur, new PlanPeriod(PeriodLength.Month, Day("2024-01-15")), Full), new PlanRevised(Day("2026-01-15"), Plain), new PlanRetired(),
        new PlanAssigned(Id(7), "shop-1", Id(3), new ClientId(Id(1)), Day("2025-11-19"), Day("2026-11-18")), new PlanLeft(Id(7), Day("2026-01-31")),
    ];

    public static readonly (string Variant, object Sample)[] Shapes =
    [
        ("week", new PlanDefined("basic", Jpy, new PlanPeriod(PeriodLength.Week, Day("2024-01-01")), Plain)), ("quarter", new PlanDefined("basic", Jpy, new PlanPeriod(PeriodLength.Quarter, Day("2024-01-01")), Plain)), ("year", new PlanDefined("basic", Jpy, new PlanPeriod(PeriodLength.Year, Day("2024-01-01")), Plain)),
        ("endless", new PlanAssigned(Id(7), "shop-1", Id(3), new ClientId(Id(1)), Day("2025-11-19"), null)), ("not", new PlanLeft(Id(7), null)),
    ];
}
