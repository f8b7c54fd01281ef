using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>How an invoice stands where it was born.</summary>
public enum MirroredState
{
    /// <summary>It asks for money.</summary>
    Open,

    /// <summary>It is paid.</summary>
    Paid,

    /// <summary>It counts no more.</summary>
    Voided,

    /// <summary>Nobody expects it to be paid.</summary>
    GivenUp,
}

/// <summary>
/// An invoice was issued elsewhere and is taken over as it is, under its own number: none of our series is touched. However often it is told, and in whatever order
/// its states come, there is one invoice, and it ends as the last of them. What stands on it never changes.
/// </summary>
/// <param name="InvoiceId">Under which it is to be kept; it follows from what it is called there.</param>
/// <param name="OutsideId">What it is called there.</param>
/// <param name="Number">As printed on it.</param>
/// <param name="Page">Where it can be seen and paid; null where nowhere.</param>
/// <param name="ClientId">Who owes it.</param>
/// <param name="Currency">Of all its amounts.</param>
/// <param name="IssuedOn">As printed.</param>
/// <param name="DueOn">The last day that is not late.</param>
/// <param name="Period">The days it is for; null for none.</param>
/// <param name="Lines">As printed.</param>
/// <param name="PricesIncludeTax">Whether prices contain their tax.</param>
/// <param name="Taxes">What each tax comes to.</param>
/// <param name="Total">What it asks for.</param>
/// <param name="State">How it stands.</param>
/// <param name="StateOn">Since which day.</param>
/// <param name="Payments">All that came in for it.</param>
public sealed record MirrorInvoice(
    Guid InvoiceId, string OutsideId, string Number, string? Page, Guid ClientId, Currency Currency, DateOnly IssuedOn, DateOnly DueOn, Period? Period, ValueList<MirroredLine> Lines, bool PricesIncludeTax, ValueList<MirroredTax> Taxes, Money Total,
    MirroredState State, DateOnly StateOn, ValueList<MirroredPayment> Payments)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.invoice_born_elsewhere";

    /// <summary>Has it taken over if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this);
}

/// <summary>A line of an invoice that was issued elsewhere.</summary>
/// <param name="Description">As printed.</param>
/// <param name="Quantity">How much.</param>
/// <param name="UnitPrice">What one costs.</param>
/// <param name="Discount">Taken off this line; nothing for none.</param>
/// <param name="Taxes">Borne by it.</param>
/// <param name="Period">The days it is for; null for none.</param>
public sealed record MirroredLine(string Description, Quantity Quantity, UnitPrice UnitPrice, Money Discount, ValueList<MirroredRate> Taxes, Period? Period);

/// <summary>A tax on a line.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Rate">Of the price without tax.</param>
public sealed record MirroredRate(string Name, Percentage Rate);

/// <summary>What a tax comes to.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Amount">In all.</param>
public sealed record MirroredTax(string Name, Money Amount);

/// <summary>Money that came in where the invoice was born.</summary>
/// <param name="Reference">What it is called there; one that pays several invoices is told for each, with its part.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
/// <param name="Taken">Whether it was taken from a card or an account there; else it came past it.</param>
/// <param name="Note">Worth remembering; null for nothing.</param>
public sealed record MirroredPayment(string Reference, Money Amount, DateOnly On, bool Taken, string? Note);
