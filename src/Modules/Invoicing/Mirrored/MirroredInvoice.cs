using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Where an invoice was born that was taken over.</summary>
/// <param name="OutsideId">What it is called there.</param>
/// <param name="Page">Where it can be seen and paid; null where nowhere.</param>
internal sealed record InvoiceMirror(string OutsideId, string? Page);

/// <summary>Takes over an invoice that was issued elsewhere, and leaves to that place what is its own.</summary>
internal static class MirroredInvoice
{
    private const string Remainder = "Rounding";

    /// <summary>What happens when it is taken over; it comes to the same as there, to the cent.</summary>
    /// <param name="told">As it was issued.</param>
    /// <param name="client">Who owes it.</param>
    /// <param name="to">As they are now.</param>
    public static List<InvoiceEvent> Issue(MirrorInvoice told, ClientId client, Addressee to)
    {
        var rules = TaxRules.Usual with { PricesIncludeTax = told.PricesIncludeTax };
        var lines = Lines(told, rules);
        List<InvoiceEvent> happened = [new InvoiceDrafted(client, told.Currency, null, null), new InvoiceLinesWritten(lines)];
        if (rules != TaxRules.Usual) happened.Add(new InvoiceTaxationSettled(rules, TaxTreatment.Standard, null));
        var days = told.DueOn.DayNumber - told.IssuedOn.DayNumber;
        if (days > 0) happened.Add(new InvoiceTermsAgreed(days));
        happened.Add(new InvoiceDated(told.IssuedOn, told.Period));
        happened.Add(new InvoiceMirrored(told.OutsideId, told.Page));
        happened.Add(new InvoiceIssued(told.Number, told.IssuedOn, days > 0 ? told.DueOn : told.IssuedOn, to, told.Total));
        return happened;
    }

    /// <summary>Its lines with their taxes, where our rules come to its total; else each tax as it was computed there is a line of its own, and so is what is left.</summary>
    public static ValueList<InvoiceLine> Lines(MirrorInvoice told, TaxRules rules)
    {
        var taxed = told.Lines.Select(line => Line(line, [.. line.Taxes.Select(tax => new TaxRate(tax.Name, tax.Rate))])).ToValueList();
        if (Total(told, taxed, rules) == told.Total) return taxed;
        var plain = told.Lines.Select(line => Line(line, [])).ToList();
        if (!told.PricesIncludeTax) plain.AddRange(told.Taxes.Where(tax => !tax.Amount.IsZero).Select(tax => Of(tax.Name, tax.Amount)));
        if (Total(told, plain.ToValueList(), rules) is not { } sum || sum == told.Total) return plain.ToValueList();
        plain.Add(Of(Remainder, told.Total - sum));
        return plain.ToValueList();
    }

    /// <summary>Why nobody does here what belongs where it was born; null for an invoice of ours.</summary>
    public static Refusal? Elsewhere(Invoice invoice) => invoice.Mirror is null ? null : new Refusal("billed-by-stripe", $"Invoice {invoice.Number} was issued by Stripe. Do this there; it shows here a moment later.").With("number", invoice.Number);

    /// <summary>Why nobody takes a payment back here that paid what was born elsewhere; null for any other.</summary>
    public static async Task<Refusal?> Elsewhere(Attempt attempt, Payment payment)
    {
        foreach (var invoice in payment.Allocations.Select(allocation => allocation.InvoiceId).Append(payment.CollectedFor ?? default).Where(invoice => invoice != default))
            if (Elsewhere((await attempt.Load<Invoice>(invoice.Value)).State) is { } elsewhere) return elsewhere;
        return null;
    }

    private static InvoiceLine Line(MirroredLine line, ValueList<TaxRate> taxes) =>
        new(line.Description, line.Quantity, line.UnitPrice, line.Discount.IsPositive ? new Discount(Amount: line.Discount) : null, taxes, line.Period, null, LineKind.Item, []);

    private static InvoiceLine Of(string name, Money amount) => new(name, Quantity.One, new UnitPrice(amount.Amount), null, [], null, null, LineKind.Item, []);

    private static Money? Total(MirrorInvoice told, ValueList<InvoiceLine> lines, TaxRules rules) =>
        Totals.Of(told.Currency, [.. lines.Select(line => line.Priced(TaxTreatment.Standard))], null, rules).TryGet(out var totals, out _) ? totals.Total : null;
}
