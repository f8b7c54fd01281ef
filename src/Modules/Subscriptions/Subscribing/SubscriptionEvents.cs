using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to a subscription.</summary>
internal abstract record SubscriptionEvent;

/// <summary>A client subscribed to a plan.</summary>
/// <param name="ClientId">Who, and who pays.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersion">Which version of it.</param>
/// <param name="Quantity">How many seats; 1 where the plan has none.</param>
/// <param name="Currency">What it is billed in.</param>
/// <param name="TimeZone">Whose days its periods are made of; an IANA name.</param>
/// <param name="StartAt">From this instant on the client has it, UTC.</param>
/// <param name="TrialDays">For so many times 24 hours from then on nothing is asked for.</param>
/// <param name="Calendar">The days on which it is billed.</param>
/// <param name="Family">The plans that it changes between.</param>
/// <param name="AlongOthers">Whether the client may have another subscription of the family beside it.</param>
/// <param name="OutsideId">Under which another system knows it; null for none.</param>
[Event("subscriptions.subscription_started"), Announced]
internal sealed record SubscriptionStarted(
    ClientId ClientId, PlanId PlanId, int PlanVersion, int Quantity, Currency Currency, string TimeZone, DateTimeOffset StartAt, int TrialDays, SubscriptionCalendar Calendar, string Family, bool AlongOthers, string? OutsideId) : SubscriptionEvent;

/// <summary>The client is told that the trial ends in a few days.</summary>
[Event("subscriptions.trial_end_told")]
internal sealed record TrialEndTold : SubscriptionEvent;

/// <summary>The trial is over; what comes is paid for.</summary>
[Event("subscriptions.trial_ended"), Announced]
internal sealed record TrialEnded : SubscriptionEvent;

/// <summary>A period was billed: what is due in advance for it, and what was due in arrears for the days before.</summary>
/// <param name="Span">The period.</param>
/// <param name="Lines">What it comes to; none where it costs nothing.</param>
[Event("subscriptions.period_billed"), Announced]
internal sealed record PeriodBilled(BilledSpan Span, ValueList<SubscriptionLine> Lines) : SubscriptionEvent;

/// <summary>From a day on the subscription is of another plan, version or quantity.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersion">Which version of it.</param>
/// <param name="Quantity">How many seats.</param>
/// <param name="From">Where the days before are cut off.</param>
/// <param name="Calendar">The days on which it is billed from then on, where its periods begin anew; null: as before.</param>
/// <param name="Billed">The period that is billed with it, where they begin anew.</param>
/// <param name="Lines">What was billed and is not used, as credit, and what is due instead.</param>
/// <param name="GoesOn">Codes of metered components that stay as they were: their usage is billed with the period; null for none.</param>
[Event("subscriptions.subscription_switched"), Announced]
internal sealed record SubscriptionSwitched(PlanId PlanId, int PlanVersion, int Quantity, Cut From, SubscriptionCalendar? Calendar, BilledSpan? Billed, ValueList<SubscriptionLine> Lines, ValueList<string>? GoesOn = null) : SubscriptionEvent;

/// <summary>With the next period the subscription will be of another plan or quantity.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersion">Which version of it.</param>
/// <param name="Quantity">How many seats.</param>
[Event("subscriptions.switch_agreed")]
internal sealed record SwitchAgreed(PlanId PlanId, int PlanVersion, int Quantity) : SubscriptionEvent;

/// <summary>What was to change with the next period stays.</summary>
[Event("subscriptions.switch_dropped")]
internal sealed record SwitchDropped : SubscriptionEvent;

/// <summary>The subscription ends with the period that is paid for, or with the trial.</summary>
[Event("subscriptions.cancellation_agreed"), Announced]
internal sealed record CancellationAgreed : SubscriptionEvent;

/// <summary>The subscription goes on after all.</summary>
[Event("subscriptions.cancellation_dropped")]
internal sealed record CancellationDropped : SubscriptionEvent;

/// <summary>A coupon takes something off the subscription from its next period on.</summary>
/// <param name="Code">As people write it.</param>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Off">A fixed amount of each period; null for a share.</param>
/// <param name="Share">The share of what is due; null for an amount.</param>
/// <param name="Periods">For how many periods it holds; null is forever.</param>
[Event("subscriptions.coupon_taken")]
internal sealed record CouponTaken(string Code, string Name, Money? Off, Percentage? Share, int? Periods) : SubscriptionEvent;

/// <summary>A coupon takes nothing off the subscription any more; what it took off stays off.</summary>
/// <param name="Code">The coupon's.</param>
[Event("subscriptions.coupon_dropped")]
internal sealed record CouponDropped(string Code) : SubscriptionEvent;

/// <summary>The client has the subscription no longer.</summary>
/// <param name="At">From this instant on, UTC.</param>
/// <param name="Lines">What is still due in arrears, and what was billed and is not used, as credit.</param>
/// <param name="GivenBack">What was billed and is not used, where it comes off its invoice and is refunded as far as it was paid; null where it is not.</param>
[Event("subscriptions.subscription_canceled"), Announced]
internal sealed record SubscriptionCanceled(DateTimeOffset At, ValueList<SubscriptionLine> Lines, ValueList<SubscriptionLine>? GivenBack = null) : SubscriptionEvent;

/// <summary>No further period is billed for now.</summary>
/// <param name="KeepsAccess">Whether the client may use meanwhile what the plan gives.</param>
[Event("subscriptions.subscription_paused"), Announced]
internal sealed record SubscriptionPaused(bool KeepsAccess) : SubscriptionEvent;

/// <summary>Periods are billed again.</summary>
/// <param name="From">Days before it that were not billed stay so.</param>
[Event("subscriptions.subscription_resumed"), Announced]
internal sealed record SubscriptionResumed(DateOnly From) : SubscriptionEvent;

/// <summary>An invoice of the subscription could not be collected when it was due.</summary>
/// <param name="InvoiceId">Which.</param>
[Event("subscriptions.payment_missed"), Announced]
internal sealed record PaymentMissed(Guid InvoiceId) : SubscriptionEvent;

/// <summary>An invoice that could not be collected asks for nothing any more.</summary>
/// <param name="InvoiceId">Which.</param>
[Event("subscriptions.payment_caught_up"), Announced]
internal sealed record PaymentCaughtUp(Guid InvoiceId) : SubscriptionEvent;

/// <summary>An invoice was not paid until the end of the schedule: nobody may use the subscription until each such invoice is.</summary>
/// <param name="InvoiceId">Which.</param>
[Event("subscriptions.subscription_left_unpaid")]
internal sealed record SubscriptionLeftUnpaid(Guid InvoiceId) : SubscriptionEvent;
