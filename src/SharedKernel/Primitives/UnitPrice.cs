using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>What one of something costs, in the currency of the line it stands on: finer than an amount, at most 12 decimals. On the wire text such as <c>"0.0025"</c>.</summary>
[JsonConverter(typeof(UnitPriceConverter))]
public readonly record struct UnitPrice
{
    /// <summary>Below this in either direction.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    /// <exception cref="ArgumentOutOfRangeException">Too large, or more than 12 decimals.</exception>
    public UnitPrice(decimal value)
    {
        if (!ExactText.Fits(value, Limit)) throw new ArgumentOutOfRangeException(nameof(value), value, "A unit price is less than 1,000,000,000,000, with at most 12 decimals.");
        Value = ExactText.Short(value);
    }

    /// <summary>In major units.</summary>
    public decimal Value { get; }

    /// <summary>Quantity × unit price in a currency, rounded once; the refusal when it is larger than an amount may be.</summary>
    public Result<Money> For(Quantity quantity, Currency currency)
    {
        var exact = quantity.Value * Value;
        return Math.Abs(exact) < MoneyText.Limit ? Money.Round(exact, currency) : new Refusal("amount-too-large", "This amount is too large; an amount is less than 1,000,000,000,000,000.");
    }

    public override string ToString() => ExactText.Write(Value);
}

internal sealed class UnitPriceConverter : JsonConverter<UnitPrice>
{
    public override UnitPrice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExactText.Read(ref reader) is { } value && ExactText.Fits(value, UnitPrice.Limit) ? new(value) : throw new JsonException("A unit price is text such as \"0.0025\", less than 1,000,000,000,000, with at most 12 decimals.");

    public override void Write(Utf8JsonWriter writer, UnitPrice value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
