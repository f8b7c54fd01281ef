using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>The day of the month on which money is asked for, 1 to 31. A shorter month has it on its last day; it never drifts.</summary>
[JsonConverter(typeof(BillingDayConverter))]
public readonly record struct BillingDay
{
    private readonly int _before;

    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 31.</exception>
    public BillingDay(int day)
    {
        if (day is < 1 or > 31) throw new ArgumentOutOfRangeException(nameof(day), day, "A billing day is from 1 to 31.");
        _before = day - 1;
    }

    /// <summary>1 to 31.</summary>
    public int Day => _before + 1;

    /// <summary>The date it falls on in that month.</summary>
    public DateOnly In(int year, int month) => new(year, month, Math.Min(Day, DateTime.DaysInMonth(year, month)));

    public override string ToString() => $"day {Day}";

    /// <summary>Months since January of year 0, so that months can be counted; null outside the calendar.</summary>
    internal DateOnly? InMonth(long months) => months is >= 12 and < 120_000 ? In((int)(months / 12), (int)(months % 12) + 1) : null;

    internal static int MonthOf(DateOnly date) => date.Year * 12 + date.Month - 1;
}

internal sealed class BillingDayConverter : JsonConverter<BillingDay>
{
    public override BillingDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var day) && day is >= 1 and <= 31 ? new BillingDay(day) : throw new JsonException("A billing day is a number from 1 to 31.");

    public override void Write(Utf8JsonWriter writer, BillingDay value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Day);
}
