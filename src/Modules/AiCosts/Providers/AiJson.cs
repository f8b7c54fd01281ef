using System.Globalization;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>Reads providers' JSON: numbers from their text, never by way of a float; what should be there and is not makes the read incomplete.</summary>
internal static class AiJson
{
    private const int Decimals = 12;
    private const int LongestText = 500;
    private const int LongestCursor = 4_000;

    /// <summary>A part that must be there.</summary>
    public static JsonElement Part(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) ? part : throw Missing(name);

    /// <summary>The items of a list that must be there.</summary>
    public static JsonElement.ArrayEnumerator List(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Missing(name);

    /// <summary>A text; null where there is none. Without what cannot be stored, and cut where nobody reads on.</summary>
    public static string? Text(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part)
        ? part.ValueKind switch { JsonValueKind.String => PlainText.Line(part.GetString(), LongestText) is { Length: > 0 } text ? text : null, JsonValueKind.Number => part.GetRawText(), _ => null }
        : null;

    /// <summary>Whether something is said to be so.</summary>
    public static bool Flag(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.True;

    /// <summary>A count; 0 where none is told.</summary>
    public static long Count(this JsonElement json, string name) => json.CountOrNull(name) ?? 0;

    /// <summary>A count; null where none is told.</summary>
    public static long? CountOrNull(this JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var part) || part.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return null;
        return Number(part) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000_000_000_000_000m ? (long)number : throw Missing(name);
    }

    /// <summary>An exact number, from its text; null where none is told.</summary>
    public static decimal? Amount(this JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var part) || part.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return null;
        return Number(part) is { } number && Math.Abs(number) < 1_000_000_000_000_000m ? number : throw Missing(name);
    }

    /// <summary>An exact number, from its text; null where it is none.</summary>
    public static decimal? Exact(this JsonElement part) => part.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Number(part) : null;

    /// <summary>Seconds since 1970 as an instant.</summary>
    public static DateTimeOffset Seconds(this JsonElement json, string name) => json.CountOrNull(name) is { } seconds and > 0 and < 32_503_680_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : throw Missing(name);

    /// <summary>An instant as RFC 3339 writes it, or a day.</summary>
    public static DateTimeOffset Instant(this JsonElement json, string name) =>
        DateTimeOffset.TryParse(json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : throw Missing(name);

    /// <summary>Where the next page begins; null on the last.</summary>
    /// <exception cref="AiReadStopped">There is more, and nobody says where; or what is there was cut.</exception>
    public static string? NextPage(this JsonElement json, string more, string next)
    {
        json.Whole();
        if (!json.Flag(more)) return null;
        return json.TryGetProperty(next, out var cursor) && cursor.ValueKind == JsonValueKind.String && cursor.GetString() is { Length: > 0 and < LongestCursor } text ? text : throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider says that there is more, and not where.");
    }

    /// <summary>Makes sure that an answer was not cut: providers say so beside a status of 200.</summary>
    public static JsonElement Whole(this JsonElement json) => json.Flag("truncated") || json.Flag("limitReached") || json.Flag("total_is_capped") ? throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider has cut its answer.") : json;

    private static AiReadStopped Missing(string name) => new(AiTrouble.IncompleteRead, $"The provider's answer lacks {PlainText.Quote(name)}, or it is none that can be read.");

    /// <summary>A float's noise behind the twelfth decimal is none of the provider's figures.</summary>
    private static decimal? Number(JsonElement part) =>
        decimal.TryParse(part.ValueKind == JsonValueKind.String ? part.GetString() : part.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? decimal.Round(number, Decimals, MidpointRounding.AwayFromZero) : null;
}
