using System.ComponentModel.DataAnnotations;

namespace Billing.Usage.Contracts;

/// <summary>A price as it is written down: a type and the fields that belong to it. All numbers are text, so that no reader loses a digit.</summary>
/// <param name="Type">Which model.</param>
/// <param name="Fee">flat: the fee of a period.</param>
/// <param name="UnitPrice">per-unit: what one costs.</param>
/// <param name="PackageSize">package: how many are in one.</param>
/// <param name="PackagePrice">package: what one costs.</param>
/// <param name="FreeUnits">package: so many are free.</param>
/// <param name="Rate">percentage: hundredths of each event's amount.</param>
/// <param name="FixedPerEvent">percentage: due for each paid event besides.</param>
/// <param name="FreeEvents">percentage: so many events are free; null does not count them.</param>
/// <param name="FreeAmount">percentage: free while the sum stays below; null does not look at it.</param>
/// <param name="MinPerEvent">percentage: a paid event costs no less.</param>
/// <param name="MaxPerEvent">percentage: a paid event costs no more.</param>
/// <param name="Multiplier">dynamic: what the amounts are multiplied by; 1 unless given.</param>
/// <param name="Policy">blocks: whether tiers fill one after the other, or the one reached prices everything.</param>
/// <param name="Tiers">graduated, volume, graduated-percentage, blocks, capacity: the tiers in order.</param>
/// <param name="Units">blocks: several units, each with tiers of its own, in place of tiers.</param>
/// <param name="Fees">fees: what stands already.</param>
/// <param name="PaidInAdvance">credit-note: the fee that was paid for the period.</param>
/// <param name="UnusedDays">credit-note: days of the period that are given back.</param>
/// <param name="PeriodDays">credit-note: days that the period has.</param>
public sealed record PriceTerms(
    [property: AllowedValues("flat", "per-unit", "graduated", "volume", "package", "percentage", "graduated-percentage", "blocks", "capacity", "dynamic", "fees", "credit-note")] string Type,
    string? Fee = null, string? UnitPrice = null, string? PackageSize = null, string? PackagePrice = null, string? FreeUnits = null, string? Rate = null, string? FixedPerEvent = null, int? FreeEvents = null,
    string? FreeAmount = null, string? MinPerEvent = null, string? MaxPerEvent = null, string? Multiplier = null, [property: AllowedValues("all-tiers", "top-tier")] string? Policy = null,
    IReadOnlyList<TierTerms>? Tiers = null, IReadOnlyList<UnitTerms>? Units = null, IReadOnlyList<FeeTerms>? Fees = null, string? PaidInAdvance = null, string? UnusedDays = null, string? PeriodDays = null) : ITerms
{
    IReadOnlyDictionary<string, object?> ITerms.Fields() => new Dictionary<string, object?>
    {
        ["fee"] = Fee, ["unitPrice"] = UnitPrice, ["packageSize"] = PackageSize, ["packagePrice"] = PackagePrice, ["freeUnits"] = FreeUnits, ["rate"] = Rate, ["fixedPerEvent"] = FixedPerEvent, ["freeEvents"] = FreeEvents,
        ["freeAmount"] = FreeAmount, ["minPerEvent"] = MinPerEvent, ["maxPerEvent"] = MaxPerEvent, ["multiplier"] = Multiplier, ["policy"] = Policy, ["tiers"] = Tiers, ["units"] = Units, ["fees"] = Fees,
        ["paidInAdvance"] = PaidInAdvance, ["unusedDays"] = UnusedDays, ["periodDays"] = PeriodDays,
    };
}

/// <summary>A tier as it is written down; which fields it has depends on the price's type.</summary>
/// <param name="UpTo">The last quantity that belongs to it; null for the last tier.</param>
/// <param name="Unit">What one costs.</param>
/// <param name="Flat">Due once when the tier is touched.</param>
/// <param name="Rate">graduated-percentage: hundredths.</param>
/// <param name="BlockSize">blocks: how many are in one.</param>
/// <param name="MaxBlocks">blocks: how many there are; null in the last tier for any number.</param>
/// <param name="PricePerBlock">blocks: what one costs.</param>
/// <param name="Price">capacity: what the period costs.</param>
/// <param name="Limits">capacity: how much of each unit it allows.</param>
public sealed record TierTerms(
    string? UpTo = null, string? Unit = null, string? Flat = null, string? Rate = null, string? BlockSize = null, string? MaxBlocks = null, string? PricePerBlock = null, string? Price = null, IReadOnlyDictionary<string, string>? Limits = null) : ITerms
{
    IReadOnlyDictionary<string, object?> ITerms.Fields() => new Dictionary<string, object?>
    {
        ["upTo"] = UpTo, ["unit"] = Unit, ["flat"] = Flat, ["rate"] = Rate, ["blockSize"] = BlockSize, ["maxBlocks"] = MaxBlocks, ["pricePerBlock"] = PricePerBlock, ["price"] = Price, ["limits"] = Limits,
    };
}

/// <summary>One of several units that are sold in blocks.</summary>
/// <param name="Unit">Its name.</param>
public sealed record UnitTerms(string Unit, IReadOnlyList<TierTerms> Tiers) : ITerms
{
    IReadOnlyDictionary<string, object?> ITerms.Fields() => new Dictionary<string, object?> { ["unit"] = Unit, ["tiers"] = Tiers };
}

/// <summary>A fee that stands already.</summary>
/// <param name="TaxRate">In hundredths; null takes the one of the whole.</param>
public sealed record FeeTerms(string Amount, string? TaxRate = null) : ITerms
{
    IReadOnlyDictionary<string, object?> ITerms.Fields() => new Dictionary<string, object?> { ["amount"] = Amount, ["taxRate"] = TaxRate };
}
