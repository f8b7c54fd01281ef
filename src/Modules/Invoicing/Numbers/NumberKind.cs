namespace Billing.Invoicing;

/// <summary>What is numbered; each kind counts by itself.</summary>
internal enum NumberKind
{
    /// <summary>Invoices.</summary>
    Invoice,

    /// <summary>Credit notes.</summary>
    CreditNote,

    /// <summary>Quotes.</summary>
    Quote,
}

internal static class NumberKinds
{
    /// <summary>Kinds as addresses name them.</summary>
    public static readonly IReadOnlyDictionary<string, NumberKind> ByName = new Dictionary<string, NumberKind> { ["invoice"] = NumberKind.Invoice, ["credit-note"] = NumberKind.CreditNote, ["quote"] = NumberKind.Quote };

    /// <summary>The stream of a kind's numbers.</summary>
    public static Guid Stream(this NumberKind kind) => kind switch
    {
        NumberKind.Invoice => new Guid("0193e0c0-0000-7000-8000-000000000101"),
        NumberKind.CreditNote => new Guid("0193e0c0-0000-7000-8000-000000000102"),
        _ => new Guid("0193e0c0-0000-7000-8000-000000000103"),
    };

    /// <summary>The pattern of a kind until another is chosen.</summary>
    public static NumberPattern FirstPattern(this NumberKind kind) => NumberPattern.Of(kind switch { NumberKind.Invoice => "INV-{yyyy}-{0000}", NumberKind.CreditNote => "CN-{yyyy}-{0000}", _ => "Q-{yyyy}-{0000}" }).Value;
}
