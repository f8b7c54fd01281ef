using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>What a catalogue says, as entries of the price book, and what of it was not taken.</summary>
/// <param name="Entries">One for each model with a price.</param>
/// <param name="Refused">Models without one that can be read, and why.</param>
/// <param name="Notes">Of models that were taken: what the price book cannot say, and what is missing therefore.</param>
internal sealed record CatalogueReading(IReadOnlyList<PriceEntry> Entries, IReadOnlyList<CatalogueRemark> Refused, IReadOnlyList<CatalogueRemark> Notes);

/// <summary>What is to be said of one model of a catalogue.</summary>
/// <param name="Code">Kebab-case.</param>
/// <param name="Reason">One sentence for a person.</param>
/// <param name="Facts">Of the reason by name, so that a client may say it in another language.</param>
internal sealed record CatalogueRemark(string Provider, string Model, string Code, string Reason, IReadOnlyDictionary<string, object?>? Facts = null);

/// <summary>The catalogues that can be read.</summary>
internal enum CatalogueKind
{
    /// <summary>LiteLLM's <c>model_prices_and_context_window.json</c>: dollars for one token.</summary>
    LiteLlm,

    /// <summary>models.dev's <c>api.json</c>: dollars for a million tokens.</summary>
    ModelsDev,

    /// <summary>OpenRouter's <c>/api/v1/models</c>: dollars for one token, as text. Only for accounts there.</summary>
    OpenRouter,
}

/// <summary>From the bytes of a catalogue to entries; nothing is guessed, and nothing makes it throw.</summary>
internal static class Catalogue
{
    /// <param name="from">From when on the prices hold: catalogues do not say it, so it is when they were fetched.</param>
    /// <returns>Entries and remarks, or <c>catalogue-not-json</c>, <c>catalogue-unlike</c>.</returns>
    public static Result<CatalogueReading> Read(CatalogueKind kind, ReadOnlyMemory<byte> json, DateTimeOffset from)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            var taken = new CatalogueTaking(Name(kind), from);
            var like = kind switch
            {
                CatalogueKind.LiteLlm => LiteLlmCatalogue.Take(document.RootElement, taken),
                CatalogueKind.ModelsDev => ModelsDevCatalogue.Take(document.RootElement, taken),
                _ => OpenRouterCatalogue.Take(document.RootElement, taken),
            };
            return like && taken.SawModels ? taken.Reading : new Refusal("catalogue-unlike", $"This file does not look like the catalogue of {Name(kind)}. Fetch it again, and send it as it is.").With("catalogue", Name(kind));
        }
        catch (JsonException e)
        {
            return new Refusal("catalogue-not-json", $"This file is no JSON: something is wrong in line {(e.LineNumber ?? 0) + 1}. Fetch the catalogue again, and send it as it is.").With("line", (e.LineNumber ?? 0) + 1);
        }
    }

    private static string Name(CatalogueKind kind) => kind switch
    {
        CatalogueKind.LiteLlm => "litellm",
        CatalogueKind.ModelsDev => "models.dev",
        _ => "openrouter",
    };
}
