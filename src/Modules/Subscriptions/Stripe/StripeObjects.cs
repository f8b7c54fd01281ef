using System.Text.Json;

namespace Billing.Subscriptions;

/// <summary>A page of Stripe's.</summary>
internal sealed record StripePage<T>(IReadOnlyList<T> Data, bool HasMore);

/// <summary>Somebody who pays.</summary>
internal sealed record StripeCustomer(string Id, string? Name, string? Email, StripeInvoiceSettings? InvoiceSettings = null, IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>How a customer's invoices are paid.</summary>
internal sealed record StripeInvoiceSettings(string? DefaultPaymentMethod);

/// <summary>A card or another way to pay.</summary>
internal sealed record StripePaymentMethod(string Id, string Type, string? Customer, StripeCard? Card);

/// <summary>As much of a card as anybody may see.</summary>
internal sealed record StripeCard(string Brand, string Last4, int ExpMonth, int ExpYear);

/// <summary>A payment on its way.</summary>
/// <param name="Amount">In Stripe's unit.</param>
/// <param name="Status">requires_payment_method, requires_confirmation, requires_action, processing, succeeded or canceled.</param>
internal sealed record StripeIntent(string Id, long Amount, long AmountReceived, string Currency, string? Customer, string Status, string? ClientSecret, string? LatestCharge, StripeProblem? LastPaymentError, IReadOnlyDictionary<string, string>? Metadata, long Created);

/// <summary>A card is asked for, to be used later.</summary>
internal sealed record StripeSetup(string Id, string Status, string? ClientSecret, string? Customer, string? PaymentMethod);

/// <summary>Money that goes back.</summary>
/// <param name="Status">pending, requires_action, succeeded, failed or canceled; what succeeded can still fail.</param>
internal sealed record StripeRefund(string Id, long Amount, string Currency, string? Charge, string? PaymentIntent, string Status, IReadOnlyDictionary<string, string>? Metadata = null, string? FailureReason = null);

/// <summary>A page of Stripe's own, for somebody to go to.</summary>
internal sealed record StripeSession(string Id, string? Url, string? Status, string? Customer, string? PaymentIntent, string? SetupIntent, string? Subscription);

/// <summary>Something that is sold.</summary>
internal sealed record StripeProduct(string Id, string Name, bool Active);

/// <summary>What it costs.</summary>
/// <param name="UnitAmount">Of one, in Stripe's unit; null where it is computed otherwise, or has parts of a unit.</param>
/// <param name="UnitAmountDecimal">The same as text, with parts of a unit.</param>
internal sealed record StripePrice(string Id, string Product, string Currency, long? UnitAmount, bool Active, string? UnitAmountDecimal = null, string? Nickname = null, StripeRecurring? Recurring = null);

/// <summary>How often a price is asked for.</summary>
/// <param name="Interval">day, week, month or year.</param>
internal sealed record StripeRecurring(string Interval, int IntervalCount);

/// <summary>A subscription that Stripe bills.</summary>
/// <param name="Status">incomplete, incomplete_expired, trialing, active, past_due, canceled, unpaid or paused.</param>
internal sealed record StripeSubscription(
    string Id, string Customer, string Status, bool CancelAtPeriodEnd, string? LatestInvoice, long Created, string? Currency = null, StripePage<StripeItem>? Items = null, long? StartDate = null, long? TrialEnd = null, long? CancelAt = null,
    long? EndedAt = null, JsonElement? PauseCollection = null);

/// <summary>What a subscription asks money for.</summary>
internal sealed record StripeItem(string Id, StripePrice Price, long? Quantity, long? CurrentPeriodStart, long? CurrentPeriodEnd);

/// <summary>An invoice of Stripe's own.</summary>
/// <param name="Number">From the moment it is finalized.</param>
/// <param name="Status">draft, open, paid, void or uncollectible.</param>
internal sealed record StripeInvoice(
    string Id, string Customer, string? Number, string? Status, string Currency, long Total, long AmountDue, long AmountPaid, long Created, StripePage<StripeInvoiceLine>? Lines = null, IReadOnlyList<StripeTax>? TotalTaxes = null,
    long? PeriodStart = null, long? PeriodEnd = null, long? DueDate = null, StripeTransitions? StatusTransitions = null, string? HostedInvoiceUrl = null);

/// <summary>When an invoice became what it is.</summary>
internal sealed record StripeTransitions(long? FinalizedAt, long? MarkedUncollectibleAt, long? PaidAt, long? VoidedAt);

/// <summary>A line of an invoice.</summary>
/// <param name="Amount">Before discounts, in Stripe's unit; with its taxes where they are included.</param>
internal sealed record StripeInvoiceLine(string Id, long Amount, string? Description, long? Quantity, StripeSpan? Period, IReadOnlyList<StripeOff>? DiscountAmounts, IReadOnlyList<StripeTax>? Taxes);

/// <summary>A stretch of time; the end is not in it.</summary>
internal sealed record StripeSpan(long Start, long End);

/// <summary>What a discount takes off.</summary>
internal sealed record StripeOff(long Amount);

/// <summary>What a tax comes to.</summary>
/// <param name="TaxBehavior">exclusive or inclusive.</param>
internal sealed record StripeTax(long Amount, string? TaxBehavior, StripeTaxRateDetails? TaxRateDetails);

/// <summary>Which tax it is.</summary>
internal sealed record StripeTaxRateDetails(string? TaxRate);

/// <summary>A tax as it is asked for.</summary>
/// <param name="Percentage">Of the price without tax.</param>
internal sealed record StripeTaxRate(string Id, string? DisplayName, decimal Percentage);

/// <summary>Money that pays an invoice, or was to.</summary>
/// <param name="Status">open, paid or canceled.</param>
internal sealed record StripeInvoicePayment(string Id, string Invoice, long? AmountPaid, string Status, StripePaidBy? Payment, StripePaidTransitions? StatusTransitions);

/// <summary>What the money came by.</summary>
internal sealed record StripePaidBy(string? Type, string? PaymentIntent, string? Charge, string? PaymentRecord);

/// <summary>When it came.</summary>
internal sealed record StripePaidTransitions(long? PaidAt);

/// <summary>What went wrong, as Stripe says it.</summary>
/// <param name="Type">api_error, card_error, idempotency_error or invalid_request_error.</param>
/// <param name="Code">Such as <c>card_declined</c>.</param>
/// <param name="DeclineCode">The bank's reason, where there is one.</param>
/// <param name="Message">For people.</param>
internal sealed record StripeProblem(string? Type, string? Code, string? DeclineCode, string? Message, string? Param, StripeIntent? PaymentIntent = null);

/// <summary>An answer that is a problem.</summary>
internal sealed record StripeFault(StripeProblem Error);

/// <summary>Stripe refused, or did not answer.</summary>
/// <param name="status">0: no answer came.</param>
/// <param name="problem">What Stripe says; null without an answer.</param>
internal sealed class StripeException(int status, StripeProblem? problem, Exception? inner = null) : Exception(problem?.Message ?? (status == 0 ? "Stripe did not answer." : $"Stripe answered {status}."), inner)
{
    public int Status => status;

    public StripeProblem? Problem => problem;

    /// <summary>Whether it may have been done all the same: ask before it is tried under another key.</summary>
    public bool OutcomeUnknown => status is 0 or 409 or >= 500;

    /// <summary>Whether a bank said no: another try with the same card is for another day.</summary>
    public bool Declined => problem?.Type == "card_error";

    /// <summary>Whether there is no such thing there.</summary>
    public bool Missing => status == 404;
}
