using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Billing.AiCosts;

/// <summary>
/// LiteLLM's catalogue: an object by model id, some with their provider before it; dollars for one of something, floats that are read by their digits. Lengths and tiers are suffixes of the names,
/// such as <c>input_cost_per_token_above_200k_tokens_priority</c>.
/// </summary>
internal static partial class LiteLlmCatalogue
{
    private static readonly Dictionary<string, TokenKind> Kinds = new()
    {
        ["input_cost_per_token"] = TokenKind.Input, ["output_cost_per_token"] = TokenKind.Output, ["output_cost_per_reasoning_token"] = TokenKind.Reasoning,
        ["cache_read_input_token_cost"] = TokenKind.CacheRead, ["cache_creation_input_token_cost"] = TokenKind.CacheWrite5m, ["cache_creation_input_token_cost_above_1hr"] = TokenKind.CacheWrite1h,
        ["input_cost_per_audio_token"] = TokenKind.AudioInput, ["cache_read_input_audio_token_cost"] = TokenKind.CachedAudioInput, ["output_cost_per_audio_token"] = TokenKind.AudioOutput,
        ["input_cost_per_image_token"] = TokenKind.ImageInput, ["cache_read_input_image_token_cost"] = TokenKind.CachedImageInput, ["output_cost_per_image_token"] = TokenKind.ImageOutput,
    };

    private static readonly Dictionary<string, ServiceTier> Tiers = new() { ["_batches"] = ServiceTier.Batch, ["_flex"] = ServiceTier.Flex, ["_priority"] = ServiceTier.Priority };

    private const string Uplift = "regional_processing_uplift_multiplier_";

    public static bool Take(JsonElement root, CatalogueTaking taking)
    {
        if (root.ValueKind != JsonValueKind.Object) return false;
        foreach (var one in root.EnumerateObject())
        {
            if (one.Name == "sample_spec" || one.Value.ValueKind != JsonValueKind.Object) continue;
            if (!one.Value.TryGetProperty("litellm_provider", out var said) || said.ValueKind != JsonValueKind.String) continue;
            var told = said.GetString()!;
            var model = one.Name.StartsWith(told + "/", StringComparison.OrdinalIgnoreCase) ? one.Name[(told.Length + 1)..] : one.Name;
            Model(ProviderNames.Of(told), model, one.Value, taking);
        }
        return true;
    }

    private static void Model(string provider, string model, JsonElement said, CatalogueTaking taking)
    {
        List<string> unreadable = [];
        var prices = new SortedDictionary<(ServiceTier Tier, long Over), Dictionary<TokenKind, UnitPrice>>();
        foreach (var field in said.EnumerateObject())
        {
            var name = Suffixed().Match(field.Name);
            if (!Kinds.TryGetValue(name.Groups["name"].Value, out var kind)) continue;
            var tier = name.Groups["suffix"].Captures.Select(suffix => Tiers.GetValueOrDefault(suffix.Value)).FirstOrDefault(tier => tier != ServiceTier.Standard);
            var over = name.Groups["thousands"] is { Success: true } thousands ? Border(provider, long.Parse(thousands.Value, CultureInfo.InvariantCulture) * 1_000) : -1;
            Put(prices, (tier, over), kind, CatalogueTaking.Price(said, field.Name, TokenPrices.Unit, unreadable));
        }
        if (said.TryGetProperty("tiered_pricing", out var steps) && steps.ValueKind == JsonValueKind.Array) Steps(provider, steps, prices, unreadable);
        var offPeak = Hours(said, unreadable);
        if (offPeak is null && said.TryGetProperty("off_peak_pricing", out _)) taking.Note(provider, model, "not-taken", "Its prices of certain hours (off_peak_pricing) were not taken; write an own price where they matter.");
        taking.Take(provider, model, new PriceTerms(Set(prices, ServiceTier.Standard) ?? new PriceSet(TokenPrices.None, []), OwnTiers(prices), Extras(said, unreadable), Factors(said) with { OffPeak = offPeak }), unreadable);
    }

    // xAI counts the border itself among the long ones.
    private static long Border(string provider, long tokens) => provider == "xai" ? tokens - 1 : tokens;

    private static void Steps(string provider, JsonElement steps, SortedDictionary<(ServiceTier, long), Dictionary<TokenKind, UnitPrice>> prices, List<string> unreadable)
    {
        foreach (var step in steps.EnumerateArray())
        {
            if (step.ValueKind != JsonValueKind.Object || !step.TryGetProperty("range", out var range) || range.ValueKind != JsonValueKind.Array || range.GetArrayLength() == 0 || CatalogueTaking.Number(range[0]) is not { } low || low is < 0 or > TokenKinds.Most)
                unreadable.Add("tiered_pricing without its range");
            else
                foreach (var (name, kind) in Kinds) Put(prices, (ServiceTier.Standard, low == 0 ? -1 : Border(provider, (long)low)), kind, CatalogueTaking.Price(step, name, TokenPrices.Unit, unreadable));
        }
    }

