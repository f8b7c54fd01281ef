namespace Billing;

/// <summary>A business "no": a stable kebab-case code that is part of the API, and a sentence for people that says what to do.</summary>
/// <param name="Code">Stable, kebab-case, unique within its module.</param>
/// <param name="Sentence">One sentence for a person.</param>
/// <param name="Details">Further facts a client may show, by name; null when there are none.</param>
public sealed record Refusal(string Code, string Sentence, IReadOnlyDictionary<string, object?>? Details = null)
{
    /// <summary>With a fact of the sentence by itself, so that a client may say the sentence in another language.</summary>
    public Refusal With(string name, object? value) => this with { Details = new Dictionary<string, object?>(Details ?? new Dictionary<string, object?>()) { [name] = value } };
}
