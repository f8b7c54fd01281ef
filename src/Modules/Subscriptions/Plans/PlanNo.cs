namespace Billing.Subscriptions;

/// <summary>Why a plan does not do what was asked.</summary>
internal static class PlanNo
{
    public static readonly Refusal CodeTaken = new("plan-named-already", "There is a plan of this code already, perhaps an archived one. Choose another code.");
    public static readonly Refusal BadCode = new("plan-code-malformed", "A plan's code is 1 to 64 lower-case letters, digits and hyphens.");
    public static readonly Refusal Archived = new("plan-archived", "This plan is archived. Offer another one.");
    public static readonly Refusal OtherInterval = new("interval-differs", "Subscriptions that exist keep the length of their period. Offer another plan, or let only new ones have this version.");
    public static readonly Refusal PriceDropped = new("price-dropped", "Subscriptions that exist are billed in a currency that this version has no price in. Add the price, or let only new ones have this version.");
    public static readonly Refusal FromPast = new("version-in-the-past", "Periods that have begun are billed. Let subscriptions that exist have the version from today or later.");
}
