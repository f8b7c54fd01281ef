namespace Billing.Invoicing;

/// <summary>Where a late fee goes.</summary>
internal enum LateFeeGoes
{
    /// <summary>It is an open charge, for the next invoice or billing run.</summary>
    OnNextInvoice,

    /// <summary>A draft of an invoice is made of it at once.</summary>
    IntoDraft,
}

/// <summary>What a late client owes besides with each reminder: a share of what is outstanding or an amount, one of the two.</summary>
/// <param name="Percent">Of what is outstanding when the reminder goes.</param>
/// <param name="Amounts">One for each currency; an invoice in another currency bears no fee.</param>
/// <param name="GraceDays">Only a reminder that goes more than so many days after the due date brings a fee.</param>
/// <param name="Caps">All fees of one invoice come to at most this, one for each currency; empty for no cap. With caps, an invoice in a currency without one bears no fee.</param>
/// <param name="TaxCategory">How the fee is taxed; null: as the first category.</param>
/// <param name="Goes">Where it goes.</param>
internal sealed record LateFee(Percentage? Percent, ValueList<Money> Amounts, int GraceDays, ValueList<Money> Caps, string? TaxCategory, LateFeeGoes Goes)
{
    /// <summary>Longest grace, in days.</summary>
    public const int LongestGrace = 365;

    /// <summary>The fee that a reminder brings; null for none.</summary>
    /// <param name="outstanding">Of the invoice, at that moment.</param>
    /// <param name="charged">What earlier reminders of the invoice brought.</param>
    /// <param name="daysLate">Since the due date; negative before it.</param>
    public Money? For(Money outstanding, Money charged, int daysLate)
    {
        if (daysLate <= 0 || daysLate <= GraceDays || !outstanding.IsPositive) return null;
        if ((Percent?.Of(outstanding) ?? In(Amounts, outstanding.Currency)) is not { } fee) return null;
        if (Caps.Count > 0)
        {
            if (In(Caps, outstanding.Currency) is not { } cap) return null;
            if (cap - charged < fee) fee = cap - charged;
        }
        return fee.IsPositive ? fee : null;
    }

    /// <summary>As it can be agreed.</summary>
    public Result<LateFee> Read()
    {
        if (Percent is null == (Amounts.Count == 0)) return No.NotOne;
        if (Percent is { Value: 0 } || Amounts.Concat(Caps).Any(amount => !amount.IsPositive)) return No.Nothing;
        if ((Twice(Amounts) ?? Twice(Caps)) is { } twice) return No.Twice(twice);
        if (GraceDays is < 0 or > LongestGrace) return No.Grace;
        if (!OneLine.Read(TaxCategory, "A tax category", 50).TryGet(out var category, out var refused)) return refused;
        return this with { TaxCategory = category.Length == 0 ? null : category };
    }

    private static Currency? Twice(ValueList<Money> amounts) => amounts.GroupBy(amount => amount.Currency).FirstOrDefault(same => same.Count() > 1)?.Key;

    private static Money? In(ValueList<Money> amounts, Currency currency) => amounts.Where(amount => amount.Currency == currency).Select(amount => (Money?)amount).FirstOrDefault();

    private static class No
    {
        public static readonly Refusal NotOne = new("late-fee-unclear", "A late fee is a percentage or an amount. Give one of the two.");
        public static readonly Refusal Nothing = new("late-fee-nothing", "A late fee and its cap are more than nothing. Write larger amounts, or drop the fee.");
        public static readonly Refusal Grace = new("grace-out-of-range", $"The days of grace are 0 to {LongestGrace}.");
        public static Refusal Twice(Currency currency) => new Refusal("currency-twice", $"There are two amounts in {currency}. Leave one out.").With("currency", currency.Code);
    }
}
