using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>An exact amount in one currency, with at most the currency's minor units. On the wire <c>{"amount":"12.50","currency":"EUR"}</c>.</summary>
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money : IComparable<Money>
{
    /// <exception cref="ArgumentException">The amount has more decimals than its currency.</exception>
    public Money(decimal amount, Currency currency)
    {
        if (amount != decimal.Round(amount, currency.MinorUnits)) throw new ArgumentException($"{currency} has {currency.MinorUnits} decimals.", nameof(amount));
        Amount = amount == 0 ? 0 : amount; // never "-0.00"
        Currency = currency;
    }

    /// <summary>The amount in major units.</summary>
    public decimal Amount { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; }

    /// <summary>More than nothing.</summary>
    public bool IsPositive => Amount > 0;

    /// <summary>Less than nothing.</summary>
    public bool IsNegative => Amount < 0;

    /// <summary>Exactly nothing.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>Nothing, in that currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Rounds half away from zero to the currency's minor units: the one rounding rule of the product.</summary>
    public static Money Round(decimal amount, Currency currency) => new(decimal.Round(amount, currency.MinorUnits, MidpointRounding.AwayFromZero), currency);

    public static Money operator +(Money a, Money b) => new(a.Amount + Same(a, b).Amount, a.Currency);

    public static Money operator -(Money a, Money b) => new(a.Amount - Same(a, b).Amount, a.Currency);

    public static Money operator -(Money a) => new(-a.Amount, a.Currency);

    public static bool operator <(Money a, Money b) => a.Amount < Same(a, b).Amount;

    public static bool operator >(Money a, Money b) => a.Amount > Same(a, b).Amount;

    public static bool operator <=(Money a, Money b) => a.Amount <= Same(a, b).Amount;

    public static bool operator >=(Money a, Money b) => a.Amount >= Same(a, b).Amount;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>The amount with exactly the currency's decimals, invariant: <c>12.50</c>.</summary>
    public string ToAmountText() => Amount.ToString("F" + Currency.MinorUnits, CultureInfo.InvariantCulture);

    public override string ToString() => $"{ToAmountText()} {Currency}";

    private static Money Same(Money a, Money b) => a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} are never added or compared.");
}

internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Money is {\"amount\":\"12.50\",\"currency\":\"EUR\"}.");
        string? amount = null;
        Currency? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "amount" when amount is null: amount = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("An amount is text such as \"12.50\"."); break;
                case "currency" when currency is null: currency = reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out var c) ? c : throw new JsonException("A currency is three letters such as EUR."); break;
                default: throw new JsonException($"Money has one amount and one currency, and no {PlainText.Quote(name)} besides.");
            }
        }
        if (amount is null || currency is not { } unit) throw new JsonException("Money has an amount and a currency.");
        // Counted in the text: decimal keeps 28 digits and would silently round the rest away.
        var decimals = amount.Contains('.') ? amount[(amount.IndexOf('.') + 1)..].TrimEnd('0').Length : 0;
        if (amount.Length > 40 || !decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var a)) throw new JsonException("An amount is text such as \"12.50\".");
        if (decimals > unit.MinorUnits) throw new JsonException($"An amount in {unit} has at most {unit.MinorUnits} decimals.");
        return new Money(a, unit);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToAmountText());
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
