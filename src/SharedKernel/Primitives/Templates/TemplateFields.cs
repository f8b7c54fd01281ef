namespace Billing;

/// <summary>What a field of a template stands for; it says which filters fit.</summary>
public enum TemplateKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>Several of the same, each with fields of its own.</summary>
    List,
}

/// <summary>A field that a template may use.</summary>
/// <param name="Name">As it is written between the braces.</param>
/// <param name="Of">Of a list, what each of it has.</param>
public sealed record TemplateField(string Name, TemplateKind Kind, IReadOnlyList<TemplateField>? Of = null);
