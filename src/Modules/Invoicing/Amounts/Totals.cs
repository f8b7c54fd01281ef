namespace Billing.Invoicing;

/// <summary>What one tax comes to on a document.</summary>
/// <param name="Tax">Which.</param>
/// <param name="On">The price without tax that it is owed on.</param>
/// <param name="Amount">What is owed.</param>
/// <param name="Lines">The lines that bear it, in the order of lines; what they bear of it adds up to what it is owed on.</param>
internal sealed record TaxTotal(TaxRate Tax, Money On, Money Amount, IReadOnlyList<TaxedLine> Lines);

/// <summary>What of a line a tax is owed on.</summary>
/// <param name="Line">Its place, from 0.</param>
/// <param name="On">Its price without tax, less its share of the document's discount where the tax is owed after it.</param>
internal sealed record TaxedLine(int Line, Money On);

/// <summary>What a document comes to. Total = subtotal − discount + tax on top + shipping.</summary>
/// <param name="Lines">Each line's amounts, in the order of lines.</param>
/// <param name="Subtotal">All lines but shipping, less their own discounts.</param>
/// <param name="Discount">The document's.</param>
/// <param name="Shipping">All lines of shipping.</param>
/// <param name="Taxes">Each tax once, as it first appears on a line.</param>
/// <param name="Tax">All taxes.</param>
/// <param name="Total">What is to be paid.</param>
internal sealed record Totals(IReadOnlyList<LineAmount> Lines, Money Subtotal, Money Discount, Money Shipping, IReadOnlyList<TaxTotal> Taxes, Money Tax, Money Total)
{
    /// <summary>Computes them; the one place where it is done, for drafts, documents and credit notes alike.</summary>
    public static Result<Totals> Of(Currency currency, IReadOnlyList<PricedLine> lines, Discount? discount, TaxRules rules)
    {
        var amounts = new LineAmount[lines.Count];
        for (var i = 0; i < amounts.Length; i++)
        {
            if (!lines[i].In(currency).TryGet(out var amount, out var refused)) return refused.With("line", i);
            amounts[i] = amount;
        }
        var subtotal = Sum(currency, lines.Select((line, i) => line.IsShipping ? Money.Zero(currency) : amounts[i].Amount));
        var shipping = Sum(currency, lines.Select((line, i) => line.IsShipping ? amounts[i].Amount : Money.Zero(currency)));
        var off = Money.Zero(currency);
        if (discount is not null)
        {
            if (!discount.Of(subtotal, "the subtotal").TryGet(out var granted, out var tooMuch)) return tooMuch;
            off = granted;
        }

        var taxed = new Taxation(currency, rules).Of(lines, [.. amounts.Select(amount => amount.Amount)], off);
        var tax = Sum(currency, taxed.Select(t => t.Amount));
        var total = subtotal - off + shipping + (rules.PricesIncludeTax ? Money.Zero(currency) : tax);
        return new Totals(amounts, subtotal, off, shipping, taxed, tax, total);
    }

    public static Money Sum(Currency currency, IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
