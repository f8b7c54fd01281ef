using System.Globalization;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>
/// Mistral's Admin API: what a month has cost so far, by category, of the whole organisation; days are not told. How a category tells its cost is documented nowhere, so it is
/// looked for where it may stand; a category that tells none, or tells it twice, is a warning that names it, and no record.
/// </summary>
internal sealed class MistralReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const int Deepest = 3;

    private static readonly string[] Beside = ["start_date", "end_date", "currency", "workspace_id", "organization_id", "month", "year"];
    private static readonly string[] Categories = ["chat", "completion", "ocr", "audio", "connectors", "libraries_api", "fine_tuning", "vibe_usage"];
    private static readonly string[] Amounts = ["cost", "total_cost", "amount", "total_amount", "price", "total"];

    private static readonly AiReport Usage = new("usage", 3, 31) { IsMonthSoFar = true, Estimated = AiEstimate.Days };

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Usage];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => Currency(await Ask(to, FirstOf(DateOnly.FromDateTime(now.UtcDateTime)), stop));

    /// <summary>A month is a page.</summary>
    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var month = cursor is null ? FirstOf(window.From) : DateOnly.ParseExact(cursor, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (told, next) = (await Ask(to, month, stop), month.AddMonths(1));
        var currency = Currency(told.Whole());
        List<AiRecord> records = [];
        List<string> unclear = [];
        foreach (var field in told.EnumerateObject().Where(field => !Beside.Contains(field.Name, StringComparer.Ordinal)))
        {
            if (field.Value.ValueKind is JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False) continue;
            var known = Categories.Contains(field.Name, StringComparer.Ordinal);
            if (known && Amount(field.Value, Deepest) is { } amount) records.Add(AiRecord.Money(new(Item: field.Name), amount, currency));
            else if (known || field.Value.ValueKind != JsonValueKind.String) unclear.Add($"What Mistral tells in {PlainText.Quote(field.Name)} of {month.ToString("yyyy-MM", CultureInfo.InvariantCulture)} could not be read, and is not counted.");
        }
        var start = new DateTimeOffset(month, default, TimeSpan.Zero);
        return new AiPage([new AiBucket(start, new DateTimeOffset(next, default, TimeSpan.Zero) - start, records)], next < window.Until ? next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null) { Warnings = unclear };
    }

    private Task<JsonElement> Ask(AiConnection to, DateOnly month, CancellationToken stop) =>
        calls.Get(to.At(string.Create(CultureInfo.InvariantCulture, $"/v1/admin/usage?month={month.Month}&year={month.Year}")), headers => headers.TryAddWithoutValidation("x-api-key", to.Key), stop);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>A currency that is not told is not guessed.</summary>
    private static string Currency(JsonElement told) => told.Text("currency") is { } text && Billing.Currency.TryParse(text.ToUpperInvariant(), out var currency) ? currency.Code : throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider's answer has no currency that is one.");

    /// <summary>What something has cost: itself, what stands under a name for that, or the sum of the one list or part that it has; null where that is not clear.</summary>
    private static decimal? Amount(JsonElement told, int deep)
    {
        if (told.ValueKind is JsonValueKind.Number or JsonValueKind.String) return told.Exact();
        if (deep == 0) return null;
        if (told.ValueKind == JsonValueKind.Array) return Sum(told.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Object ? Amount(part, deep - 1) : null));
        if (told.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Amounts)
            if (told.TryGetProperty(name, out var named) && Amount(named, deep - 1) is { } amount) return amount;
        var parts = told.EnumerateObject().Where(part => part.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object).ToList();
        return parts.Count == 1 ? Amount(parts[0].Value, deep - 1) : null; // of two lists nobody knows whether they tell the same twice
    }

    private static decimal? Sum(IEnumerable<decimal?> parts) => parts.Aggregate((decimal?)0, (sum, part) => sum + part);
}
