using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>How money came in.</summary>
internal enum PaymentMethod
{
    /// <summary>Bank transfer.</summary>
    BankTransfer,

    /// <summary>Card.</summary>
    Card,

    /// <summary>Cash.</summary>
    Cash,

    /// <summary>Cheque.</summary>
    Cheque,

    /// <summary>Otherwise.</summary>
    Other,
}

/// <summary>A part of a payment that pays an invoice.</summary>
/// <param name="InvoiceId">Which.</param>
/// <param name="Amount">So much.</param>
internal sealed record Allocation(InvoiceId InvoiceId, Money Amount);

/// <summary>Something that happened to a payment.</summary>
internal abstract record PaymentEvent;

/// <summary>Money came in from a client. Under one reference a client pays once, unless it was undone.</summary>
/// <param name="ClientId">From whom.</param>
/// <param name="Reference">The client's or the bank's word for it.</param>
/// <param name="Amount">What came in.</param>
/// <param name="ReceivedOn">The day.</param>
/// <param name="Method">How.</param>
/// <param name="Fee">What the bank kept of it; null for nothing.</param>
/// <param name="Note">Worth remembering; null for nothing.</param>
/// <param name="CollectedFor">The invoice that another module collected it for, whether or not it still asked for anything; null when nobody did.</param>
[Event("invoicing.payment_received"), Announced]
internal sealed record PaymentReceived(ClientId ClientId, string Reference, Money Amount, DateOnly ReceivedOn, PaymentMethod Method, Money? Fee, string? Note, InvoiceId? CollectedFor = null) : PaymentEvent;

/// <summary>What the money of a payment was used for.</summary>
/// <param name="Allocations">Invoices that it pays.</param>
/// <param name="Credited">The rest, which is the client's credit.</param>
[Event("invoicing.payment_spread")]
internal sealed record PaymentSpread(ValueList<Allocation> Allocations, Money Credited) : PaymentEvent;

/// <summary>The payment was not one: it bounced, or was entered wrongly.</summary>
/// <param name="Reason">In somebody's words.</param>
/// <param name="On">The day.</param>
[Event("invoicing.payment_undone")]
internal sealed record PaymentUndone(string Reason, DateOnly On) : PaymentEvent;

/// <summary>Money of a payment was given back to the client.</summary>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">In somebody's words.</param>
/// <param name="FromCredit">What of it was the client's credit.</param>
/// <param name="FromInvoices">What of it paid invoices, which ask for it again.</param>
/// <param name="Elsewhere">What its provider calls the giving back, where it was made there; null for what was decided here.</param>
[Event("invoicing.payment_refunded"), Announced]
internal sealed record PaymentRefunded(Money Amount, DateOnly On, string Reason, Money FromCredit, ValueList<Allocation> FromInvoices, string? Elsewhere = null) : PaymentEvent;

/// <summary>Money from a client, and what it was used for.</summary>
/// <param name="Allocations">What still pays invoices.</param>
/// <param name="Credited">What became the client's credit.</param>
internal sealed record Payment(
    ClientId ClientId, string Reference, Money Amount, DateOnly ReceivedOn, PaymentMethod Method, Money? Fee, string? Note, ValueList<Allocation> Allocations, Money Credited, Money Refunded, bool IsUndone) : IAggregate<Payment>
{
    public static string Alias => "invoicing.payment";

    public static Payment Initial { get; } = new(default, "", default, default, default, null, null, [], default, default, false);

    /// <summary>The invoice that another module collected it for; null when nobody did.</summary>
    public InvoiceId? CollectedFor { get; init; }

    /// <summary>What was given back of it at its provider, as that one calls it: each is noted once, however long after it is told again.</summary>
    public ValueList<string> RefundsElsewhere { get; init; } = [];

    /// <summary>Why it was undone, or money of it last given back, in somebody's words; null as long as it is neither.</summary>
    public string? TakenBackBecause { get; init; }

    /// <summary>The stream of a client's payment under a reference.</summary>
    public static Guid IdOf(ClientId client, string reference) => NamedId.Of("payment", client.ToString(), PlainText.Key(reference));

    /// <summary>Whether money came in, and was not undone since.</summary>
    public bool Counts => ClientId != default && !IsUndone;

    public Payment Apply(object happened) => happened switch
    {
        PaymentReceived e => new(e.ClientId, e.Reference, e.Amount, e.ReceivedOn, e.Method, e.Fee, e.Note, [], Money.Zero(e.Amount.Currency), Money.Zero(e.Amount.Currency), false) { CollectedFor = e.CollectedFor },
        PaymentSpread e => this with { Allocations = e.Allocations, Credited = e.Credited },
        PaymentUndone or PaymentRefunded when ClientId == default => this, // before money came in there is none to take back
        PaymentUndone e => this with { IsUndone = true, TakenBackBecause = e.Reason, Allocations = [], Credited = Money.Zero(Amount.Currency) },
        PaymentRefunded e => this with { Refunded = Refunded + e.Amount, RefundsElsewhere = e.Elsewhere is { } there ? [.. RefundsElsewhere, there] : RefundsElsewhere, TakenBackBecause = e.Reason, Allocations = Less(e.FromInvoices), Credited = Credited < e.FromCredit ? Money.Zero(Amount.Currency) : Credited - e.FromCredit },
        _ => throw new UnknownEventException(nameof(Payment), happened),
    };

    private ValueList<Allocation> Less(ValueList<Allocation> taken) =>
        [.. Allocations.Select(one => one with { Amount = one.Amount - Totals.Sum(Amount.Currency, taken.Where(t => t.InvoiceId == one.InvoiceId).Select(t => t.Amount)) }).Where(one => !one.Amount.IsZero)];
}
