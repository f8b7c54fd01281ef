using System.Text.Json.Serialization;

namespace Billing.Invoicing;

/// <summary>A quote, from draft to answer.</summary>
[JsonConverter(typeof(TypedIdConverter<QuoteId>))]
internal readonly record struct QuoteId(Guid Value) : ITypedId<QuoteId>
{
    public static QuoteId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out QuoteId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
