using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>An amount as it was entered: exact, as <see cref="Money"/>, or as text that still has to be read. On the wire an object or a string.</summary>
[JsonConverter(typeof(EnteredMoneyConverter))]
public readonly record struct EnteredMoney
{
    private readonly Money? _exact;
    private readonly string? _text;

    /// <summary>An exact amount.</summary>
    public EnteredMoney(Money exact) => (_exact, _text) = (exact, null);

    /// <summary>Text as somebody typed it.</summary>
    public EnteredMoney(string text) => (_exact, _text) = (null, text);

    /// <summary>The amount in that currency, or the refusals of <see cref="MoneyText"/>.</summary>
    public Result<Money> In(Currency currency, DecimalMark mark)
    {
        if (_exact is not { } exact) return MoneyText.Read(_text, currency, mark);
        if (exact.Currency != currency) return new Refusal("other-currency", $"This amount is in {exact.Currency}, and {currency} is expected.").With("given", exact.Currency.Code).With("currency", currency.Code);
        return Math.Abs(exact.Amount) < MoneyText.Limit ? exact : new Refusal("amount-too-large", "This amount is too large; an amount is less than 1,000,000,000,000,000.");
    }

    public static implicit operator EnteredMoney(Money exact) => new(exact);

    public static implicit operator EnteredMoney(string text) => new(text);

    internal void Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        if (_exact is { } exact) JsonSerializer.Serialize(writer, exact, options);
        else writer.WriteStringValue(_text ?? "");
    }
}

internal sealed class EnteredMoneyConverter : JsonConverter<EnteredMoney>
{
    public override EnteredMoney Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new(reader.GetString()!),
        JsonTokenType.StartObject => new(JsonSerializer.Deserialize<Money>(ref reader, options)),
        _ => throw new JsonException("An amount is {\"amount\":\"12.50\",\"currency\":\"EUR\"} or text such as \"12.50\"."),
    };

    public override void Write(Utf8JsonWriter writer, EnteredMoney value, JsonSerializerOptions options) => value.Write(writer, options);
}
