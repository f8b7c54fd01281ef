using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>Calendar days from the first through the last, both included. No time zone: a day is a day. On the wire <c>{"from":"2025-10-01","through":"2025-10-31"}</c>.</summary>
[JsonConverter(typeof(PeriodConverter))]
public readonly record struct Period
{
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public Period(DateOnly from, DateOnly through)
    {
        if (through < from) throw new ArgumentException("A period ends on or after the day it begins.", nameof(through));
        From = from;
        Through = through;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly Through { get; }

    /// <summary>Number of days, both ends counted.</summary>
    public int Days => Through.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= Through;

    public override string ToString() => $"{DateText.Write(From)}…{DateText.Write(Through)}";
}

// Without it a get-only struct would be read as its default, and nobody would notice.
internal sealed class PeriodConverter : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonParts.Read(ref reader, "A period", "from", "through");
        if (parts.Date("from") is not { } from || parts.Date("through") is not { } through) throw new JsonException("A period needs from and through.");
        return from <= through ? new Period(from, through) : throw new JsonException("A period ends on or after the day it begins.");
    }

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("from", DateText.Write(value.From));
        writer.WriteString("through", DateText.Write(value.Through));
        writer.WriteEndObject();
    }
}
