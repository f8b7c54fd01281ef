using Billing.Web;

namespace Billing.Invoicing;

/// <summary>What an invoice comes to: lines with the charges behind them, discount, taxes.</summary>
/// <param name="id">The invoice.</param>
/// <param name="past">What happened to it.</param>
/// <param name="totals">What it comes to.</param>
/// <param name="charges">Those its lines came from.</param>
internal sealed class ExplainedTotal(Guid id, PastOf<Invoice> past, Totals totals, IReadOnlyDictionary<ChargeId, Charge> charges)
{
    private readonly Invoice _invoice = past.State;
    private readonly Currency _currency = past.State.Currency;

    /// <summary>All of it; of an invoice that was taken over what its lines do not say is as its issuer has it.</summary>
    public Explained Total(ExplainedPlace asked)
    {
        List<Explained> parts = [.. _invoice.Lines.Select((_, place) => Line(place))];
        if (!totals.Discount.IsZero) parts.Add(Off(ExplainedAs.Discount, totals.Discount, _invoice.Discount!, totals.Subtotal) with { Event = past.Last<InvoiceDiscountGranted>() });
        if (!_invoice.Rules.PricesIncludeTax) parts.AddRange(Taxes);
        if (asked.After > 0) return ExplainedWiring.SumPaged(ExplainedAs.Total, _currency, parts, asked);
        return Explained.Of(ExplainedAs.Total, _invoice.Total ?? totals.Total, parts.Paged(_currency, asked), _invoice.Mirror is null ? null : ExplainedAs.Elsewhere) with
        {
            Text = _invoice.Number, Event = past.Last<InvoiceIssued>() ?? past.Last<InvoiceLinesWritten>() ?? past.Last<InvoiceDrafted>(), Record = new(ExplainInvoice.Name, id.ToString()),
        };
    }

    /// <summary>Every tax, with the lines that bear it.</summary>
    public Explained Tax => Explained.Of(ExplainedAs.Taxes, totals.Tax, Taxes) with { Text = _invoice.Number };

    private IEnumerable<Explained> Taxes => totals.Taxes.Select(tax =>
    {
        var (rule, settled) = (Share(tax.Tax.Rate, tax.On), past.Last<InvoiceTaxationSettled>());
        // Rounded once for each rate or once on each line, contained or on top: what lines and rate leave over is rounding, whatever it comes to.
        var explained = tax.Lines.Count > ExplainedWiring.PartsAtOnce ? Explained.Leaf(ExplainedAs.Tax, tax.Amount) with { Count = tax.Lines.Count }
            : Explained.Of(ExplainedAs.Tax, tax.Amount, tax.Lines.Select(line => Explained.Leaf(ExplainedAs.TaxOfLine, new(line.On.Amount * tax.Tax.Rate.Value / 100, _currency)) with { Text = _invoice.Lines[line.Line].Description, Rule = Share(tax.Tax.Rate, line.On), Event = settled }), ExplainedAs.Rounding);
        return explained with { Text = tax.Tax.ToString(), Rule = rule, Event = settled };
    });

    /// <summary>One line.</summary>
    /// <param name="place">From 0.</param>
    public Explained Line(int place)
    {
        var (line, amount) = (_invoice.Lines[place], totals.Lines[place]);
        var (written, times) = (past.Last<InvoiceLinesWritten>(), Times(line.Quantity, line.UnitPrice, _currency));
        var parts = line.Charges.Where(charges.ContainsKey).Select(charge => Explained.Leaf(ExplainedAs.Charge, charges[charge].Terms.Amount) with { Text = charges[charge].Terms.Description, Place = new(ExplainCharge.Name, charge.ToString()), Record = new(ExplainCharge.Name, charge.ToString()) }).ToList();
        if (parts.Count == 0) parts.Add(Explained.Rounded(ExplainedAs.Price, amount.Price, new(line.Quantity.Value * line.UnitPrice.Value, _currency), times) with { Event = written });
        else if (amount.Price - Totals.Sum(_currency, line.Charges.Where(charges.ContainsKey).Select(charge => charges[charge].Terms.Amount)) is { IsZero: false } byHand) parts.Add(Explained.Leaf(ExplainedAs.ByHand, byHand) with { Event = written });
        if (!amount.Discount.IsZero) parts.Add(Off(ExplainedAs.LineDiscount, amount.Discount, line.Discount!, amount.Price) with { Event = written });
        var whole = parts is [{ Name: ExplainedAs.Price, Parts: [] }] ? Explained.Leaf(ExplainedAs.Line, amount.Amount) : Explained.Of(ExplainedAs.Line, amount.Amount, parts);
        return whole with { Text = line.Description, Rule = times, Event = written };
    }

    private static Explained Off(ExplainedAs name, Money off, Discount granted, Money on) => granted.Percent is { } share
        ? Explained.Rounded(name, -off, new(-on.Amount * share.Value / 100, on.Currency), Share(share, on))
        : Explained.Leaf(name, -off) with { Rule = new(ExplainedBy.Entered, "") };

    private static ExplainedRule Share(Percentage rate, Money of) => new(ExplainedBy.Share, $"{rate} × {of}");

    /// <summary>So many at a price.</summary>
    public static ExplainedRule Times(Quantity quantity, UnitPrice price, Currency currency) => new(ExplainedBy.Times, $"{quantity} × {new ExactAmount(price.Value, currency)}");
}
