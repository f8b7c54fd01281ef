namespace Billing.Invoicing;

/// <summary>A tax as it stands on a line: its name and its share of the price.</summary>
/// <param name="Name">As printed, such as VAT.</param>
/// <param name="Rate">Of the price without tax.</param>
internal sealed record TaxRate(string Name, Percentage Rate)
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int LongestName = 50;

    public override string ToString() => $"{Name} {Rate}";
}

/// <summary>Where tax is rounded.</summary>
internal enum TaxRounding
{
    /// <summary>Once per rate, on the sum of all lines that bear it.</summary>
    PerDocument,

    /// <summary>Once per rate on each line.</summary>
    PerLine,
}

/// <summary>How tax is computed on one document.</summary>
/// <param name="Rounding">Where it is rounded.</param>
/// <param name="PricesIncludeTax">Prices contain their tax; otherwise it comes on top.</param>
/// <param name="BeforeDiscount">Tax is owed on the prices before the document's discount.</param>
internal sealed record TaxRules(TaxRounding Rounding, bool PricesIncludeTax, bool BeforeDiscount)
{
    /// <summary>Per document, on top, on what is left after the discount.</summary>
    public static TaxRules Usual { get; } = new(TaxRounding.PerDocument, false, false);
}
