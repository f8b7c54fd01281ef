namespace Billing.Usage;

/// <summary>Quantity × price: 100,000 at 0.001 are 100.</summary>
/// <param name="UnitPrice">For one.</param>
internal sealed record PerUnitPrice(Exact UnitPrice) : Price
{
    public override IReadOnlyList<Part> Rate(Used used) => [new(PartKind.Units, $"{used.Quantity} × {UnitPrice}", used.Quantity * UnitPrice, Quantity: used.Quantity, Unit: UnitPrice)];

    internal static PerUnitPrice Read(TermsReading terms) => new(terms.Number("unitPrice"));
}
