using System.Globalization;
using System.Text.Json;

namespace Billing;

/// <summary>A small JSON object read strictly: only known names, each once, with sentences that say what was expected.</summary>
internal sealed class JsonParts
{
    private readonly Dictionary<string, JsonElement> _parts = [];

    /// <exception cref="JsonException">Not an object, an unknown name, or a name twice.</exception>
    public static JsonParts Read(ref Utf8JsonReader reader, string what, params ReadOnlySpan<string> names)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"{what} is an object.");
        var parts = new JsonParts();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!names.Contains(name)) throw new JsonException($"{what} has {string.Join(", ", names!)}, and no {PlainText.Quote(name)}.");
            reader.Read();
            if (!parts._parts.TryAdd(name, JsonElement.ParseValue(ref reader))) throw new JsonException($"{what} has {name} once.");
        }
        return parts;
    }

    /// <summary>One of an enum's words in camel case; null when absent or null.</summary>
    public TEnum? Word<TEnum>(string name) where TEnum : struct, Enum
    {
        if (Given(name) is not { } part) return null;
        if (part.ValueKind == JsonValueKind.String)
            foreach (var value in Enum.GetValues<TEnum>())
                if (part.ValueEquals(Camel(value))) return value;
        throw new JsonException($"{name} is one of {string.Join(", ", Enum.GetValues<TEnum>().Select(Camel))}.");
    }

    /// <summary>A whole number.</summary>
    public int? Number(string name) => Given(name) is not { } part ? null : Whole(part) ?? throw new JsonException($"{name} is a whole number.");

    /// <summary>A list of whole numbers.</summary>
    public IReadOnlyList<int>? NumberList(string name)
    {
        if (Given(name) is not { } part) return null;
        if (part.ValueKind != JsonValueKind.Array || part.GetArrayLength() > 31) throw new JsonException($"{name} is a list of whole numbers.");
        return [.. part.EnumerateArray().Select(item => Whole(item) ?? throw new JsonException($"{name} is a list of whole numbers."))];
    }

    /// <summary>A date, YYYY-MM-DD.</summary>
    public DateOnly? Date(string name)
    {
        if (Given(name) is not { } part) return null;
        return part.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(part.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"{name} is a date such as 2025-11-14.");
    }

    /// <summary>An enum's word in camel case.</summary>
    public static string Camel<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static int? Whole(JsonElement part) => part.ValueKind == JsonValueKind.Number && part.TryGetInt32(out var number) ? number : null;

    private JsonElement? Given(string name) => _parts.TryGetValue(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;
}
