namespace Billing.Usage;

/// <summary>
/// The events bring their price; a multiplier adds a margin. 0.70 + 0.55 + 2.20 are 3.45 (Lago, the table of the dynamic model);
/// a cost of 10 × 1.33333 is 13.3333 (OpenMeter, dynamic price).
/// </summary>
internal sealed record DynamicPrice(Exact Multiplier) : Price
{
    public override Measure Measure => Measure.QuantityOrEvents;

    public override IReadOnlyList<Part> Rate(Used used) => used.Events.Count == 0
        ? [new(PartKind.Units, $"{used.Quantity} × {Multiplier}", used.Quantity * Multiplier, Quantity: used.Quantity, Unit: Multiplier)]
        : [.. used.Events.Select((amount, index) => new Part(PartKind.Event, $"Event {index + 1}", amount * Multiplier, index + 1, amount, Multiplier))];

    internal static DynamicPrice Read(TermsReading terms) => new(terms.NumberOr("multiplier", 1));
}
