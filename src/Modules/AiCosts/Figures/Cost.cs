using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>What something cost, finer than money: at most 12 decimals, because a token costs billionths. On the wire <c>{"amount":"0.0107","currency":"USD"}</c>.</summary>
[JsonConverter(typeof(CostConverter)), WrittenAsMoney]
internal readonly record struct Cost : IComparable<Cost>
{
    /// <summary>Decimals that a cost has at most.</summary>
    public const int Decimals = 12;

    /// <exception cref="ArgumentException">The amount has more than 12 decimals.</exception>
    public Cost(decimal amount, Currency currency)
    {
        if (amount != decimal.Round(amount, Decimals)) throw new ArgumentException($"A cost has at most {Decimals} decimals.", nameof(amount));
        // Equal numbers are to be written alike, and zero has no sign.
        Amount = amount == 0 ? 0 : amount / 1.0000000000000000000000000000m;
        Currency = currency;
    }

    public decimal Amount { get; }

    public Currency Currency { get; }

    public bool IsZero => Amount == 0;

    public static Cost Zero(Currency currency) => new(0, currency);

    /// <summary>To 12 decimals, half away from zero.</summary>
    public static Cost Round(decimal amount, Currency currency) => new(decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero), currency);

    public static Cost operator +(Cost a, Cost b) => new(a.Amount + Same(a, b).Amount, a.Currency);

    public static Cost operator -(Cost a, Cost b) => new(a.Amount - Same(a, b).Amount, a.Currency);

    public static bool operator <(Cost a, Cost b) => a.CompareTo(b) < 0;

    public static bool operator >(Cost a, Cost b) => a.CompareTo(b) > 0;

    public static bool operator <=(Cost a, Cost b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Cost a, Cost b) => a.CompareTo(b) >= 0;

    /// <summary>All of one currency.</summary>
    public static Cost Sum(IEnumerable<Cost> costs, Currency currency) => costs.Aggregate(Zero(currency), (sum, one) => sum + one);

    /// <summary>As money, rounded to its smallest unit: once, where it goes on an invoice.</summary>
    public Money ToMoney() => Money.Round(Amount, Currency);

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Cost other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>As few decimals as it needs, invariant: <c>0.0107</c>.</summary>
    public string ToAmountText() => Amount.ToString("0.############", CultureInfo.InvariantCulture);

    public override string ToString() => $"{ToAmountText()} {Currency}";

    private static Cost Same(Cost a, Cost b) => a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} are never added or compared.");
}

internal sealed class CostConverter : JsonConverter<Cost>
{
    public override Cost Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? amount = null;
        Currency? currency = null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A cost is {\"amount\":\"0.0107\",\"currency\":\"USD\"}.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("A cost is {\"amount\":\"0.0107\",\"currency\":\"USD\"}, both as text.");
            switch (name)
            {
                case "amount" when amount is null: amount = reader.GetString(); break;
                case "currency" when currency is null: currency = Currency.TryParse(reader.GetString(), out var c) ? c : throw new JsonException("A currency is three letters such as USD."); break;
                default: throw new JsonException($"A cost has one amount and one currency, and no {PlainText.Quote(name)} besides.");
            }
        }
        if (amount is null || currency is not { } unit) throw new JsonException("A cost has an amount and a currency.");
        return TryRead(amount, out var number) ? new Cost(number, unit) : throw new JsonException("An amount is text such as \"0.0107\", with at most 12 decimals.");
    }

    public override void Write(Utf8JsonWriter writer, Cost value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToAmountText());
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }

    // Decimals are counted in the text: a decimal would silently round what is beyond its 28 digits away.
    private static bool TryRead(string text, out decimal number)
    {
        number = 0;
        var decimals = text.Contains('.') ? text[(text.IndexOf('.') + 1)..].TrimEnd('0').Length : 0;
        return text.Length <= 40 && decimals <= Cost.Decimals && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
