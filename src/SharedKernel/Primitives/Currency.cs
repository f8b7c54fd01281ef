using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>An ISO 4217 currency.</summary>
[JsonConverter(typeof(CurrencyConverter))]
public readonly record struct Currency
{
    // ISO 4217, the codes of money one can bill in: active in 2026, and those withdrawn since 2022, which older records are in. No metals, no test codes.
    private static readonly FrozenSet<string> Known = (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK " +
        "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT " +
        "LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF " +
        "SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST " +
        "XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL").Split(' ').ToFrozenSet();

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

    /// <summary>Reads a three-letter code of ISO 4217, in any case.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        currency = default;
        if (text is not { Length: 3 } || text.ToUpperInvariant() is not { } code || !Known.TryGetValue(code, out var known)) return false;
        currency = new Currency(known);
        return true;
    }

    /// <summary>Reads a three-letter code, in any case.</summary>
    /// <exception cref="FormatException">The text is no currency of ISO 4217.</exception>
    public static Currency Parse(string text) => TryParse(text, out var currency) ? currency : throw new FormatException($"'{text}' is not a currency of ISO 4217; write three letters such as EUR.");

    public override string ToString() => _code ?? "";
}

internal sealed class CurrencyConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out var currency) ? currency : throw new JsonException("A currency is three letters of ISO 4217, such as EUR.");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
