namespace Billing.Usage;

/// <summary>
/// As graduated, with rates in hundredths instead of prices; the quantity is an amount of money.
/// Up to 10 at 1 % + 200, up to 20 at 2 % + 300, beyond at 3 % + 400 (Lago, graduated_percentage_service_spec): 21 are 200.10 + 300.20 + 400.03 = 900.33; 0 are 200.
/// </summary>
internal sealed record GraduatedPercentagePrice(IReadOnlyList<Tier> Tiers) : Price
{
    public override Measure Measure => Measure.QuantityOrEvents;

    public override IReadOnlyList<Part> Rate(Used used) => Tier.Graduate(Tiers, used.Quantity, (amount, rate) => amount.Percent(rate));

    internal static GraduatedPercentagePrice Read(TermsReading terms) => new(Tier.Read(terms, "rate"));
}
