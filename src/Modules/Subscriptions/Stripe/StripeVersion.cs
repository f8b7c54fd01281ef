namespace Billing.Subscriptions;

/// <summary>Versions of Stripe's API: a date and, since 2024, the name of a release, such as <c>2026-10-28.endive</c>. Those of one release are written alike; previews change from day to day.</summary>
internal static class StripeVersion
{
    private const string Preview = "preview";

    /// <summary>Whether what is written in one version may be read as the other.</summary>
    public static bool AreAlike(string? written, string read) =>
        written == read || (written?.Split('.', 2) is [_, var release] && read.Split('.', 2) is [_, var ours] && release == ours && release != Preview);
}