    private static void Put(SortedDictionary<(ServiceTier, long), Dictionary<TokenKind, UnitPrice>> prices, (ServiceTier, long) place, TokenKind kind, UnitPrice? price)
    {
        if (price is not { } one) return;
        if (!prices.TryGetValue(place, out var there)) prices[place] = there = [];
        there[kind] = one;
    }

    private static PriceSet? Set(SortedDictionary<(ServiceTier Tier, long Over), Dictionary<TokenKind, UnitPrice>> prices, ServiceTier tier)
    {
        var own = prices.Where(one => one.Key.Tier == tier).ToList();
        if (own.Count == 0) return null;
        return new PriceSet(Prices(own.FirstOrDefault(one => one.Key.Over < 0).Value ?? []), [.. own.Where(one => one.Key.Over >= 0).Select(one => new LengthPrices(one.Key.Over, Prices(one.Value)))]);
    }

    private static TokenPrices Prices(Dictionary<TokenKind, UnitPrice> prices) => TokenPrices.From(kind => prices.TryGetValue(kind, out var price) ? price : null);

    private static Dictionary<ServiceTier, TierPrice> OwnTiers(SortedDictionary<(ServiceTier, long), Dictionary<TokenKind, UnitPrice>> prices) => Tiers.Values
        .Select(tier => (tier, Set(prices, tier))).Where(one => one.Item2 is not null).ToDictionary(one => one.tier, one => new TierPrice(one.Item2, null));

    // Such as "16:30-00:30".
    private static OffPeak? Hours(JsonElement said, List<string> unreadable)
    {
        if (!said.TryGetProperty("off_peak_pricing", out var block) || block.ValueKind != JsonValueKind.Object || !block.TryGetProperty("hours_utc", out var hours) || hours.ValueKind != JsonValueKind.String) return null;
        if (hours.GetString()!.Split('-') is not [var from, var until] || Hour(from) is not { } first || Hour(until) is not { } last || first == last) return null;
        var names = Kinds.ToDictionary(kind => kind.Value, kind => kind.Key);
        var own = TokenPrices.From(kind => names.TryGetValue(kind, out var name) ? CatalogueTaking.Price(block, name, TokenPrices.Unit, unreadable) : null);
        return own == TokenPrices.None ? null : new OffPeak(first, last, 1, own);
    }

    private static TimeOnly? Hour(string text) => TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static ExtraPrices Extras(JsonElement said, List<string> unreadable)
    {
        UnitPrice? One(params string[] names) => names.Select(name => CatalogueTaking.Price(said, name, 1, unreadable)).FirstOrDefault(price => price is not null);
        var depths = said.TryGetProperty("search_context_cost_per_query", out var search) ? search : default;
        UnitPrice? Search(string depth) => CatalogueTaking.Price(depths, "search_context_size_" + depth, 1, unreadable);
        var each = depths.ValueKind is JsonValueKind.Number or JsonValueKind.String ? One("search_context_cost_per_query") : null;
        return new ExtraPrices(
            One("input_cost_per_request", "input_cost_per_query"), each, Search("low"), Search("medium"), Search("high"), One("code_interpreter_cost_per_session"),
            One("output_cost_per_image", "input_cost_per_image"), One("output_cost_per_second", "input_cost_per_second"), One("input_cost_per_character", "output_cost_per_character"));
    }

    private static PriceFactors Factors(JsonElement said)
    {
        var regions = new Dictionary<string, decimal>();
        decimal? fast = null;
        if (said.TryGetProperty("provider_specific_entry", out var entry) && entry.ValueKind == JsonValueKind.Object)
            foreach (var one in entry.EnumerateObject())
                if (CatalogueTaking.Number(one.Value) is { } factor and > 0 and <= 100)
                    if (one.Name.Equals("fast", StringComparison.OrdinalIgnoreCase)) fast = factor;
                    else regions[one.Name] = factor;
        foreach (var one in said.EnumerateObject())
            if (one.Name.StartsWith(Uplift, StringComparison.Ordinal) && CatalogueTaking.Number(one.Value) is { } factor and > 0 and <= 100) regions[one.Name[Uplift.Length..]] = factor;
        return new PriceFactors(regions, fast);
    }

    [GeneratedRegex("^(?<name>.+?)(?<suffix>_above_(?<thousands>\\d{1,6})k_tokens|_flex|_priority|_batches)*$")]
    private static partial Regex Suffixed();
}
