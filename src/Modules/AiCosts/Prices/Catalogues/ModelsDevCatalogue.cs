using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>models.dev's catalogue: providers, their models, dollars for a million tokens. A model without a cost is unknown, not free.</summary>
internal static class ModelsDevCatalogue
{
    private const long LegacyBorder = 200_000;

    public static bool Take(JsonElement root, CatalogueTaking taking)
    {
        if (root.ValueKind != JsonValueKind.Object) return false;
        foreach (var provider in root.EnumerateObject())
        {
            if (provider.Value.ValueKind != JsonValueKind.Object || !provider.Value.TryGetProperty("models", out var models) || models.ValueKind != JsonValueKind.Object) continue;
            foreach (var model in models.EnumerateObject()) Model(ProviderNames.Of(provider.Name), model.Name, model.Value, taking);
        }
        return true;
    }

    private static void Model(string provider, string model, JsonElement said, CatalogueTaking taking)
    {
        List<string> unreadable = [];
        var cost = said.ValueKind == JsonValueKind.Object && said.TryGetProperty("cost", out var there) ? there : default;
        taking.Take(provider, model, PriceTerms.Of(TokenPrices.None) with { Standard = new PriceSet(Prices(cost, unreadable), Long(cost, unreadable)) }, unreadable);
    }

    private static List<LengthPrices> Long(JsonElement cost, List<string> unreadable)
    {
        List<LengthPrices> steps = [];
        if (cost.ValueKind != JsonValueKind.Object) return steps;
        if (cost.TryGetProperty("tiers", out var tiers) && tiers.ValueKind == JsonValueKind.Array && tiers.GetArrayLength() > 0)
        {
            foreach (var tier in tiers.EnumerateArray())
            {
                if (tier.ValueKind == JsonValueKind.Object && tier.TryGetProperty("tier", out var by) && by.ValueKind == JsonValueKind.Object && by.TryGetProperty("type", out var type) && type.ValueEquals("context")
                    && by.TryGetProperty("size", out var size) && CatalogueTaking.Number(size) is { } over and > 0 and < TokenKinds.Most && over == decimal.Truncate(over)) steps.Add(new LengthPrices((long)over, Prices(tier, unreadable)));
                else unreadable.Add("a tier that is not by context size");
            }
        }
        else if (cost.TryGetProperty("context_over_200k", out var legacy) && legacy.ValueKind == JsonValueKind.Object) steps.Add(new LengthPrices(LegacyBorder, Prices(legacy, unreadable)));
        return [.. steps.DistinctBy(step => step.Over).OrderBy(step => step.Over)];
    }

    private static TokenPrices Prices(JsonElement said, List<string> unreadable)
    {
        UnitPrice? Of(string name) => CatalogueTaking.Price(said, name, 1, unreadable);
        return new TokenPrices(Of("input"), Of("cache_read"), Of("cache_write"), null, null, Of("output"), Of("reasoning"), AudioInput: Of("input_audio"), AudioOutput: Of("output_audio"));
    }
}
