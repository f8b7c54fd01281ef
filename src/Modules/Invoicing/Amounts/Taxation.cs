namespace Billing.Invoicing;

/// <summary>
/// Taxes of a document. Lines that bear the same taxes form a group; the document's discount is spread over groups in proportion to their sums, and
/// over the lines of a group where tax is rounded per line. No cent is lost on the way.
/// </summary>
internal sealed class Taxation(Currency currency, TaxRules rules)
{
    private readonly List<TaxRate> _order = [];
    private readonly Dictionary<TaxRate, (decimal On, Money Tax)> _owed = [];
    private readonly Dictionary<TaxRate, List<TaxedLine>> _lines = [];

    /// <summary>What each tax comes to.</summary>
    public IReadOnlyList<TaxTotal> Of(IReadOnlyList<PricedLine> lines, IReadOnlyList<Money> amounts, Money discount)
    {
        foreach (var tax in lines.SelectMany(line => line.Taxes))
        {
            if (!_owed.TryAdd(tax, (0, Money.Zero(currency)))) continue;
            _order.Add(tax);
            _lines.Add(tax, []);
        }

        var discounted = lines.Index().Where(line => !line.Item.IsShipping).GroupBy(line => KeyOf(line.Item.Taxes)).Select(group => group.Select(line => line.Index).ToArray()).ToList();
        var sums = discounted.Select(group => Totals.Sum(currency, group.Select(i => amounts[i]))).ToList();
        var shares = rules.BeforeDiscount ? [.. sums.Select(_ => Money.Zero(currency))] : Shares.Of(discount, sums);
        foreach (var (g, group) in discounted.Index()) Add(lines[group[0]].Taxes, group, amounts, shares[g]);
        foreach (var shipping in lines.Index().Where(line => line.Item.IsShipping).GroupBy(line => KeyOf(line.Item.Taxes)))
            Add(shipping.First().Item.Taxes, [.. shipping.Select(line => line.Index)], amounts, Money.Zero(currency));
        return [.. _order.Select(tax => new TaxTotal(tax, Money.Round(_owed[tax].On, currency), Owed(tax), [.. _lines[tax].OrderBy(line => line.Line)]))];
    }

    // On top and per document a tax is rounded once, on the sum of all groups that bear it; else it was rounded on the way.
    private Money Owed(TaxRate tax) => rules is { PricesIncludeTax: false, Rounding: TaxRounding.PerDocument } ? Money.Round(_owed[tax].On * tax.Rate.Value / 100, currency) : _owed[tax].Tax;

    private void Add(ValueList<TaxRate> taxes, int[] group, IReadOnlyList<Money> amounts, Money discount)
    {
        if (taxes.Count == 0) return;
        var weights = group.Select(i => amounts[i]).ToArray();
        var prices = Shares.Of(discount, weights).Select((share, i) => weights[i] - share).ToArray();
        if (rules.Rounding == TaxRounding.PerDocument) Bear(taxes, group, prices, Add(taxes, Totals.Sum(currency, prices)));
        else foreach (var (i, price) in prices.Index()) Bear(taxes, [group[i]], [price], Add(taxes, price));
    }

    /// <summary>Notes which lines bear the taxes.</summary>
    /// <param name="contained">The tax that is in all of their prices together.</param>
    private void Bear(ValueList<TaxRate> taxes, int[] lines, Money[] prices, Money contained)
    {
        foreach (var (i, share) in Shares.Of(contained, prices).Index())
            foreach (var tax in taxes) _lines[tax].Add(new TaxedLine(lines[i], prices[i] - share));
    }

    // What of the price is tax.
    private Money Add(ValueList<TaxRate> taxes, Money price)
    {
        if (!rules.PricesIncludeTax)
        {
            foreach (var tax in taxes) Owe(tax, price, Money.Round(price.Amount * tax.Rate.Value / 100, currency));
            return Money.Zero(currency);
        }
        var rates = taxes.Sum(tax => tax.Rate.Value);
        var contained = Money.Round(price.Amount * rates / (100 + rates), currency);
        // Weights in the currency's own units: rates have at most 6 decimals, and their proportion is all that counts.
        var parts = Shares.Of(contained, [.. taxes.Select(tax => Money.Round(tax.Rate.Value * 1_000_000, currency))]);
        foreach (var (i, tax) in taxes.Index()) Owe(tax, price - contained, parts[i]);
        return contained;
    }

    private void Owe(TaxRate tax, Money on, Money amount) => _owed[tax] = (_owed[tax].On + on.Amount, _owed[tax].Tax + amount);

    private static string KeyOf(ValueList<TaxRate> taxes) => string.Join('\n', taxes.Select(tax => tax.ToString()).Order(StringComparer.Ordinal));
}
