using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Billing.Usage;

/// <summary>Reads one event after another from its JSON text and judges it by its meter. Not for two threads.</summary>
/// <param name="meters">By code.</param>
/// <param name="now">The clock, UTC: an event without an instant is of now, and none lies more than a day ahead.</param>
/// <param name="alsoRetired">Whether meters that take no more events do so once more: a back-fill tells of a time when they did.</param>
internal sealed class EventReader(IReadOnlyDictionary<string, KnownMeter> meters, DateTime now, bool alsoRetired = false)
{
    /// <summary>The code of an event whose meter is not among those known.</summary>
    public const string UnknownMeter = "unknown-meter";

    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789+-.eE"u8);
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 3 };

    private (string Code, string Message) _why;
    private string? _id, _meter, _subject;
    private decimal? _value;
    private DateTime? _at;
    private SortedList<string, string>? _properties; // each value as JSON

    /// <summary>The event, or why it is none.</summary>
    public UsageEvent? Read(ReadOnlySpan<byte> json, long index, out RejectedEvent? rejected)
    {
        (_id, _meter, _subject, _value, _at, _properties) = (null, null, null, null, null, null);
        var happened = Understood(json) ? Judged() : null;
        rejected = happened is null ? new RejectedEvent(index, _why.Code, _why.Message, _id) : null;
        return happened;
    }

    private bool Understood(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Strict);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return No("not-an-object", "An event is a JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                if (!Field(ref reader)) return false;
            while (reader.Read()) { } // what follows the object breaks it
            return true;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A bare NaN, a missing quote, half a surrogate pair.
            return No("not-json", "This is not a JSON object such as {\"id\":\"…\",\"meter\":\"…\",\"subject\":\"…\"}. A number is written in digits; there is no NaN.");
        }
    }

    private bool Field(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8)) return Text(ref reader, "id", ref _id);
        if (reader.ValueTextEquals("meter"u8)) return Text(ref reader, "meter", ref _meter);
        if (reader.ValueTextEquals("subject"u8)) return Text(ref reader, "subject", ref _subject);
        if (reader.ValueTextEquals("value"u8)) return _value is null ? Value(ref reader) : Twice("value");
        if (reader.ValueTextEquals("at"u8)) return _at is null ? Instant(ref reader) : Twice("at");
        if (reader.ValueTextEquals("properties"u8)) return _properties is null ? Properties(ref reader) : Twice("properties");
        return No("unknown-field", $"{PlainText.Quote(reader.GetString())} is not a field of an event: id, meter, subject, value, at, properties. Put your own under properties.");
    }

    private UsageEvent? Judged()
    {
        if (_id is null) return Not("id-missing", "An event needs an id of its own: however often it is sent, it counts once.");
        if (_meter is null) return Not("meter-missing", "Say which meter the event is for.");
        if (!meters.TryGetValue(_meter, out var meter)) return Not(UnknownMeter, $"There is no meter {PlainText.Quote(_meter)}. Define it first, or mend its code.");
        if (meter.Retired && !alsoRetired) return Not("meter-retired", $"The meter {PlainText.Quote(_meter)} takes no more events.");
        if (_subject is null) return Not("subject-missing", "Say whose usage it is: the id of a client or a subscription.");
        var at = _at ?? now;
        if (at > now + UsageEvent.Ahead) return Not("too-far-ahead", "The event lies more than a day ahead. Send it when it has happened; mind the time zone.");
        if (at < UsageEvent.Earliest) return Not("too-old", "The event lies before the year 2000. Mind the unit of its time.");
        return meter.Judge(_id, _subject, _value ?? 1, at, _properties);
    }

    private bool Text(ref Utf8JsonReader reader, string field, ref string? text)
    {
        if (text is not null) return Twice(field);
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) return No("not-text", $"{field} is text in quotes.");
        var given = reader.GetString()!;
        if (given.Length > UsageEvent.LongestName || string.IsNullOrWhiteSpace(given)) return No("bad-length", $"{field} has 1 to {UsageEvent.LongestName} characters.");
        if (given.Contains('\0', StringComparison.Ordinal)) return No("bad-character", $"{field} may not contain the character U+0000.");
        text = given;
        return true;
    }

    /// <summary>A JSON number, or the same as text. Nothing is rounded: what does not fit is refused.</summary>
    private bool Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String)) return NotANumber();
        var digits = Plain(ref reader);
        if (digits.Length > 64) return OutOfRange();
        if (digits.ContainsAnyExcept(OfNumbers) || !Utf8Parser.TryParse(digits, out double rough, out var read, 'G') || read != digits.Length) return NotANumber();
        if (Math.Abs(rough) > (double)Quantity.Limit) return OutOfRange();
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= Quantity.Limit) return OutOfRange();
        value /= 1.0000000000000000000000000000m; // without zeros at its end
        // A decimal holds 28 digits: 12 before the point and 12 behind it are exact, what is finer was cut.
        if (value.Scale > UsageEvent.MostPlaces || (Significant(digits) is var kept && (kept > 24 || (value == 0 && kept > 0)))) return No("too-fine", $"A value has at most {UsageEvent.MostPlaces} decimal places.");
        _value = value;
        return true;
    }

    /// <summary>How many digits it has, but for zeros at its ends.</summary>
    private static int Significant(ReadOnlySpan<byte> text)
    {
        var exponent = text.IndexOfAny((byte)'e', (byte)'E');
        var (digits, zeros, begun) = (0, 0, false);
        foreach (var c in exponent < 0 ? text : text[..exponent])
        {
            if (c is < (byte)'0' or > (byte)'9') continue;
            begun |= c != (byte)'0';
            if (!begun) continue;
            zeros = c == (byte)'0' ? zeros + 1 : 0;
            digits++;
        }
        return digits - zeros;
    }

    private bool Instant(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) return NotAnInstant();
        var text = Plain(ref reader);
        // Without its offset from UTC a time says nothing here.
        if (text.Length < 17 || text.IndexOf((byte)'T') != 10 || (text[^1] is not ((byte)'Z' or (byte)'z') && text[10..].IndexOfAny((byte)'+', (byte)'-') < 0)) return NotAnInstant();
        if (!reader.TryGetDateTimeOffset(out var instant)) return NotAnInstant();
        var utc = instant.UtcDateTime;
        _at = new DateTime(utc.Ticks - (utc.Ticks % 10), DateTimeKind.Utc);
        return true;
    }

    private bool Properties(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return No("bad-properties", "properties is an object of text, numbers, true and false.");
        var found = new SortedList<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name.Length is 0 or > UsageEvent.LongestProperty || name.Contains('\0', StringComparison.Ordinal)) return No("bad-properties", $"A property's name has 1 to {UsageEvent.LongestProperty} characters that can be seen.");
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) continue;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return No("bad-properties", $"The property {PlainText.Quote(name)} is neither text nor a number, true or false.");
            if (Json(ref reader) is not { } json) return No("bad-properties", $"A property's value has at most {UsageEvent.LongestText} characters, a number at most 40, and never U+0000.");
            if (!found.TryAdd(name, json)) return Twice(name);
            if (found.Count > UsageEvent.MostProperties) return No("bad-properties", $"An event has at most {UsageEvent.MostProperties} properties.");
        }
        _properties = found;
        return true;
    }

    /// <summary>The value as JSON, text always written the same way; null when it is too long or cannot be kept.</summary>
    private static string? Json(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() is { Length: <= UsageEvent.LongestText } text && !text.Contains('\0', StringComparison.Ordinal) ? JsonSerializer.Serialize(text) : null,
        JsonTokenType.Number => reader.ValueSpan.Length <= 40 ? Encoding.ASCII.GetString(reader.ValueSpan) : null,
        JsonTokenType.True => "true",
        _ => "false",
    };

    /// <summary>The text without its escapes: many a writer of JSON writes a plus as \u002B.</summary>
    private static ReadOnlySpan<byte> Plain(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    private bool NotANumber() => No("value-not-a-number", "A value is a number in digits, such as 12.5.");

    private bool OutOfRange() => No("value-out-of-range", "A value is less than 1,000,000,000,000, and with a minus more than −1,000,000,000,000.");

    private bool NotAnInstant() => No("at-not-an-instant", "at is an instant with its offset, such as 2026-11-29T08:30:00Z or 2026-11-29T14:15:00+05:45.");

    private bool Twice(string field) => No("field-twice", $"{PlainText.Quote(field)} stands in the event twice.");

    private bool No(string code, string message)
    {
        _why = (code, message);
        return false;
    }

    private UsageEvent? Not(string code, string message)
    {
        _why = (code, message);
        return null;
    }
}
