using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>What a line stands for.</summary>
internal enum LineKind
{
    /// <summary>Goods or work.</summary>
    Item,

    /// <summary>Bringing them.</summary>
    Shipping,
}

/// <summary>One line of an invoice, quote or credit note.</summary>
/// <param name="Description">As printed.</param>
/// <param name="Quantity">How much; negative for what is taken back.</param>
/// <param name="UnitPrice">What one costs.</param>
/// <param name="Discount">Granted on this line alone; null for none.</param>
/// <param name="Taxes">Borne by it, each on the same price.</param>
/// <param name="Period">The days it is for; null for none.</param>
/// <param name="Group">Under which it is printed, such as Hosting; null for none.</param>
/// <param name="Kind">Item or shipping.</param>
/// <param name="Charges">The charges it came from.</param>
internal sealed record InvoiceLine(
    string Description, Quantity Quantity, UnitPrice UnitPrice, Discount? Discount, ValueList<TaxRate> Taxes, Period? Period, string? Group, LineKind Kind, ValueList<ChargeId> Charges)
{
    /// <summary>What its amounts follow from.</summary>
    public PricedLine Priced(TaxTreatment treatment) => new(Quantity, UnitPrice, Discount, treatment == TaxTreatment.Standard ? Taxes : [], Kind == LineKind.Shipping);
}

/// <summary>Who an invoice is for, as they were when it was issued.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Address">On several lines.</param>
/// <param name="Email">Where it is sent.</param>
/// <param name="TaxId">Their tax number.</param>
/// <param name="Country">Two letters of ISO 3166.</param>
/// <param name="Language">The document's: en, de, fr, es.</param>
internal sealed record Addressee(PersonalText Name, PersonalText? Address, PersonalText? Email, PersonalText? TaxId, string? Country, string? Language);

/// <summary>What is written on a document besides lines and amounts.</summary>
/// <param name="Notes">For the client.</param>
/// <param name="Terms">Of payment.</param>
/// <param name="PurchaseOrder">The client's number for it.</param>
/// <param name="ShipTo">Where the goods go.</param>
internal sealed record Wording(string? Notes = null, string? Terms = null, string? PurchaseOrder = null, PersonalText? ShipTo = null)
{
    public static Wording None { get; } = new();
}
