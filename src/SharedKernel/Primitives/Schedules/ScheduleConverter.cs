using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>Writes a schedule flat: <c>{"frequency":"monthly","periodRule":"arrears","dayOfMonth":15}</c>; reads that and nothing else.</summary>
internal sealed class ScheduleConverter : JsonConverter<Schedule>
{
    public override bool CanConvert(Type typeToConvert) => typeof(Schedule).IsAssignableFrom(typeToConvert);

    public override Schedule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonParts.Read(ref reader, "A schedule", "frequency", "periodRule", "dayOfWeek", "dayOfMonth", "days", "anchor");
        var frequency = parts.Word<Frequency>("frequency") ?? throw new JsonException("A schedule needs its frequency.");
        var rule = parts.Word<PeriodRule>("periodRule") ?? (frequency == Frequency.Custom ? PeriodRule.Arrears : throw new JsonException("A schedule needs its periodRule: arrears or current."));
        var terms = new ScheduleTerms(frequency, rule)
        {
            DayOfWeek = parts.Word<DayOfWeek>("dayOfWeek"),
            DayOfMonth = parts.Number("dayOfMonth"),
            Days = parts.NumberList("days"),
            Anchor = parts.Date("anchor"),
        };
        return Schedule.Of(terms).TryGet(out var schedule, out var refusal) ? schedule : throw new JsonException(refusal.Sentence);
    }

    public override void Write(Utf8JsonWriter writer, Schedule value, JsonSerializerOptions options)
    {
        var terms = value.Terms;
        writer.WriteStartObject();
        writer.WriteString("frequency", JsonParts.Camel(terms.Frequency));
        writer.WriteString("periodRule", JsonParts.Camel(terms.Rule));
        if (terms.DayOfWeek is { } weekday) writer.WriteString("dayOfWeek", JsonParts.Camel(weekday));
        if (terms.DayOfMonth is { } day) writer.WriteNumber("dayOfMonth", day);
        if (terms.Days is { } days)
        {
            writer.WriteStartArray("days");
            foreach (var one in days) writer.WriteNumberValue(one);
            writer.WriteEndArray();
        }
        if (terms.Anchor is { } anchor) writer.WriteString("anchor", DateText.Write(anchor));
        writer.WriteEndObject();
    }
}

/// <summary>Writes a custom date as <c>{"date":"2025-10-01","period":"explicit","from":"2025-08-10","through":"2025-09-20"}</c>; from and through are read for explicit periods only.</summary>
internal sealed class CustomDateConverter : JsonConverter<CustomDate>
{
    public override CustomDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonParts.Read(ref reader, "A custom date", "date", "period", "from", "through");
        var date = parts.Date("date") ?? throw new JsonException("A custom date needs its date.");
        var rule = parts.Word<CustomPeriod>("period") ?? throw new JsonException("A custom date needs its period: weekly, twoWeekly, semiMonthly, monthly or explicit.");
        return CustomDate.Of(date, rule, parts.Date("from"), parts.Date("through")).TryGet(out var custom, out var refusal) ? custom : throw new JsonException(refusal.Sentence);
    }

    public override void Write(Utf8JsonWriter writer, CustomDate value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("date", DateText.Write(value.Date));
        writer.WriteString("period", JsonParts.Camel(value.Rule));
        if (value.Rule == CustomPeriod.Explicit)
        {
            writer.WriteString("from", DateText.Write(value.Period.From));
            writer.WriteString("through", DateText.Write(value.Period.Through));
        }
        writer.WriteEndObject();
    }
}
