using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class ChargeSamples
{
    private static readonly ChargeTerms Hours = new("Support", new Quantity(1.5m), new UnitPrice(0.123456789012m), Eur, new Period(Day("2025-10-01"), Day("2025-10-31")), "reduced", "Help");

    public static object[] All { get; } =
    [
        new ChargePosted(Meadow, new("facilities", "billing_record", "7"), Hours, Day("2025-11-01"), 3, null), new ChargeRevised(Other, Hours with { Quantity = new(-2) }, Day("2025-11-02"), 4),
        new ChargeCorrected(new(Id(21)), Euros(-12.5m), 5), new ChargeInvoiced(new(Id(22))), new ChargeReleased(new(Id(22))), new ChargeWithdrawn("Billed by mistake", 6),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("plain", new ChargePosted(Meadow, new("manual", "charge", "A 1"), new("Visit", Quantity.One, new(4000), Jpy), Day("2025-11-01"), 0, null)),
        ("correction", new ChargePosted(Meadow, ChargeSource.Correcting(new(Id(21)), 1), new("Visit", Quantity.One, new(-12.5m), Eur), Day("2025-11-01"), 0, new(Id(21)))),
    ];
}
