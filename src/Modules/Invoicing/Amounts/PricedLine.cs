namespace Billing.Invoicing;

/// <summary>What of a line its amounts follow from.</summary>
/// <param name="Discount">Granted on this line alone.</param>
/// <param name="Taxes">Each on the same price; none twice.</param>
/// <param name="IsShipping">Stands below the subtotal and bears no share of the document's discount.</param>
internal sealed record PricedLine(Quantity Quantity, UnitPrice UnitPrice, Discount? Discount, ValueList<TaxRate> Taxes, bool IsShipping)
{
    /// <summary>The line's amounts, or why it has none.</summary>
    public Result<LineAmount> In(Currency currency)
    {
        if (!UnitPrice.For(Quantity, currency).TryGet(out var price, out var refused)) return refused;
        if (Taxes.Distinct().Count() < Taxes.Count) return TaxedTwice;
        if (Taxes.FirstOrDefault(tax => tax.Name.Trim().Length is 0 or > TaxRate.LongestName) is not null) return Nameless;
        if (Discount is null) return new LineAmount(price, Money.Zero(currency));
        return Discount.Of(price, "the line's amount").TryGet(out var off, out refused) ? new LineAmount(price, off) : refused;
    }

    private static readonly Refusal TaxedTwice = new("tax-twice", "A line bears each tax once. Leave out the one that is there twice.");
    private static readonly Refusal Nameless = new("tax-name-missing", $"A tax needs a name of at most {TaxRate.LongestName} characters, such as VAT.");
}

/// <summary>What a line comes to.</summary>
/// <param name="Price">Quantity × unit price, rounded.</param>
/// <param name="Discount">Taken off.</param>
internal readonly record struct LineAmount(Money Price, Money Discount)
{
    /// <summary>What the line adds to the document.</summary>
    public Money Amount => Price - Discount;
}
