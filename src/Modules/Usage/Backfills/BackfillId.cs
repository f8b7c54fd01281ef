using System.Text.Json.Serialization;

namespace Billing.Usage;

/// <summary>A back-fill.</summary>
[JsonConverter(typeof(TypedIdConverter<BackfillId>))]
internal readonly record struct BackfillId(Guid Value) : ITypedId<BackfillId>
{
    public static BackfillId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out BackfillId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
