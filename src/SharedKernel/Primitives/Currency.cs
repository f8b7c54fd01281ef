using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>An ISO 4217 currency.</summary>
[JsonConverter(typeof(CurrencyConverter))]
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>The three-letter code, upper case.</summary>
    /// <exception cref="InvalidOperationException">The value was never set.</exception>
    public string Code => _code ?? throw new InvalidOperationException("No currency was given.");

    /// <summary>Digits after the point in an amount: 2 for EUR, 0 for JPY, 3 for KWD.</summary>
    public int MinorUnits => Code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>Reads a three-letter code, in any case.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        currency = default;
        if (text is not { Length: 3 } || !text.All(char.IsAsciiLetter)) return false;
        currency = new Currency(text.ToUpperInvariant());
        return true;
    }

    /// <summary>Reads a three-letter code, in any case.</summary>
    /// <exception cref="FormatException">The text is not three letters.</exception>
    public static Currency Parse(string text) => TryParse(text, out var currency) ? currency : throw new FormatException($"'{text}' is not a currency; write three letters such as EUR.");

    public override string ToString() => _code ?? "";
}

internal sealed class CurrencyConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out var currency) ? currency : throw new JsonException("A currency is three letters such as EUR.");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
