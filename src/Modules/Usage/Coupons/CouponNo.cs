namespace Billing.Usage;

/// <summary>Why a coupon does not do what was asked.</summary>
internal static class CouponNo
{
    public static readonly Refusal BadCode = new("bad-coupon-code", "A coupon's code is 2 to 40 capital letters, digits and hyphens. Choose another one.");
    public static readonly Refusal CodeTaken = new("coupon-code-taken", "There is a coupon of this code already. Choose another one.");
    public static readonly Refusal AmountOrShare = new("amount-or-share", "A coupon takes off an amount or a share. Enter one of them.");
    public static readonly Refusal BadValue = new("bad-coupon-value", "A coupon takes off more than nothing, and no more than 100 %. Enter another value.");
    public static readonly Refusal BadPeriods = new("bad-coupon-periods", "A coupon holds for 1 to 1200 periods, or forever. Enter another number, or none.");
    public static readonly Refusal Withdrawn = new("coupon-withdrawn", "This coupon was withdrawn. Offer another one.");
    public static readonly Refusal NotGiven = new("coupon-not-given", "This client does not have the coupon. Give it to them first.");
    public static readonly Refusal UsedUp = new("coupon-used-up", "This client has used the coupon as often as it holds. Give them another one.");
    public static readonly Refusal BadMost = new("bad-coupon-number", "A coupon is redeemed 1 to 1,000,000,000 times, or any number of times. Enter another number, or none.");
    public static readonly Refusal Expired = new("coupon-expired", "This coupon is valid no longer. Use another one.");
    public static readonly Refusal AllTaken = new("coupon-all-taken", "This coupon was redeemed as often as it may be. Use another one.");
    public static readonly Refusal Unknown = new("unknown-coupon", "There is no coupon of this code. Offer it first, or use another one.");
}
