using System.Globalization;
using System.Text.Json;

namespace Billing.Support;

/// <summary>A record of a system outside that cannot be read; the others are read all the same.</summary>
/// <param name="code">What is wrong, kebab-case.</param>
/// <param name="sentence">For people.</param>
internal sealed class BadRecord(string code, string sentence) : Exception(sentence)
{
    public string Code => code;
}

/// <summary>A record that was not taken.</summary>
/// <param name="Number">The how-manieth it was of what the pass read, from 1.</param>
/// <param name="OutsideId">What the system outside calls it; null where that cannot be read either.</param>
/// <param name="Code">What is wrong, kebab-case.</param>
/// <param name="Reason">The same as a sentence.</param>
internal sealed record RejectedRecord(int Number, string? OutsideId, string Code, string Reason)
{
    /// <summary>Of a CRM: whether it is a site, and no project.</summary>
    public bool IsSite { get; init; }
}

/// <summary>Reads records of systems outside: numbers come as numbers or as text, and never by way of a float.</summary>
internal static class SourceJson
{
    private const int LongestLine = 500;

    /// <summary>A part; null where it is missing, or null.</summary>
    public static JsonElement? Part(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    /// <summary>A part that a record must at least name, though it may be null.</summary>
    /// <exception cref="BadRecord">It is missing altogether, as where the key may not read the field.</exception>
    public static JsonElement Named(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part)
        ? part : throw new BadRecord("field-missing", $"The record lacks the field {PlainText.Quote(name)}: the credential may not read it, or the field has another name.");

    /// <summary>A text on one line, cut where nobody reads on; empty where there is none.</summary>
    public static string Line(this JsonElement json, string name) => PlainText.Line(json.Part(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    }, LongestLine);

    /// <summary>A text as it is; empty where there is none.</summary>
    public static string Raw(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>A whole number; null where there is none.</summary>
    /// <exception cref="BadRecord">What stands there is none.</exception>
    public static long? Whole(this JsonElement json, string name)
    {
        if (json.Part(name) is not { } part || part is { ValueKind: JsonValueKind.String } && part.GetString()!.Trim().Length == 0) return null;
        return Number(part) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number : throw new BadRecord("not-a-whole-number", $"{PlainText.Quote(name)} is {PlainText.Quote(part.ToString())}, which is no whole number.");
    }

    /// <summary>An exact number, from its text; null where it is none.</summary>
    public static decimal? Number(JsonElement part) =>
        part.ValueKind is JsonValueKind.Number or JsonValueKind.String && decimal.TryParse(part.ValueKind == JsonValueKind.String ? part.GetString() : part.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
