namespace Billing.Usage;

/// <summary>Something written down, by the names of its fields; null where one is not given.</summary>
internal interface ITerms
{
    /// <summary>Its fields by name.</summary>
    IReadOnlyDictionary<string, object?> Fields();
}
