namespace Billing.Usage;

/// <summary>Fees that stand already, each with its rate of tax: what coupons, caps and taxes make of an invoice. 100 at 10 % with coupons of 10 and 110 are 0 with 0 tax (Lago, taxes_on_invoice_spec).</summary>
internal sealed record FeesPrice(IReadOnlyList<Part> Fees) : Price
{
    public override Measure Measure => Measure.Nothing;

    public override IReadOnlyList<Part> Rate(Used used) => Fees;

    internal static FeesPrice Read(TermsReading terms) => new([.. terms.Each("fees").Select((fee, index) =>
    {
        var amount = fee.Number("amount");
        return new Part(PartKind.Fee, $"Fee {index + 1}", amount, index + 1, Flat: amount, TaxRate: fee.Bound("taxRate"));
    })]);
}
