using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>How far an invoice goes by itself.</summary>
public enum InvoiceOutcome
{
    /// <summary>It stays a draft for somebody to look at.</summary>
    Draft,

    /// <summary>It is issued.</summary>
    Issue,

    /// <summary>It is issued and mailed to the client.</summary>
    Send,
}

/// <summary>
/// A module wants charges invoiced together, at once. However often it is told, one reference makes one invoice. What comes to nothing or less makes none:
/// those charges wait, and the next invoice of their series takes them along. What cannot be invoiced now is parked until somebody tries it again.
/// </summary>
/// <param name="Module">The module that wants it.</param>
/// <param name="Reference">What it is for there; within the module it makes one invoice.</param>
/// <param name="Series">What belongs together there, such as one subscription.</param>
/// <param name="Charges">All of one client and currency, at least one.</param>
/// <param name="On">The day it is dated.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="Then">How far it goes by itself.</param>
public sealed record InvoiceCharges(string Module, string Reference, string Series, IReadOnlyList<PostCharge> Charges, DateOnly On, Period? Period, InvoiceOutcome Then)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.invoice_wanted";

    /// <summary>Wants it if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: $"{Module}/{Reference}");
}

/// <summary>What was parked is tried again.</summary>
/// <param name="Module">The module that wanted the invoice.</param>
/// <param name="Reference">As it was wanted.</param>
public sealed record InvoiceChargesAgain(string Module, string Reference)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.invoice_wanted_again";

    /// <summary>Tries it again if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this);
}
