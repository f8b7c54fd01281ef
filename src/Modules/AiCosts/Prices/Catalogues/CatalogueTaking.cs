using System.Globalization;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>Collects the models of one catalogue.</summary>
internal sealed class CatalogueTaking(string source, DateTimeOffset from)
{
    private static readonly Currency Dollar = Currency.Parse("USD");

    private readonly List<PriceEntry> _entries = [];
    private readonly List<CatalogueRemark> _refused = [];
    private readonly List<CatalogueRemark> _notes = [];
    private readonly HashSet<(string, string)> _seen = [];

    public bool SawModels => _entries.Count + _refused.Count > 0;

    public CatalogueReading Reading => new(_entries, _refused, _notes);

    public void Refuse(string provider, string model, string code, string reason) => _refused.Add(new CatalogueRemark(provider, model, code, reason));

    public void Note(string provider, string model, string code, string reason) => _notes.Add(new CatalogueRemark(provider, model, code, reason));

    /// <summary>Takes a model's prices, unless something is wrong with them.</summary>
    public void Take(string provider, string model, PriceTerms terms, IReadOnlyList<string> unreadable)
    {
        if (unreadable.Count > 0) Refuse(provider, model, "price-unreadable", $"{string.Join(", ", unreadable)}: not a price from 0 on.");
        else if (!terms.Each().Any(price => EachPrice.IsPrice(price.Name))) Refuse(provider, model, "no-price", "The catalogue has no price for it that the book can hold, which does not mean that it is free.");
        else if (!ModelPattern.Read(model).TryGet(out var pattern, out var refusal)) Refuse(provider, model, refusal.Code, refusal.Sentence);
        else if (!_seen.Add((provider, model.ToUpperInvariant()))) Refuse(provider, model, "model-twice", "The catalogue has it twice; the first one was taken.");
        else _entries.Add(new PriceEntry($"{source}:{provider}/{model}@{from.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}", provider, pattern, Dollar, PriceOrigin.Catalogue, null, from, null, source, terms));
    }

    /// <summary>Reads a price, a number or text, times a factor; null where it is not said, and an entry in the list where it is no price.</summary>
    public static UnitPrice? Price(JsonElement holder, string name, decimal times, List<string> unreadable)
    {
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (Number(value) is { } number and >= 0 and < 100_000 && number * times < UnitPrice.Limit) return Exactly.Price(number * times);
        unreadable.Add($"{name} {PlainText.Quote(value.ToString())}");
        return null;
    }

    public static decimal? Number(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String && Exactly.TryRead(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString(), out var number) ? number : null;
}
