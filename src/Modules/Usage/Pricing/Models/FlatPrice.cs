namespace Billing.Usage;

/// <summary>The fee, whatever the quantity: 49 is 49 for nothing, for 1 and for 1,000,000.</summary>
/// <param name="Fee">For the period.</param>
internal sealed record FlatPrice(Exact Fee) : Price
{
    public override Measure Measure => Measure.Nothing;

    public override IReadOnlyList<Part> Rate(Used used) => [new(PartKind.Fee, "Fee", Fee, Flat: Fee)];

    internal static FlatPrice Read(TermsReading terms) => new(terms.Number("fee"));
}
