using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>
/// A module gives back a part of what it had invoiced. A credit note takes it off; what of it was paid is noted as refunded, what was not is asked for no more.
/// However often it is told, one reference gives back once. What no issued invoice bears is credited to the next invoice of the series.
/// </summary>
/// <param name="Module">The module that wants it.</param>
/// <param name="Reference">What it is for there; among the references of its invoices, too.</param>
/// <param name="Series">What belongs together there.</param>
/// <param name="From">The references of the wanted invoices that it comes off, the first one first.</param>
/// <param name="Charges">What is given back: of one client and currency, with prices below nothing; of what is taken off less, above.</param>
/// <param name="Reason">Printed on the credit note.</param>
/// <param name="On">The day.</param>
/// <param name="Then">How far an invoice of what is left would go by itself.</param>
public sealed record GiveBack(string Module, string Reference, string Series, IReadOnlyList<string> From, IReadOnlyList<PostCharge> Charges, string Reason, DateOnly On, InvoiceOutcome Then)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.give_back_wanted";

    /// <summary>Wants it if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: $"{Module}/{Reference}");
}
