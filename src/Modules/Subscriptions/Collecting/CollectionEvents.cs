using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened while an invoice was collected.</summary>
internal abstract record CollectionEvent;

/// <summary>An invoice of a subscription is collected from now on.</summary>
/// <param name="InvoiceId">Which.</param>
/// <param name="Number">As printed on it.</param>
/// <param name="SubscriptionId">What it is for.</param>
/// <param name="ClientId">Who owes it.</param>
[Event("subscriptions.collection_begun")]
internal sealed record CollectionBegun(Guid InvoiceId, string Number, SubscriptionId SubscriptionId, ClientId ClientId) : CollectionEvent;

/// <summary>A card is charged: decided before its provider is asked, so that whatever is lost on the way can be asked for.</summary>
/// <param name="Number">Which attempt; counted from 1.</param>
/// <param name="Reason">Why now.</param>
/// <param name="Amount">What the invoice asks for.</param>
/// <param name="Provider">Who takes the money: test or stripe.</param>
/// <param name="Payer">What the provider calls the client.</param>
/// <param name="Card">What it calls the card.</param>
/// <param name="LastFour">The end of the card's number.</param>
/// <param name="At">From this instant on the provider may know of it, UTC.</param>
[Event("subscriptions.attempt_begun")]
internal sealed record AttemptBegun(int Number, AttemptReason Reason, Money Amount, string Provider, string Payer, string Card, string LastFour, DateTimeOffset At) : CollectionEvent;

/// <summary>The money was taken.</summary>
/// <param name="Number">By which attempt.</param>
/// <param name="Payment">What the provider calls the payment.</param>
/// <param name="On">The day, where the organisation is.</param>
[Event("subscriptions.attempt_succeeded"), Announced]
internal sealed record AttemptSucceeded(int Number, string Payment, DateOnly On) : CollectionEvent;

/// <summary>The money was not taken.</summary>
/// <param name="Number">By which attempt.</param>
/// <param name="Payment">What the provider calls the payment; null where there is none.</param>
/// <param name="Code">Why, in the provider's words.</param>
/// <param name="NeedsAction">Whether the client's bank wants to hear it from the client.</param>
[Event("subscriptions.attempt_failed"), Announced]
internal sealed record AttemptFailed(int Number, string? Payment, string Code, bool NeedsAction) : CollectionEvent;

/// <summary>An attempt was not made after all: the invoice asked for something else by then, or an earlier one had succeeded.</summary>
/// <param name="Number">Which attempt.</param>
[Event("subscriptions.attempt_dropped")]
internal sealed record AttemptDropped(int Number) : CollectionEvent;

/// <summary>It will be tried again.</summary>
/// <param name="Step">Which step of the schedule; counted from 1.</param>
/// <param name="At">When, UTC: a morning where the subscription is.</param>
[Event("subscriptions.retry_planned")]
internal sealed record RetryPlanned(int Step, DateTimeOffset At) : CollectionEvent;

/// <summary>The time for a retry came, and there was no card.</summary>
/// <param name="Step">Which step of the schedule.</param>
[Event("subscriptions.retry_left_out")]
internal sealed record RetryLeftOut(int Step) : CollectionEvent;

/// <summary>The schedule came to its end, and the invoice is not paid.</summary>
/// <param name="Then">What becomes of the subscription.</param>
[Event("subscriptions.collection_exhausted"), Announced]
internal sealed record CollectionExhausted(DunningEnd Then) : CollectionEvent;

/// <summary>Somebody stopped it; the invoice can be paid by hand.</summary>
[Event("subscriptions.collection_stopped")]
internal sealed record CollectionStopped : CollectionEvent;

/// <summary>The invoice asks for nothing any more.</summary>
/// <param name="Why">Why not.</param>
[Event("subscriptions.collection_ended")]
internal sealed record CollectionEnded(CollectionEnd Why) : CollectionEvent;

/// <summary>The client objects to a payment at their bank.</summary>
/// <param name="Dispute">What the provider calls it.</param>
/// <param name="Payment">What it calls the payment.</param>
[Event("subscriptions.payment_disputed"), Announced]
internal sealed record PaymentDisputed(string Dispute, string Payment) : CollectionEvent;

/// <summary>Money of a payment is given back: decided before its provider is asked, so that whatever is lost on the way can be asked for.</summary>
/// <param name="Number">Which of the invoice's; counted from 1.</param>
/// <param name="Reference">What Invoicing calls it: one is given back once.</param>
/// <param name="Payment">What the provider calls the payment.</param>
/// <param name="Amount">So much.</param>
/// <param name="At">From this instant on the provider may know of it, UTC.</param>
[Event("subscriptions.refund_begun")]
internal sealed record RefundBegun(int Number, string Reference, string Payment, Money Amount, DateTimeOffset At) : CollectionEvent;

/// <summary>The provider gave the money back, or is about to.</summary>
/// <param name="Number">Which.</param>
/// <param name="Refund">What the provider calls it.</param>
[Event("subscriptions.refund_made"), Announced]
internal sealed record RefundMade(int Number, string Refund) : CollectionEvent;

/// <summary>The provider does not give the money back.</summary>
/// <param name="Number">Which.</param>
/// <param name="Code">Why, in the provider's words.</param>
[Event("subscriptions.refund_failed")]
internal sealed record RefundFailed(int Number, string Code) : CollectionEvent;

/// <summary>Somebody gave money back at the provider, past this product.</summary>
/// <param name="Refund">What the provider calls it.</param>
/// <param name="Payment">What it calls the payment.</param>
/// <param name="Amount">So much.</param>
[Event("subscriptions.refund_told")]
internal sealed record RefundTold(string Refund, string Payment, Money Amount) : CollectionEvent;

/// <summary>Why a card is charged just now.</summary>
internal enum AttemptReason
{
    /// <summary>The invoice was issued.</summary>
    Issued,

    /// <summary>The schedule says so.</summary>
    Schedule,

    /// <summary>The client has another card.</summary>
    NewCard,

    /// <summary>Somebody said so.</summary>
    ByHand,

    /// <summary>The invoice asked for another amount than before.</summary>
    OtherAmount,
}

/// <summary>Why an invoice asks for nothing any more.</summary>
internal enum CollectionEnd
{
    /// <summary>It is paid.</summary>
    Paid,

    /// <summary>It was voided.</summary>
    Voided,

    /// <summary>It was written off.</summary>
    GivenUp,
}
