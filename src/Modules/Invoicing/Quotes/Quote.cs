using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Where a quote stands, whatever day it is.</summary>
internal enum QuoteStanding
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Written, and never issued.</summary>
    Dropped,

    /// <summary>Out, and not answered.</summary>
    Issued,

    /// <summary>The client said yes.</summary>
    Accepted,

    /// <summary>The client said no.</summary>
    Declined,

    /// <summary>Taken back by who wrote it.</summary>
    Withdrawn,
}

/// <summary>How far a quote is today.</summary>
internal enum QuoteState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Out, and waiting for an answer.</summary>
    Open,

    /// <summary>Out, and its last day is past.</summary>
    Expired,

    /// <summary>The client said yes.</summary>
    Accepted,

    /// <summary>The client said no.</summary>
    Declined,

    /// <summary>Taken back by who wrote it.</summary>
    Withdrawn,
}

/// <summary>What a client is offered, from draft to answer. Once issued, what stands on it never changes; how long it holds may.</summary>
/// <param name="Total">As issued; null for a draft.</param>
/// <param name="InvoiceId">The draft that came of it once it was accepted.</param>
/// <param name="Ended">Why and when it was declined or withdrawn.</param>
internal sealed record Quote(
    ClientId ClientId, Currency Currency, ValueList<InvoiceLine> Lines, Discount? Discount, TaxRules Rules, TaxTreatment Treatment, string? TaxReason, DateOnly? ValidUntil, Period? Period, Wording Wording,
    QuoteStanding Standing, string? Number, DateOnly? IssueDate, Addressee? Addressee, Money? Total, InvoiceId? InvoiceId, DateOnly? AcceptedOn, (string Reason, DateOnly On)? Ended) : IAggregate<Quote>
{
    public static string Alias => "invoicing.quote";

    public static Quote Initial { get; } = new(default, default, [], null, TaxRules.Usual, TaxTreatment.Standard, null, null, null, Wording.None, QuoteStanding.Draft, null, null, null, null, null, null, null);

    /// <summary>Whether anybody has begun it.</summary>
    public bool IsBegun => ClientId != default;

    /// <summary>What it comes to, by the same sums as an invoice; for a draft it may be refused.</summary>
    public Result<Totals> Totals() => Invoicing.Totals.Of(Currency, [.. Lines.Select(line => line.Priced(Treatment))], Discount, Rules);

    /// <summary>How far it is on a day in the organisation's zone; its last day is not too late.</summary>
    public QuoteState StateOn(DateOnly today) => StateOf(Standing, ValidUntil, today);

    /// <summary>The same of a row.</summary>
    public static QuoteState StateOf(QuoteStanding standing, DateOnly? validUntil, DateOnly today) => standing switch
    {
        QuoteStanding.Draft or QuoteStanding.Dropped => QuoteState.Draft,
        QuoteStanding.Accepted => QuoteState.Accepted,
        QuoteStanding.Declined => QuoteState.Declined,
        QuoteStanding.Withdrawn => QuoteState.Withdrawn,
        _ => validUntil < today ? QuoteState.Expired : QuoteState.Open,
    };

    public Quote Apply(object happened) => happened switch
    {
        QuoteDrafted e => this with { ClientId = e.ClientId, Currency = e.Currency },
        QuoteReaddressed e => this with { ClientId = e.ClientId, Currency = e.Currency },
        QuoteLinesWritten e => this with { Lines = e.Lines },
        QuoteTaxationSettled e => this with { Rules = e.Rules, Treatment = e.Treatment, TaxReason = e.Reason },
        QuoteDiscountOffered e => this with { Discount = e.Discount },
        QuoteDiscountDropped => this with { Discount = null },
        QuoteDated e => this with { ValidUntil = e.ValidUntil, Period = e.Period },
        QuoteWorded e => this with { Wording = e.Wording },
        QuoteDropped => this with { Standing = QuoteStanding.Dropped },
        QuoteIssued e => this with { Standing = QuoteStanding.Issued, Number = e.Number, IssueDate = e.IssueDate, ValidUntil = e.ValidUntil, Addressee = e.Addressee, Total = e.Total },
        QuoteProlonged e => this with { ValidUntil = e.ValidUntil },
        QuoteAccepted e => this with { Standing = QuoteStanding.Accepted, InvoiceId = e.InvoiceId, AcceptedOn = e.On },
        QuoteDeclined e => this with { Standing = QuoteStanding.Declined, Ended = (e.Reason, e.On) },
        QuoteWithdrawn e => this with { Standing = QuoteStanding.Withdrawn, Ended = (e.Reason, e.On) },
        _ => throw new UnknownEventException(nameof(Quote), happened),
    };
}
