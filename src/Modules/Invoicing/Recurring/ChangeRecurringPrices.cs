namespace Billing.Invoicing;

/// <summary>From a day on something else is billed; invoices dated before it stay as they are.</summary>
/// <param name="From">Invoices dated on this day or later; today or a day to come.</param>
/// <param name="Lines">All of them.</param>
/// <param name="Discount">On the subtotal.</param>
internal sealed record ChangeRecurringPrices(DateOnly From, IReadOnlyList<WrittenLine>? Lines = null, Discount? Discount = null)
{
    /// <summary>An invoice with these prices.</summary>
    public WriteInvoice Content(RecurringInvoice recurring) => recurring.Written(new RecurringPrices(From, [], null)) with { Lines = Lines, Discount = Discount };

    public Decision<RecurringInvoiceEvent> Decide(RecurringInvoice recurring, DraftGround ground, DateOnly today)
    {
        if (recurring.EndedOn is not null) return WriteRecurringInvoice.No.Ended;
        if (From.Year > 2999) return WriteInvoice.No.OutOfRange;
        if (From < today) return Past;
        if (WriteRecurringInvoice.No.Charged(Lines)) return WriteRecurringInvoice.No.Charges;
        if (!Content(recurring).Read(ground).TryGet(out var written, out var refused)) return refused;
        if (WriteInvoice.Sound(written.Lines.Count, Totals.Of(recurring.Currency, [.. written.Lines.Select(line => line.Priced(ground.Treatment))], Discount, recurring.Rules), ground.ZeroAllowed) is { } unsound) return unsound;
        return recurring.PricesOn(From) is { } then && then.Lines.Equals(written.Lines) && then.Discount == Discount ? Decision.Nothing : new RecurringPricesAgreed(From, written.Lines, Discount);
    }

    private static readonly Refusal Past = new("price-change-past", "Invoices of days that are past are made. Let the price change today or later.");
}

/// <summary>A price that was to change on a day to come does not.</summary>
/// <param name="From">The day.</param>
internal sealed record TakeBackRecurringPrices(DateOnly From)
{
    public Decision<RecurringInvoiceEvent> Decide(RecurringInvoice recurring, DateOnly today)
    {
        if (!recurring.Prices.Exists(prices => prices.From == From)) return Decision.Nothing;
        return From <= today ? Held : new RecurringPricesTakenBack(From);
    }

    private static readonly Refusal Held = new("price-change-past", "This price holds already. Write the recurring invoice anew, or let the price change once more.");
}
