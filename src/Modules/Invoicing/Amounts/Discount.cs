namespace Billing.Invoicing;

/// <summary>A discount: a share or an amount, one of the two.</summary>
/// <param name="Percent">Of what it is granted on.</param>
/// <param name="Amount">In the document's currency.</param>
internal sealed record Discount(Percentage? Percent = null, Money? Amount = null)
{
    /// <summary>What it comes to on an amount, rounded once; the refusal when it is more than that amount, or makes no sense.</summary>
    /// <param name="on">What it is granted on.</param>
    /// <param name="what">That, as it stands in a sentence: "the subtotal".</param>
    public Result<Money> Of(Money on, string what)
    {
        if (Percent is null == Amount is null) return No.NotOne;
        if (Amount is { } given && given.Currency != on.Currency) return No.OtherCurrency(on.Currency);
        var off = Amount ?? Percent!.Value.Of(on);
        if (Amount is { IsNegative: true }) return No.Negative;
        if (off.Amount > on.Amount && !off.IsZero) return No.TooMuch(what, on);
        return off;
    }

    internal static class No
    {
        public static readonly Refusal NotOne = new("discount-unclear", "A discount is a percentage or an amount. Give one of the two.");
        public static readonly Refusal Negative = new("discount-negative", "A discount takes off, so it is not less than nothing. Use a further line to add something.");
        public static Refusal OtherCurrency(Currency due) => new Refusal("wrong-currency", $"This document is in {due}. Give the discount in {due}.").With("currency", due.Code);
        public static Refusal TooMuch(string what, Money on) => new Refusal("discount-above-subtotal", $"The discount is more than {what}, {on}. Lower it.").With("subtotal", on);
    }
}
