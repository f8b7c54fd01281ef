using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Something that happened to an invoice that another module wants.</summary>
internal abstract record WantedInvoiceEvent;

/// <summary>A module wants charges invoiced together.</summary>
/// <param name="Module">Which.</param>
/// <param name="Reference">What it is for there.</param>
/// <param name="Series">What belongs together there: what comes to nothing waits for the next invoice of it.</param>
/// <param name="ClientId">Who owes it.</param>
/// <param name="Currency">Of all charges.</param>
/// <param name="Charges">What is to be charged, each with the fact it came from.</param>
/// <param name="On">The day it is dated.</param>
/// <param name="Period">The days it is for; null for none.</param>
/// <param name="Then">How far it goes by itself.</param>
[Event("invoicing.invoice_wanted")]
internal sealed record InvoiceWanted(string Module, string Reference, string Series, ClientId ClientId, Currency Currency, ValueList<WantedCharge> Charges, DateOnly On, Period? Period, InvoiceOutcome Then) : WantedInvoiceEvent;

/// <summary>The invoice is there, as far as it was to go by itself; or its charges went along on a later one of the series.</summary>
/// <param name="InvoiceId">That invoice.</param>
[Event("invoicing.wanted_invoice_made")]
internal sealed record WantedInvoiceMade(InvoiceId InvoiceId) : WantedInvoiceEvent;

/// <summary>It comes to nothing, or less: its charges are open and go along on the next invoice of the series.</summary>
[Event("invoicing.wanted_invoice_carried")]
internal sealed record WantedInvoiceCarried : WantedInvoiceEvent;

/// <summary>It could not be made, or not go as far as it was to; it waits for somebody to try again.</summary>
/// <param name="InvoiceId">The invoice as far as it is; null when there is none.</param>
/// <param name="Code">Why.</param>
[Event("invoicing.wanted_invoice_parked")]
internal sealed record WantedInvoiceParked(InvoiceId? InvoiceId, string Code) : WantedInvoiceEvent;

/// <summary>What is to be charged.</summary>
/// <param name="Source">The fact it came from.</param>
/// <param name="Terms">What is charged for it.</param>
internal sealed record WantedCharge(ChargeSource Source, ChargeTerms Terms);

/// <summary>How far a wanted invoice is.</summary>
internal enum WantedStep
{
    /// <summary>It is being made.</summary>
    Wanted,

    /// <summary>It is there.</summary>
    Made,

    /// <summary>Its charges wait for the next one of the series.</summary>
    Carried,

    /// <summary>It waits for somebody.</summary>
    Parked,
}

/// <summary>An invoice that another module wants.</summary>
/// <param name="Wanted">What it is to be; null before anybody wants it.</param>
internal sealed record WantedInvoice(InvoiceWanted? Wanted, WantedStep Step, InvoiceId? InvoiceId, string? Code) : IAggregate<WantedInvoice>
{
    public static string Alias => "invoicing.wanted_invoice";

    public static WantedInvoice Initial { get; } = new(null, WantedStep.Wanted, null, null);

    /// <summary>The stream of what a module wants: it follows from the reference, so that one reference makes one invoice.</summary>
    public static Guid Id(string module, string reference) => NamedId.Of("wanted invoice", module, reference);

    public WantedInvoice Apply(object happened) => happened switch
    {
        InvoiceWanted e => this with { Wanted = e },
        WantedInvoiceMade e => this with { Step = WantedStep.Made, InvoiceId = e.InvoiceId, Code = null },
        WantedInvoiceCarried => this with { Step = WantedStep.Carried, InvoiceId = null, Code = null },
        WantedInvoiceParked e => this with { Step = WantedStep.Parked, InvoiceId = e.InvoiceId, Code = e.Code },
        _ => throw new UnknownEventException(nameof(WantedInvoice), happened),
    };
}
