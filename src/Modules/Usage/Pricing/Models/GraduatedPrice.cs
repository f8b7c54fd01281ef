namespace Billing.Usage;

/// <summary>
/// Each tier's part of the quantity × its price, + the tier's flat fee when the tier is touched; nothing owes the first tier's flat fee.
/// Up to 10 at 10 + 2, up to 20 at 5 + 3, beyond at 5 + 3 (Lago, graduated_service_spec): 10 are 10 × 10 + 2 = 102; 11 are 102 + 1 × 5 + 3 = 110; 0 are 2.
/// </summary>
internal sealed record GraduatedPrice(IReadOnlyList<Tier> Tiers) : Price
{
    public override IReadOnlyList<Part> Rate(Used used) => Tier.Graduate(Tiers, used.Quantity, (quantity, price) => quantity * price);

    internal static GraduatedPrice Read(TermsReading terms) => new(Tier.Read(terms, "unit"));
}
