namespace Billing.Usage;

/// <summary>What usage comes to, and how.</summary>
/// <param name="Quantity">What was priced, aggregated and rounded.</param>
/// <param name="Amount">What the line comes to: exact, rounded once.</param>
/// <param name="Exact">The line before it is rounded.</param>
/// <param name="Gross">What the price alone says.</param>
/// <param name="CouponDiscount">What coupons took off.</param>
/// <param name="CapDiscount">What the maximum took off.</param>
/// <param name="Discounts">Both.</param>
/// <param name="Overage">What was added for what goes beyond a commitment.</param>
/// <param name="TrueUp">What was added to reach the minimum or the commitment.</param>
/// <param name="Tax">On the line before it is rounded; rounded once for each rate.</param>
/// <param name="Total">Amount and tax.</param>
/// <param name="Credit">What prepaid credit pays of it.</param>
/// <param name="Due">What is left to pay.</param>
/// <param name="Breakdown">Parts that add up to the amount.</param>
/// <param name="CreditUses">Which credit pays how much.</param>
/// <param name="Curve">What the other quantities come to.</param>
internal sealed record PriceQuote(
    string Quantity, Money Amount, string Exact, string Gross, string CouponDiscount, string CapDiscount, string Discounts, string Overage, string TrueUp, Money Tax, Money Total, Money Credit, Money Due,
    IReadOnlyList<QuotePart> Breakdown, IReadOnlyList<QuoteCreditUse> CreditUses, IReadOnlyList<QuotePoint> Curve)
{
    public static PriceQuote Of(Used used, PricedUsage priced, IReadOnlyList<QuotePoint> curve) => new(
        used.Quantity.ToString(), priced.Amount, priced.Exactly.ToString(), priced.Gross.ToString(), (-priced.Of(PartKind.Coupon)).ToString(), (-priced.Of(PartKind.Cap)).ToString(),
        (-priced.Of(PartKind.Coupon) - priced.Of(PartKind.Cap)).ToString(), priced.Of(PartKind.Overage).ToString(), priced.Of(PartKind.TrueUp).ToString(),
        priced.Tax, priced.Total, priced.Total - priced.Due, priced.Due, [.. priced.Parts.Select(QuotePart.Of)], [.. priced.CreditUses.Select(use => new QuoteCreditUse(use.Id, use.Amount))], curve);
}

/// <summary>A part of an amount.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Label">For people, in English.</param>
/// <param name="Number">Which tier, event, fee or coupon, from 1.</param>
/// <param name="Quantity">How many of something.</param>
/// <param name="Unit">What one costs, or how many hundredths are due.</param>
/// <param name="Flat">Due besides, however many.</param>
/// <param name="Amount">In major units, unrounded; negative takes something off.</param>
internal sealed record QuotePart(PartKind Kind, string Label, int? Number, string? Quantity, string? Unit, string? Flat, string Amount)
{
    public static QuotePart Of(Part part) => new(part.Kind, part.Label, part.Number, part.Quantity?.ToString(), part.Unit?.ToString(), part.Flat?.ToString(), part.Amount.ToString());
}

/// <summary>What of a credit pays.</summary>
internal sealed record QuoteCreditUse(string Id, Money Amount);

/// <summary>What a quantity comes to.</summary>
internal sealed record QuotePoint(string Quantity, Money Amount);
