using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>A subscription gets a coupon, with its start or later; one it has already it has once.</summary>
internal static class TakeCoupon
{
    /// <param name="offered">The coupon; null where there is none of the code.</param>
    public static Result<IReadOnlyList<CouponTaken>> Of(Subscription subscription, OfferedCoupon? offered)
    {
        if (offered is null) return No.Unknown;
        if (subscription.Coupons.Exists(coupon => coupon.Code == offered.Code)) return Array.Empty<CouponTaken>();
        if (offered.Withdrawn) return No.Withdrawn;
        if (subscription.CouponUses.GetValueOrDefault(offered.Code) >= offered.Periods) return No.UsedUp;
        if (offered.Off is { } off && off.Currency != subscription.Currency) return No.OtherCurrency(off.Currency);
        return subscription.Coupons.Count >= Most ? No.TooMany : new[] { new CouponTaken(offered.Code, offered.Name, offered.Off, offered.Share, offered.Periods) };
    }

    private const int Most = 10;

    private static class No
    {
        public static readonly Refusal Unknown = new("unknown-coupon", "There is no coupon of this code. Offer it first, or use another one.");
        public static readonly Refusal Withdrawn = new("coupon-withdrawn", "This coupon was withdrawn. Offer another one.");
        public static readonly Refusal UsedUp = new("coupon-used-up", "This subscription has used the coupon for as many periods as it holds. Use another one.");
        public static readonly Refusal TooMany = new("too-many-coupons", $"A subscription has at most {Most} coupons. Drop one first.");

        public static Refusal OtherCurrency(Currency currency) => new Refusal("coupon-other-currency", $"This coupon takes off {currency}, and the subscription is billed in another currency. Use another coupon.").With("currency", currency.Code);
    }
}
