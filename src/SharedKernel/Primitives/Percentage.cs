using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>A share of an amount in hundredths: 19 means 19 %. From 0 to 1,000, at most 6 decimals. On the wire text such as <c>"19"</c> or <c>"7.5"</c>.</summary>
[JsonConverter(typeof(PercentageConverter))]
public readonly record struct Percentage : IComparable<Percentage>
{
    /// <exception cref="ArgumentOutOfRangeException">Below 0, above 1,000, or more than 6 decimals.</exception>
    public Percentage(decimal value)
    {
        if (value is < 0 or > 1000 || value != decimal.Round(value, 6)) throw new ArgumentOutOfRangeException(nameof(value), value, "A percentage is from 0 to 1000 with at most 6 decimals.");
        Value = value;
    }

    /// <summary>The number before the percent sign.</summary>
    public decimal Value { get; }

    /// <summary>Reads <c>19</c>, <c>7.5</c> or <c>7.5 %</c>, invariant.</summary>
    public static bool TryParse(string? text, out Percentage percentage)
    {
        percentage = default;
        var number = text.AsSpan().Trim();
        if (number.EndsWith("%")) number = number[..^1].TrimEnd();
        if (number.Length > 40 || number.Length - number.IndexOf('.') > 7 && number.Contains('.')) return false;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1000) return false;
        percentage = new Percentage(value);
        return true;
    }

    /// <summary>That share of an amount, rounded once, half away from zero.</summary>
    public Money Of(Money amount) => Money.Round(amount.Amount * Value / 100, amount.Currency);

    public static bool operator <(Percentage a, Percentage b) => a.Value < b.Value;

    public static bool operator >(Percentage a, Percentage b) => a.Value > b.Value;

    public static bool operator <=(Percentage a, Percentage b) => a.Value <= b.Value;

    public static bool operator >=(Percentage a, Percentage b) => a.Value >= b.Value;

    public int CompareTo(Percentage other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture) + " %";
}

internal sealed class PercentageConverter : JsonConverter<Percentage>
{
    public override Percentage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Percentage.TryParse(reader.GetString(), out var percentage)
            ? percentage
            : throw new JsonException("A percentage is text such as \"19\" or \"7.5\", from 0 to 1000 with at most 6 decimals.");

    public override void Write(Utf8JsonWriter writer, Percentage value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value.ToString("0.######", CultureInfo.InvariantCulture));
}
