using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>Cursor's team events: what was charged, in fractional cents, by person, model and kind. Events have no ids, so a day is put together anew each time; what a plan includes has a value and is not spend.</summary>
internal sealed class CursorReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const int PageSize = 500;
    private static readonly AiReport Events = new("usage_events", 2, 30, IsAddedUp: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Events];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => (await calls.Post(to.At("/teams/spend"), new { page = 1, pageSize = 1 }, headers => Sign(headers, to), stop)).List("teamMemberSpend");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var number = cursor is null ? 1 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var told = await calls.Post(to.At("/teams/filtered-usage-events"), new { startDate = window.Begins.ToUnixTimeMilliseconds(), endDate = window.Ends.ToUnixTimeMilliseconds() - 1, page = number, pageSize = PageSize }, headers => Sign(headers, to), stop);
        List<AiBucket> days = [.. told.List("usageEvents").Select(Event).GroupBy(one => one.Day).Select(day => AiBucket.Day(day.Key, [.. day.Select(one => one.Record)]))];
        if (cursor is null)
            for (var day = window.From; day < window.Until; day = day.AddDays(1)) days.Add(AiBucket.Day(day, [])); // a day without an event was read, too
        return new AiPage(days, told.Part("pagination").Flag("hasNextPage") ? (number + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static void Sign(HttpRequestHeaders headers, AiConnection to) => headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(to.Key + ":")));

    private static (DateOnly Day, AiRecord Record) Event(JsonElement told)
    {
        var at = told.CountOrNull("timestamp") is { } milliseconds and > 0 and < 32_503_680_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : throw new AiReadStopped(AiTrouble.IncompleteRead, "An event has no time.");
        var tokens = told.TryGetProperty("tokenUsage", out var used) && used.ValueKind == JsonValueKind.Object ? new TokenKinds(used.Count("inputTokens"), used.Count("cacheReadTokens"), CacheWrite: used.Count("cacheWriteTokens"), Output: used.Count("outputTokens")) : TokenKinds.None;
        var cents = told.Amount("chargedCents") ?? (told.Flag("isChargeable") ? throw new AiReadStopped(AiTrouble.IncompleteRead, "An event that is charged for has no charge.") : 0);
        return (DateOnly.FromDateTime(at.UtcDateTime), new AiRecord(new(told.Text("model"), User: told.Text("userEmail"), Item: told.Text("kind"), Detail: told.Flag("maxMode") ? "max" : null), tokens, 1, cents / 100, "USD", AiBasis.Reported));
    }
}
