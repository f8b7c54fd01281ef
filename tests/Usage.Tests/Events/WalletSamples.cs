using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

/// <summary>One of each event of a wallet, and other shapes of them.</summary>
internal static class WalletSamples
{
    public static readonly object[] All =
    [
        new WalletOpened(new ClientId(Id(1)), "Prepaid", Eur, 50, Day("2026-11-19"), ["calls", "storage"]), new WalletToppedUp("order-1", Euros(100), true), new WalletToppedUpByRule("line-1", Euros(90)),
        new WalletUsed("line-1", Euros(12.5m), "calls"), new WalletGivenBack("bill-1/2", Euros(2.5m)), new TopUpRuleAgreed(Euros(20), Euros(90)), new TopUpRuleDropped(), new WalletVoided("A \"mistake\""),
    ];

    public static readonly (string Variant, object Sample)[] Shapes =
    [
        ("endless", new WalletOpened(new ClientId(Id(1)), "Prepaid", Jpy, 1, null, [])),
        ("plain", new WalletUsed("line-1", new Money(1250, Jpy), null)),
    ];
}
