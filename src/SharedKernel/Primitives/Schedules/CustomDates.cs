using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>The dates of a custom schedule, newest first, each once, at most 1,000. Two lists with the same dates are equal.</summary>
[JsonConverter(typeof(CustomDatesConverter))]
public sealed class CustomDates : IReadOnlyList<CustomDate>, IEquatable<CustomDates>
{
    private const int Most = 1000;
    private readonly CustomDate[] _dates;

    private CustomDates(CustomDate[] dates) => _dates = dates;

    /// <summary>No dates.</summary>
    public static CustomDates None { get; } = new([]);

    public int Count => _dates.Length;

    public CustomDate this[int index] => _dates[index];

    /// <summary>Orders the dates, or refuses one that comes twice (<c>date-twice</c>) or more than 1,000 (<c>too-many-dates</c>).</summary>
    public static Result<CustomDates> Of(IEnumerable<CustomDate> dates)
    {
        var ordered = dates.OrderByDescending(date => date.Date).ToArray();
        if (ordered.Length > Most) return new Refusal("too-many-dates", $"A group has at most {Most} custom dates.").With("most", Most);
        var twice = ordered.GroupBy(date => date.Date).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? new CustomDates(ordered) : new Refusal("date-twice", $"{DateText.Write(twice.Key)} is listed twice.").With("date", DateText.Write(twice.Key));
    }

    public bool Equals(CustomDates? other) => other is not null && _dates.AsSpan().SequenceEqual(other._dates);

    public override bool Equals(object? obj) => Equals(obj as CustomDates);

    public override int GetHashCode() => _dates.Aggregate(_dates.Length, HashCode.Combine);

    public IEnumerator<CustomDate> GetEnumerator() => _dates.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class CustomDatesConverter : JsonConverter<CustomDates>
{
    public override CustomDates Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CustomDates.Of(JsonSerializer.Deserialize<CustomDate[]>(ref reader, options)!).TryGet(out var dates, out var refusal) ? dates : throw new JsonException(refusal.Sentence);

    public override void Write(Utf8JsonWriter writer, CustomDates value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToArray(), options);
}
