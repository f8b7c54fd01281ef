using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>How much of something is billed: hours, pieces, tokens. Exact, at most 12 decimals, negative for what is taken back. On the wire text such as <c>"1.5"</c>.</summary>
[JsonConverter(typeof(QuantityConverter))]
public readonly record struct Quantity
{
    /// <summary>Below this in either direction.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    /// <exception cref="ArgumentOutOfRangeException">Too large, or more than 12 decimals.</exception>
    public Quantity(decimal value)
    {
        if (!ExactText.Fits(value, Limit)) throw new ArgumentOutOfRangeException(nameof(value), value, "A quantity is less than 1,000,000,000,000, with at most 12 decimals.");
        Value = ExactText.Short(value);
    }

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>One piece.</summary>
    public static Quantity One { get; } = new(1);

    public override string ToString() => ExactText.Write(Value);
}

internal sealed class QuantityConverter : JsonConverter<Quantity>
{
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExactText.Read(ref reader) is { } value && ExactText.Fits(value, Quantity.Limit) ? new(value) : throw new JsonException("A quantity is text such as \"1.5\", less than 1,000,000,000,000, with at most 12 decimals.");

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
