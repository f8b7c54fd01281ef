using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Where an invoice stands, whatever has been paid.</summary>
internal enum InvoiceStanding
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Written, and never sent.</summary>
    Dropped,

    /// <summary>Out.</summary>
    Issued,

    /// <summary>Out, and counts no more.</summary>
    Voided,

    /// <summary>Out, and not expected to be paid.</summary>
    GivenUp,
}

/// <summary>Money that pays an invoice.</summary>
/// <param name="PaymentId">Null for credit that the client had.</param>
/// <param name="Reference">The payment's; null for credit.</param>
/// <param name="Amount">So much of it, less what was taken back.</param>
/// <param name="On">When it came in, or was applied.</param>
internal sealed record Settling(PaymentId? PaymentId, string? Reference, Money Amount, DateOnly On);

/// <summary>A credit note that lowers what is due.</summary>
/// <param name="Amount">By so much.</param>
/// <param name="Beyond">What it gives beyond that.</param>
internal sealed record Crediting(CreditNoteId CreditNoteId, string Number, Money Amount, Money Beyond, DateOnly On);

/// <summary>An invoice, from draft to settled. Once issued, what stands on it never changes.</summary>
/// <param name="Total">As issued; null for a draft.</param>
/// <param name="Ended">Why and when it was voided or given up.</param>
internal sealed record Invoice(
    ClientId ClientId, Currency Currency, BillingRunId? BillingRun, InvoiceId? Replaces, ValueList<InvoiceLine> Lines, Discount? Discount,
    TaxRules Rules, TaxTreatment Treatment, string? TaxReason, int TermsDays, DateOnly? IssueDate, Period? Period, Wording Wording,
    InvoiceStanding Standing, string? Number, DateOnly? DueDate, Addressee? Addressee, Money? Total,
    ValueList<Settling> Settlings, ValueList<Crediting> Creditings, (string Reason, DateOnly On)? Ended) : IAggregate<Invoice>
{
    public static string Alias => "invoicing.invoice";

    public static Invoice Initial { get; } = new(default, default, null, null, [], null, TaxRules.Usual, TaxTreatment.Standard, null, 0, null, null, Wording.None, InvoiceStanding.Draft, null, null, null, null, [], [], null);

    /// <summary>The quote that was accepted, if that is how it came about.</summary>
    public QuoteId? Quote { get; init; }

    /// <summary>The recurring invoice that it is one of.</summary>
    public RecurringInvoiceId? Recurring { get; init; }

    /// <summary>The module that wanted it, and is told what becomes of it.</summary>
    public WantedBy? WantedBy { get; init; }

    /// <summary>Where it was born, when it was taken over; null for one of ours.</summary>
    public InvoiceMirror? Mirror { get; init; }

    /// <summary>Whether anybody has begun it.</summary>
    public bool IsBegun => ClientId != default;

    /// <summary>The charges its lines came from.</summary>
    public IEnumerable<ChargeId> Charges => Lines.SelectMany(line => line.Charges).Distinct();

    /// <summary>What it comes to; for a draft it may be refused.</summary>
    public Result<Totals> Totals() => Invoicing.Totals.Of(Currency, [.. Lines.Select(line => line.Priced(Treatment))], Discount, Rules);

    /// <summary>What has come in, credit applied included.</summary>
    public Money Paid => Invoicing.Totals.Sum(Currency, Settlings.Select(settling => settling.Amount));

    /// <summary>What credit notes took off.</summary>
    public Money Credited => Invoicing.Totals.Sum(Currency, Creditings.Select(crediting => crediting.Amount));

    /// <summary>What is still to come; nothing for a draft and for a voided invoice.</summary>
    public Money Outstanding => Total is { } total && Standing is InvoiceStanding.Issued or InvoiceStanding.GivenUp ? total - Paid - Credited : Money.Zero(Currency);

    /// <summary>Whether money can be received for it.</summary>
    public bool TakesPayments => Standing is InvoiceStanding.Issued or InvoiceStanding.GivenUp;

    /// <summary>How much of a payment pays it.</summary>
    public Money PaidBy(PaymentId payment) => Invoicing.Totals.Sum(Currency, Settlings.Where(settling => settling.PaymentId == payment).Select(settling => settling.Amount));

    /// <summary>How much of the client's credit pays it.</summary>
    public Money CreditUsed => Invoicing.Totals.Sum(Currency, Settlings.Where(settling => settling.PaymentId is null).Select(settling => settling.Amount));

    public Invoice Apply(object happened) => happened switch
    {
        InvoiceDrafted e => this with { ClientId = e.ClientId, Currency = e.Currency, BillingRun = e.BillingRun, Replaces = e.Replaces, Quote = e.Quote, Recurring = e.Recurring, WantedBy = e.WantedBy },
        DraftReaddressed e => this with { ClientId = e.ClientId, Currency = e.Currency },
        InvoiceLinesWritten e => this with { Lines = e.Lines },
        InvoiceTaxationSettled e => this with { Rules = e.Rules, Treatment = e.Treatment, TaxReason = e.Reason },
        InvoiceDiscountGranted e => this with { Discount = e.Discount },
        InvoiceDiscountDropped => this with { Discount = null },
        InvoiceTermsAgreed e => this with { TermsDays = e.Days },
        InvoiceDated e => this with { IssueDate = e.IssueDate, Period = e.Period },
        InvoiceWorded e => this with { Wording = e.Wording },
        InvoiceMirrored e => this with { Mirror = new(e.OutsideId, e.Page) },
        DraftDropped => this with { Standing = InvoiceStanding.Dropped },
        InvoiceIssued e => this with { Standing = InvoiceStanding.Issued, Number = e.Number, IssueDate = e.IssueDate, DueDate = e.DueDate, Addressee = e.Addressee, Total = e.Total },
        InvoiceVoided e => this with { Standing = InvoiceStanding.Voided, Ended = (e.Reason, e.On) },
        InvoiceGivenUp e => this with { Standing = InvoiceStanding.GivenUp, Ended = (e.Reason, e.On) },
        PaymentAllocated e => this with { Settlings = [.. Settlings, new(e.PaymentId, e.Reference, e.Amount, e.ReceivedOn)] },
        PaymentTakenBack e => this with { Settlings = Less(e.PaymentId, e.Amount) },
        CreditApplied e => this with { Settlings = [.. Settlings, new(null, null, e.Amount, e.On)] },
        AppliedCreditReleased e => this with { Settlings = Less(null, e.Amount) },
        InvoiceCredited e => this with { Creditings = [.. Creditings, new(e.CreditNoteId, e.Number, e.Amount, e.Beyond, e.On)] },
        _ => throw new UnknownEventException(nameof(Invoice), happened),
    };

    private ValueList<Settling> Less(PaymentId? payment, Money amount)
    {
        var (left, settlings) = (amount, new List<Settling>(Settlings));
        for (var i = settlings.Count - 1; i >= 0 && left.IsPositive; i--)
        {
            if (settlings[i].PaymentId != payment) continue;
            var taken = settlings[i].Amount < left ? settlings[i].Amount : left;
            left -= taken;
            settlings[i] = settlings[i] with { Amount = settlings[i].Amount - taken };
        }
        return [.. settlings.Where(settling => !settling.Amount.IsZero)];
    }
}
