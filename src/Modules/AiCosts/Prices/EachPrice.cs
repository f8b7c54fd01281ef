using System.Globalization;

namespace Billing.AiCosts;

/// <summary>All that terms say, by name: to compare them, and to show what changed.</summary>
internal static class EachPrice
{
    /// <summary>Such as <c>tokens/input</c>, <c>tokens/output over 200000</c>, <c>tokens/batch/input</c>, <c>search-medium</c>, <c>factor/us</c>; each name once.</summary>
    public static IEnumerable<(string Name, decimal Value)> Each(this PriceTerms terms)
    {
        foreach (var price in Each("tokens", terms.Standard)) yield return price;
        foreach (var (tier, price) in terms.Tiers.OrderBy(tier => tier.Key))
        {
            if (price.Own is { } own)
                foreach (var one in Each($"tokens/{PriceWords.Of(tier)}", own)) yield return one;
            if (price.Factor is { } factor) yield return ($"factor/{PriceWords.Of(tier)}", factor);
        }
        (string Name, UnitPrice? Price)[] extras =
        [
            ("request", terms.Extras.Request), ("search", terms.Extras.Search), ("search-low", terms.Extras.SearchLow), ("search-medium", terms.Extras.SearchMedium), ("search-high", terms.Extras.SearchHigh),
            ("session", terms.Extras.Session), ("image", terms.Extras.Image), ("second", terms.Extras.Second), ("character", terms.Extras.Character),
        ];
        foreach (var (name, price) in extras)
            if (price is { } one) yield return (name, one.Value);
        foreach (var (region, factor) in terms.Factors.Regions.OrderBy(region => region.Key, StringComparer.Ordinal)) yield return ($"factor/region {region}", factor);
        if (terms.Factors.Fast is { } fast) yield return ("factor/fast-mode", fast);
        if (terms.Factors.OffPeak is { } offPeak)
        {
            var hours = string.Create(CultureInfo.InvariantCulture, $"off-peak {offPeak.From:HH:mm}-{offPeak.Until:HH:mm}");
            if (offPeak.Own is null) yield return ($"factor/{hours}", offPeak.Factor);
            else
                foreach (var one in Each($"tokens/{hours}", new PriceSet(offPeak.Own, []))) yield return one;
        }
        if (terms.Factors.Discount.Value != 0) yield return ("discount", terms.Factors.Discount.Value);
    }

    /// <summary>Whether a name is that of a price; else it is what multiplies one.</summary>
    public static bool IsPrice(string name) => !name.StartsWith("factor/", StringComparison.Ordinal) && name != "discount";

    private static IEnumerable<(string Name, decimal Value)> Each(string where, PriceSet set) =>
        [.. Each(where, "", set.Short), .. set.Long.SelectMany(step => Each(where, $" over {step.Over}", step.Prices))];

    private static IEnumerable<(string Name, decimal Value)> Each(string where, string over, TokenPrices prices) => Enum.GetValues<TokenKind>()
        .Where(kind => prices.Of(kind) is not null).Select(kind => ($"{where}/{PriceWords.Of(kind)}{over}", prices.Of(kind)!.Value.Value));
}
