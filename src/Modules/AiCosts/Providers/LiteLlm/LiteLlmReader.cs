using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>
/// A LiteLLM proxy of one's own: what it makes of each day by model and key, in dollars. Its pages are cut over rows of a table, so one day may be spread over two of
/// them in parts that are added up; its totals are those of a page. Its prices may have discounts and margins on purpose.
/// </summary>
internal sealed class LiteLlmReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const int PageSize = 1000;
    private static readonly AiReport Daily = new("daily_activity", 3, 31, IsAddedUp: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Daily];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        (await Ask(to, today, today, 1, 1, stop)).List("results");
    }

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var number = cursor is null ? 1 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var told = (await Ask(to, window.From, window.Until.AddDays(-1), number, PageSize, stop)).Whole();
        var about = told.Part("metadata");
        List<AiBucket> buckets = [.. told.List("results").Select(day => AiBucket.Day(DateOnly.FromDateTime(day.Instant("date").UtcDateTime), [.. Rows(day)]))];
        if (cursor is null)
            for (var day = window.From; day < window.Until; day = day.AddDays(1)) buckets.Add(AiBucket.Day(day, [])); // a day without a row was read, too
        return new AiPage(buckets, about.Flag("has_more") || number < about.Count("total_pages") ? (number + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    private Task<JsonElement> Ask(AiConnection to, DateOnly from, DateOnly through, int page, int size, CancellationToken stop) => calls.Get(
        to.At(string.Create(CultureInfo.InvariantCulture, $"/user/daily/activity?start_date={from:yyyy-MM-dd}&end_date={through:yyyy-MM-dd}&page={page}&page_size={size}")), headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop);

    private static IEnumerable<AiRecord> Rows(JsonElement day)
    {
        foreach (var model in day.Part("breakdown").Part("models").EnumerateObject())
        {
            var name = PlainText.Line(model.Name, 200);
            var byKey = model.Value.TryGetProperty("api_key_breakdown", out var keys) && keys.ValueKind == JsonValueKind.Object ? keys.EnumerateObject().ToList() : [];
            if (byKey.Count == 0) yield return Row(new(name), model.Value.Part("metrics"));
            foreach (var key in byKey) yield return Row(new(name, Key: PlainText.Line(key.Name, 200)), key.Value.Part("metrics"));
        }
    }

    /// <summary>Its prompt holds what came from the cache and what was written into it.</summary>
    private static AiRecord Row(AiDimensions of, JsonElement metrics)
    {
        var (read, written) = (metrics.Count("cache_read_input_tokens"), metrics.Count("cache_creation_input_tokens"));
        return new AiRecord(
            of, new TokenKinds(Input: metrics.Count("prompt_tokens") - read - written, CacheRead: read, CacheWrite: written, Output: metrics.Count("completion_tokens")), metrics.Count("api_requests"),
            metrics.Amount("spend") ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "A row of the activity has no spend."), "USD", AiBasis.Reported);
    }
}
