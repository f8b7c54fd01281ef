namespace Billing.Subscriptions;

/// <summary>A coupon that a subscription has.</summary>
/// <param name="Code">As people write it.</param>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Off">A fixed amount of each period; null for a share.</param>
/// <param name="Share">The share of what is due; null for an amount.</param>
/// <param name="Periods">For how many periods it holds; null is forever.</param>
/// <param name="Used">How many of them it took something off.</param>
internal sealed record SubscriptionCoupon(string Code, string Name, Money? Off, Percentage? Share, int? Periods, int Used = 0)
{
    /// <summary>Its code among those of components, which have no colon.</summary>
    public string Component => ComponentOf(Code);

    /// <summary>Whether it holds for a further period.</summary>
    public bool Holds => !(Used >= Periods);

    /// <summary>The code of a coupon's lines.</summary>
    public static string ComponentOf(string code) => $"coupon:{code}";

    /// <summary>Whether a code is that of a coupon's lines.</summary>
    public static bool Is(string component) => component.StartsWith(ComponentOf(""), StringComparison.Ordinal);

    /// <summary>What it takes off what is due, never more than that.</summary>
    public Money From(Money due)
    {
        if (!due.IsPositive) return Money.Zero(due.Currency);
        var off = Share is { } share ? share.Of(due) : Off!.Value;
        return off < due ? off : due;
    }
}

/// <summary>A coupon took something off the period billed last: so changes within it, and its end, are of a price that is less.</summary>
/// <param name="Off">How much of what was billed in advance: that alone can be given back.</param>
internal sealed record SubscriptionDiscount(SubscriptionCoupon Coupon, Money Off);
