namespace Billing.Subscriptions.Tests;

/// <summary>One of each event of Stripe's objects.</summary>
internal static class StripeSamples
{
    public static readonly object[] All = [new StripeTold("pi_1", "payment_intent", new DateTimeOffset(2025, 11, 19, 12, 0, 0, TimeSpan.Zero), new StripeLook("succeeded", "cus_1", "usd", 2900, 2900, 0, 0))];
}
