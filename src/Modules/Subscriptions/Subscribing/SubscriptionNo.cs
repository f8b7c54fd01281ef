namespace Billing.Subscriptions;

/// <summary>Why a subscription does not do what was asked.</summary>
internal static class SubscriptionNo
{
    public static readonly Refusal UnknownClient = new("unknown-client", "There is no such client. Choose another one, or add it.");
    public static readonly Refusal UnknownPlan = new("unknown-plan", "There is no such plan. Choose one of yours.");
    public static readonly Refusal StripeBills = new("stripe-bills", "Stripe bills the subscriptions here. Start it at Stripe, or choose in the settings that we bill.");
    public static readonly Refusal PlanArchived = new("plan-archived", "This plan is archived. Choose another one.");
    public static readonly Refusal UnknownZone = new("unknown-time-zone", "This is no time zone. Write a name such as America/New_York.");
    public static readonly Refusal BadStart = new("bad-start", "A subscription starts in the years 2000 to 2999. Choose another day.");
    public static readonly Refusal BadAnchor = new("bad-anchor-day", "An anchor day is 1 to 31, for periods of months that are counted from the start.");
    public static readonly Refusal BadQuantity = new("bad-quantity", "A quantity is 1 to 1,000,000.");
    public static readonly Refusal NoSeats = new("no-seats", "This plan is not sold by the seat. Leave the quantity out.");
    public static readonly Refusal AlreadySubscribed = new("already-subscribed", "This client has a subscription of these plans already. Change that one, or allow another one beside it.");
    public static readonly Refusal Canceled = new("subscription-canceled", "This subscription is canceled. Start another one.");
    public static readonly Refusal Paused = new("subscription-paused", "This subscription is paused. Resume it first.");
    public static readonly Refusal NotPaused = new("subscription-not-paused", "This subscription is not paused.");
    public static readonly Refusal OtherFamily = new("other-plan-family", "This plan belongs to another family. Start a subscription of it instead.");
    public static readonly Refusal NotBegun = new("subscription-not-begun", "This subscription has not begun. Cancel it, and start another one.");
    public static readonly Refusal NothingWanted = new("nothing-wanted", "Say what shall change: the plan, the quantity, or whether it ends.");

    public static Refusal NotPricedIn(Currency currency) => new Refusal("no-price-in-currency", $"This plan has no price in {currency}. Add one, or choose another plan.").With("currency", currency.Code);

    public static Refusal ClientNotActive(string name) => new("client-archived", $"{PlainText.Quote(name)} is archived. Restore the client first.");

    public static Refusal LongPast(int periods) => new Refusal(
        "start-long-past", $"A subscription begins at most {periods} {(periods == 1 ? "period" : "periods")} back, for everything since is billed at once. Choose a later start, or say that it is to be backdated.").With("periods", periods);
}
