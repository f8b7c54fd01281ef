using System.Text.Json;

namespace Billing.AiCosts.Tests;

/// <summary>The prices behind the figures of Data/ai, as a price book.</summary>
internal static class PriceFixture
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "ai", "prices.fixture.json"))).RootElement;

    private static readonly Dictionary<string, TokenKind> Kinds = new()
    {
        ["input"] = TokenKind.Input, ["cache_read"] = TokenKind.CacheRead, ["cache_write"] = TokenKind.CacheWrite, ["cache_write_5m"] = TokenKind.CacheWrite5m, ["cache_write_1h"] = TokenKind.CacheWrite1h, ["output"] = TokenKind.Output,
    };

    public static PriceBook Book { get; } = new(File.GetProperty("models").EnumerateObject().Select(Entry));

    /// <summary>Each price of the file: the model, the tier or nothing, the kind, and what a million of it costs.</summary>
    public static IEnumerable<(string Model, string Tier, TokenKind Kind, decimal Price)> Each => File.GetProperty("models").EnumerateObject()
        .SelectMany(model => Sets(model.Value).SelectMany(set => Told(set.Prices).Select(price => (model.Name, set.Tier, price.Key, price.Value.Value))));

    public static string Provider(string model) => model.StartsWith("claude", StringComparison.Ordinal) ? "anthropic" : "openai";

    private static PriceEntry Entry(JsonProperty model)
    {
        var sets = Sets(model.Value).ToDictionary(set => set.Tier, set => Prices(set.Prices));
        var standard = new PriceSet(sets[""], sets.TryGetValue("context_200k-1M", out var beyond) ? [new LengthPrices(200_000, beyond)] : []);
        var tiers = sets.Where(set => PriceWords.Tier(set.Key) is ServiceTier.Batch or ServiceTier.Flex).ToDictionary(set => PriceWords.Tier(set.Key)!.Value, set => new TierPrice(new PriceSet(set.Value, []), null));
        var search = Provider(model.Name) == "anthropic" ? Worth.Price(File.GetProperty("per_request").GetProperty("anthropic_web_search").GetString()!) : (UnitPrice?)null;
        return new PriceEntry(model.Name + "@fixture", Provider(model.Name), ModelPattern.Read(model.Name).Value, Worth.Dollar, PriceOrigin.Catalogue, null, DateTimeOffset.UnixEpoch, null, "fixture", new PriceTerms(standard, tiers, new ExtraPrices(Search: search), PriceFactors.None));
    }

    private static IEnumerable<(string Tier, JsonElement Prices)> Sets(JsonElement model) =>
        [("", model), .. model.TryGetProperty("tiers", out var tiers) ? tiers.EnumerateObject().Select(tier => (tier.Name, tier.Value)) : []];

    private static Dictionary<TokenKind, UnitPrice> Told(JsonElement prices) => prices.EnumerateObject().Where(price => price.Name != "tiers").ToDictionary(price => Kinds[price.Name], price => Worth.Price(price.Value.GetString()!));

    private static TokenPrices Prices(JsonElement prices) => Told(prices) is var told ? TokenPrices.From(kind => told.TryGetValue(kind, out var price) ? price : null) : TokenPrices.None;
}
