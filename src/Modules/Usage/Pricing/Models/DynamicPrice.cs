namespace Billing.Usage;

/// <summary>
/// The events bring their price; a multiplier adds a margin. 0.70 + 0.55 + 2.20 are 3.45 (Lago, the table of the dynamic model);
/// a cost of 10 × 1.33333 is 13.3333 (OpenMeter, dynamic price).
/// </summary>
internal sealed record DynamicPrice(Exact Multiplier) : Price
{
    public override Measure Measure => Measure.QuantityOrEvents;

    public override IReadOnlyList<Part> Rate(Used used)
    {
        if (used.Events.Count == 0) return [new(PartKind.Units, $"{used.Quantity} × {Multiplier}", used.Quantity * Multiplier, Quantity: used.Quantity, Unit: Multiplier)];
        var parts = new EventParts();
        foreach (var amount in used.Events) parts.Paid(amount * Multiplier, amount, Multiplier);
        return parts.All;
    }

    internal static DynamicPrice Read(TermsReading terms) => new(terms.NumberOr("multiplier", 1));
}
