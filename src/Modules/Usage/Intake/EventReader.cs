using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Billing.Usage;

/// <summary>Reads one event from its JSON text and judges it by its meter.</summary>
/// <param name="meters">By code.</param>
/// <param name="now">The clock, UTC: an event without an instant is of now, and none lies more than a day ahead.</param>
internal sealed class EventReader(IReadOnlyDictionary<string, KnownMeter> meters, DateTime now)
{
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789+-.eE"u8);
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 3 };

    /// <summary>The event, or why it is none.</summary>
    public UsageEvent? Read(ReadOnlySpan<byte> json, long index, out RejectedEvent? rejected)
    {
        string? id = null;
        try
        {
            rejected = null;
            return Read(json, ref id);
        }
        catch (NotTaken reason)
        {
            rejected = new RejectedEvent(index, reason.Code, reason.Message, id);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A bare NaN, a missing quote, half a surrogate pair.
            rejected = new RejectedEvent(index, "not-json", "This is not a JSON object such as {\"id\":\"…\",\"meter\":\"…\",\"subject\":\"…\"}. A number is written in digits; there is no NaN.", id);
        }
        return null;
    }

    private UsageEvent Read(ReadOnlySpan<byte> json, ref string? id)
    {
        string? meterCode = null, subject = null;
        decimal? value = null;
        DateTime? at = null;
        SortedList<string, string>? properties = null; // each value as JSON
        var reader = new Utf8JsonReader(json, Strict);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new NotTaken("not-an-object", "An event is a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = Text(ref reader, "id", id);
            else if (reader.ValueTextEquals("meter"u8)) meterCode = Text(ref reader, "meter", meterCode);
            else if (reader.ValueTextEquals("subject"u8)) subject = Text(ref reader, "subject", subject);
            else if (reader.ValueTextEquals("value"u8)) value = value is null ? Value(ref reader) : throw Twice("value");
            else if (reader.ValueTextEquals("at"u8)) at = at is null ? Instant(ref reader) : throw Twice("at");
            else if (reader.ValueTextEquals("properties"u8)) properties = properties is null ? Properties(ref reader) : throw Twice("properties");
            else throw new NotTaken("unknown-field", $"{PlainText.Quote(reader.GetString())} is not a field of an event: id, meter, subject, value, at, properties. Put your own under properties.");
        }
        while (reader.Read()) { } // what follows the object breaks it
        if (id is null) throw new NotTaken("id-missing", "An event needs an id of its own: however often it is sent, it counts once.");
        if (meterCode is null) throw new NotTaken("meter-missing", "Say which meter the event is for.");
        if (!meters.TryGetValue(meterCode, out var meter)) throw new NotTaken("unknown-meter", $"There is no meter {PlainText.Quote(meterCode)}. Define it first, or mend its code.");
        if (meter.Retired) throw new NotTaken("meter-retired", $"The meter {PlainText.Quote(meterCode)} takes no more events.");
        if (subject is null) throw new NotTaken("subject-missing", "Say whose usage it is: the id of a client or a subscription.");
        var instant = at ?? now;
        if (instant > now + UsageEvent.Ahead) throw new NotTaken("too-far-ahead", "The event lies more than a day ahead. Send it when it has happened; mind the time zone.");
        if (instant < UsageEvent.Earliest) throw new NotTaken("too-old", "The event lies before the year 2000. Mind the unit of its time.");
        return meter.Judge(id, subject, value ?? 1, instant, properties);
    }

    private static string Text(ref Utf8JsonReader reader, string field, string? before)
    {
        if (before is not null) throw Twice(field);
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) throw new NotTaken("not-text", $"{field} is text in quotes.");
        var text = reader.GetString()!;
        if (text.Length == 0 || text.Length > UsageEvent.LongestName || string.IsNullOrWhiteSpace(text)) throw new NotTaken("bad-length", $"{field} has 1 to {UsageEvent.LongestName} characters.");
        return NoNull(text, field);
    }

    private static string NoNull(string text, string field) => text.Contains('\0', StringComparison.Ordinal) ? throw new NotTaken("bad-character", $"{field} may not contain the character U+0000.") : text;

    /// <summary>A JSON number, or the same as text. Nothing is rounded: what does not fit is refused.</summary>
    private static decimal Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String)) throw NotANumber();
        var digits = Plain(ref reader);
        if (digits.Length > 64) throw OutOfRange();
        if (digits.ContainsAnyExcept(OfNumbers) || !Utf8Parser.TryParse(digits, out double rough, out var read, 'G') || read != digits.Length) throw NotANumber();
        if (Math.Abs(rough) > (double)Quantity.Limit) throw OutOfRange();
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= Quantity.Limit) throw OutOfRange();
        value /= 1.0000000000000000000000000000m; // without zeros at its end
        // A decimal holds 28 digits: 12 before the point and 12 behind it are exact, what is finer was cut.
        if (value.Scale > UsageEvent.MostPlaces || Significant(digits) is var kept && (kept > 24 || (value == 0 && kept > 0))) throw new NotTaken("too-fine", $"A value has at most {UsageEvent.MostPlaces} decimal places.");
        return value;
    }

    /// <summary>How many digits it has, but for zeros at its ends.</summary>
    private static int Significant(ReadOnlySpan<byte> text)
    {
        var exponent = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = exponent < 0 ? text : text[..exponent];
        var (digits, zeros, begun) = (0, 0, false);
        foreach (var c in mantissa)
        {
            if (c is < (byte)'0' or > (byte)'9') continue;
            begun |= c != (byte)'0';
            if (!begun) continue;
            zeros = c == (byte)'0' ? zeros + 1 : 0;
            digits++;
        }
        return digits - zeros;
    }

    private static NotTaken NotANumber() => new("value-not-a-number", "A value is a number in digits, such as 12.5.");

    private static NotTaken OutOfRange() => new("value-out-of-range", "A value is less than 1,000,000,000,000, and with a minus more than −1,000,000,000,000.");

    private static DateTime Instant(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) throw NotAnInstant();
        var text = Plain(ref reader);
        // Without its offset from UTC a time says nothing here.
        if (text.Length < 17 || text.IndexOf((byte)'T') != 10 || (text[^1] is not ((byte)'Z' or (byte)'z') && text[10..].IndexOfAny((byte)'+', (byte)'-') < 0)) throw NotAnInstant();
        if (!reader.TryGetDateTimeOffset(out var instant)) throw NotAnInstant();
        var utc = instant.UtcDateTime;
        return new DateTime(utc.Ticks - (utc.Ticks % 10), DateTimeKind.Utc);
    }

    /// <summary>The text without its escapes: many a writer of JSON writes a plus as \u002B.</summary>
    private static ReadOnlySpan<byte> Plain(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    private static NotTaken NotAnInstant() => new("at-not-an-instant", "at is an instant with its offset, such as 2026-11-29T08:30:00Z or 2026-11-29T14:15:00+05:45.");

    private static SortedList<string, string> Properties(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new NotTaken("bad-properties", "properties is an object of text, numbers, true and false.");
        var found = new SortedList<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NoNull(reader.GetString()!, "A property's name");
            if (name.Length is 0 or > UsageEvent.LongestProperty) throw new NotTaken("bad-properties", $"A property's name has 1 to {UsageEvent.LongestProperty} characters.");
            reader.Read();
            var json = reader.TokenType switch
            {
                JsonTokenType.String => JsonSerializer.Serialize(Short(NoNull(reader.GetString()!, name))),
                JsonTokenType.Number => reader.ValueSpan.Length <= 40 ? Encoding.ASCII.GetString(reader.ValueSpan) : throw TooLong(),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                JsonTokenType.Null => null,
                _ => throw new NotTaken("bad-properties", $"The property {PlainText.Quote(name)} is neither text nor a number, true or false."),
            };
            if (json is not null && !found.TryAdd(name, json)) throw Twice(name);
            if (found.Count > UsageEvent.MostProperties) throw new NotTaken("bad-properties", $"An event has at most {UsageEvent.MostProperties} properties.");
        }
        return found;
    }

    private static string Short(string text) => text.Length <= UsageEvent.LongestText ? text : throw TooLong();

    private static NotTaken TooLong() => new("bad-properties", $"A property's value has at most {UsageEvent.LongestText} characters, a number at most 40.");

    private static NotTaken Twice(string field) => new("field-twice", $"{PlainText.Quote(field)} stands in the event twice.");

    /// <summary>Leaves the reading of one event; never leaves this class.</summary>
    private sealed class NotTaken(string code, string message) : Exception(message)
    {
        public string Code { get; } = code;
    }
}
