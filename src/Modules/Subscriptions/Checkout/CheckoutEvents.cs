using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to a checkout session.</summary>
internal abstract record CheckoutSessionEvent;

/// <summary>Whoever has the link can subscribe from now on, once and without an account.</summary>
/// <param name="Proof">SHA-256 of the link's secret, which is kept nowhere.</param>
/// <param name="SubscriptionId">The subscription that it becomes: there is one of it, however often somebody presses.</param>
/// <param name="ClientId">Who subscribes.</param>
/// <param name="NewClient">Whether they become a client with it.</param>
/// <param name="Name">What a new client's name was said to be; null where that is asked for.</param>
/// <param name="Email">Where a new client's invoices were said to go; null where that is asked for.</param>
/// <param name="Language">A new client's, two letters; null: the organisation's.</param>
/// <param name="Currency">What it is billed in; null: the client's.</param>
/// <param name="PlanCode">The plan.</param>
/// <param name="Quantity">How many seats.</param>
/// <param name="TrialDays">For so many times 24 hours nothing is asked for; null: as the plan has it.</param>
/// <param name="Coupon">The code of a coupon that it begins with; null for none.</param>
/// <param name="SuccessUrl">Where one goes on behind it.</param>
/// <param name="CancelUrl">Where one goes who does not want to.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing, UTC.</param>
[Event("subscriptions.checkout_opened")]
internal sealed record CheckoutOpened(
    string Proof, SubscriptionId SubscriptionId, ClientId ClientId, bool NewClient, PersonalText? Name, PersonalText? Email, string? Language, Currency? Currency, string PlanCode, int Quantity, int? TrialDays, string? Coupon, string SuccessUrl, string CancelUrl,
    DateTimeOffset ExpiresAt) : CheckoutSessionEvent;

/// <summary>Whoever subscribes is asked for a card on a page of the provider's.</summary>
/// <param name="Provider">Who keeps it.</param>
/// <param name="Page">What the provider calls the page.</param>
/// <param name="Payer">What it calls the client.</param>
[Event("subscriptions.checkout_card_asked")]
internal sealed record CheckoutCardAsked(string Provider, string Page, string Payer) : CheckoutSessionEvent;

/// <summary>A card was left there; it is the client's once somebody has subscribed.</summary>
/// <param name="Provider">Who keeps it.</param>
/// <param name="Card">As much of it as anybody may see.</param>
[Event("subscriptions.checkout_card_left")]
internal sealed record CheckoutCardLeft(string Provider, CardAtProvider Card) : CheckoutSessionEvent;

/// <summary>Somebody subscribed by the link.</summary>
[Event("subscriptions.checkout_completed"), Announced]
internal sealed record CheckoutCompleted : CheckoutSessionEvent;

/// <summary>The link opens nothing any more: its time was over, or somebody ended it.</summary>
[Event("subscriptions.checkout_expired")]
internal sealed record CheckoutExpired : CheckoutSessionEvent;
