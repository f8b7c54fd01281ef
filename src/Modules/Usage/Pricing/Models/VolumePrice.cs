namespace Billing.Usage;

/// <summary>
/// The whole quantity × the price of the tier that it ends in, + that tier's flat fee; nothing ends in the first tier.
/// Up to 100 at 2 + 10, up to 200 at 1, beyond at 0.5 + 50 (Lago, volume_service_spec): 100.5 are 100.5 × 1 = 100.5; 200 are 200; 0 are 10.
/// </summary>
internal sealed record VolumePrice(IReadOnlyList<Tier> Tiers) : Price
{
    public override IReadOnlyList<Part> Rate(Used used)
    {
        var index = Tiers.TakeWhile(tier => !tier.Holds(used.Quantity)).Count();
        var tier = Tiers[index];
        return [new(PartKind.Tier, Tier.Label(index + 1, index == 0 ? 0 : Tiers[index - 1].UpTo!.Value, tier.UpTo), used.Quantity * tier.Unit + tier.Flat, index + 1, used.Quantity, tier.Unit, tier.Flat)];
    }

    internal static VolumePrice Read(TermsReading terms) => new(Tier.Read(terms, "unit"));
}
