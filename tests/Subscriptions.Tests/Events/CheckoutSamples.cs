using Billing.EventStore;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>One of each event of checkout and portal sessions.</summary>
internal static class CheckoutSamples
{
    public static readonly CheckoutOpened Opened = new("5f1d", new(Id(32)), Meadow, false, null, null, null, null, "pro", 1, null, null, "https://example.test/thanks", "https://example.test/plans", At("2025-11-24T10:00:00Z"));

    public static readonly object[] All = [Opened, new CheckoutCardAsked("stripe", "cs_1", "cus_1"), new CheckoutCardLeft("stripe", new("cus_1", "pm_1", "visa", "4242", 12, 2030)), new CheckoutCompleted(), new CheckoutExpired(), new PortalOpened("5f1d", Meadow, "https://example.test/account", At("2025-11-17T11:00:00Z")), new PortalCardAsked("stripe", "cs_1", "cus_1"), new PortalCardLeft("cs_1"), new PortalClosed(), new PortalArranged(new PortalTerms(["pro", "team"], PortalCancel.AtOnce))];

    public static readonly (string Variant, object Sample)[] Shapes =
    [
        ("newcomer", Opened with { NewClient = true, Name = new PersonalText(Meadow.Value, "Meadow Health"), Email = new PersonalText(Meadow.Value, "bills@meadow.example.test"), Language = "de", Currency = Eur, PlanCode = "team", Quantity = 5, TrialDays = 14, Coupon = "TEN" }),
    ];
}
