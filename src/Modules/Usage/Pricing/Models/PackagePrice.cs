namespace Billing.Usage;

/// <summary>
/// ⌈(quantity − free units) ÷ size⌉ × price: a package that was begun is paid whole.
/// Packages of 10 at 100 (Lago, package_service_spec): 121 are 13 packages, 1,300; with 20 free units 121 are 11, 1,100; 0 are 0.
/// </summary>
internal sealed record PackagePrice(Exact Size, Exact Price, Exact FreeUnits) : Price
{
    public override IReadOnlyList<Part> Rate(Used used)
    {
        var packages = (used.Quantity - FreeUnits).PiecesOf(Size);
        return [new(PartKind.Packages, $"{packages} × package of {Size}" + (FreeUnits.IsZero ? "" : $", {FreeUnits} free"), packages * Price, Quantity: packages, Unit: Price)];
    }

    internal static PackagePrice Read(TermsReading terms) => new(terms.Size("packageSize"), terms.Number("packagePrice"), terms.NumberOr("freeUnits", 0));
}
