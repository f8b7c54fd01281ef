using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>
/// OpenRouter's list of models: dollars for one token as text. A discount is taken off all prices; overrides for longer prompts come in order, and later ones win. −1 stands for a price that varies, which is none.
/// </summary>
internal static class OpenRouterCatalogue
{
    private const string Provider = "openrouter";

    public static bool Take(JsonElement root, CatalogueTaking taking)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array) return false;
        foreach (var model in data.EnumerateArray())
        {
            if (model.ValueKind != JsonValueKind.Object || !model.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String) continue;
            Model(id.GetString()!, model.TryGetProperty("pricing", out var pricing) ? pricing : default, taking);
        }
        return true;
    }

    private static void Model(string model, JsonElement pricing, CatalogueTaking taking)
    {
        if (pricing.ValueKind == JsonValueKind.Object && pricing.EnumerateObject().Any(price => CatalogueTaking.Number(price.Value) == -1))
        {
            taking.Refuse(Provider, model, "price-varies", "What it costs depends on which model is picked behind it; OpenRouter's own report says what was paid.");
            return;
        }
        List<string> unreadable = [];
        var left = 1m;
        if (pricing.ValueKind == JsonValueKind.Object && pricing.TryGetProperty("discount", out var off))
            if (CatalogueTaking.Number(off) is { } share and >= 0 and <= 1) left = 1 - share;
            else unreadable.Add($"discount {PlainText.Quote(off.ToString())}");
        UnitPrice? Each(string name) => CatalogueTaking.Price(pricing, name, left, unreadable);
        var terms = PriceTerms.Of(Prices(pricing, left, unreadable)) with { Extras = new ExtraPrices(Each("request"), Each("web_search"), Image: Each("image")) };
        taking.Take(Provider, model, terms with { Standard = terms.Standard with { Long = Long(model, pricing, left, taking, unreadable) } }, unreadable);
    }

    private static List<LengthPrices> Long(string model, JsonElement pricing, decimal left, CatalogueTaking taking, List<string> unreadable)
    {
        if (pricing.ValueKind != JsonValueKind.Object || !pricing.TryGetProperty("overrides", out var overrides) || overrides.ValueKind != JsonValueKind.Array) return [];
        List<(long Over, TokenPrices Prices)> told = [];
        foreach (var one in overrides.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.Object && (one.TryGetProperty("utc_start", out _) || one.TryGetProperty("utc_end", out _))) taking.Note(Provider, model, "not-taken", "Prices of certain hours were not taken; OpenRouter's own report says what was paid.");
            else if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("min_prompt_tokens", out var least) && CatalogueTaking.Number(least) is { } over and >= 0 and < TokenKinds.Most) told.Add(((long)over, Prices(one, left, unreadable)));
            else unreadable.Add("an override without its min_prompt_tokens");
        }
        // Each length meets all overrides up to it; the last of them says what counts.
        return [.. told.Select(one => one.Over).Distinct().Order().Select(over => new LengthPrices(over, told.Where(one => one.Over <= over).Aggregate(TokenPrices.None, (before, one) => one.Prices.Or(before))))];
    }

    private static TokenPrices Prices(JsonElement said, decimal left, List<string> unreadable)
    {
        UnitPrice? Of(string name) => CatalogueTaking.Price(said, name, TokenPrices.Unit * left, unreadable);
        return new TokenPrices(Of("prompt"), Of("input_cache_read"), Of("input_cache_write"), Of("input_cache_write_1h"), null, Of("completion"), Reasoning(Of("internal_reasoning")), AudioInput: Of("audio"), ImageInput: Of("image_token"));
    }

    // A reasoning price of nothing means that it is counted as output, as it always is.
    private static UnitPrice? Reasoning(UnitPrice? price) => price is { Value: 0 } ? null : price;
}
