using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing.Web;

/// <summary>An amount on its way to becoming money: exact to 12 decimals, never below the currency's own. On the wire as money is, such as <c>{"amount":"0.0107","currency":"USD"}</c>.</summary>
[JsonConverter(typeof(ExactAmountConverter)), WrittenAsMoney]
public readonly record struct ExactAmount
{
    private const int Decimals = 12;

    /// <param name="value">In major units; rounded half away from zero to 12 decimals.</param>
    /// <param name="currency">Its currency.</param>
    public ExactAmount(decimal value, Currency currency) => (Value, Currency) = (decimal.Round(value, Decimals, MidpointRounding.AwayFromZero), currency);

    /// <summary>In major units.</summary>
    public decimal Value { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; }

    /// <summary>Exactly nothing.</summary>
    public bool IsZero => Value == 0;

    /// <summary>Nothing, in that currency.</summary>
    public static ExactAmount Zero(Currency currency) => new(0, currency);

    /// <summary>Money is exact.</summary>
    public static implicit operator ExactAmount(Money money) => new(money.Amount, money.Currency);

    /// <summary>Adds.</summary>
    public static ExactAmount operator +(ExactAmount a, ExactAmount b) => new(a.Value + Same(a, b).Value, a.Currency);

    /// <summary>Takes off.</summary>
    public static ExactAmount operator -(ExactAmount a, ExactAmount b) => new(a.Value - Same(a, b).Value, a.Currency);

    /// <summary>The same below nothing.</summary>
    public static ExactAmount operator -(ExactAmount a) => new(-a.Value, a.Currency);

    /// <summary>The sum; of none it is nothing.</summary>
    public static ExactAmount Sum(Currency currency, IEnumerable<ExactAmount> amounts) => amounts.Aggregate(Zero(currency), (sum, one) => sum + one);

    /// <summary>As few decimals as it needs and at least the currency's, invariant.</summary>
    public string ToAmountText() => (Value == 0 ? 0 : Value).ToString(Currency.MinorUnits == 0 ? "0.############" : $"0.{new string('0', Currency.MinorUnits)}{new string('#', Decimals - Currency.MinorUnits)}", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{ToAmountText()} {Currency}";

    private static ExactAmount Same(ExactAmount a, ExactAmount b) => a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} are never added.");
}

internal sealed class ExactAmountConverter : JsonConverter<ExactAmount>
{
    public override ExactAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Exact amounts are told, not taken.");

    public override void Write(Utf8JsonWriter writer, ExactAmount value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToAmountText());
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
