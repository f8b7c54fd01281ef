using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>xAI: dollars by day and description of a team. An answer that reached its limit is none.</summary>
internal sealed class XAiReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private static readonly AiReport Usage = new("billing_usage", 3, 31, IsAddedUp: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Usage];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) =>
        (await calls.Get(to.At($"/v1/billing/teams/{Uri.EscapeDataString(to.Scope)}/prepaid/balance"), headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop)).Part("total");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var question = new
        {
            analyticsRequest = new
            {
                timeRange = new { startTime = Time(window.From), endTime = Time(window.Until), timezone = "Etc/GMT" }, timeUnit = "TIME_UNIT_DAY", values = new[] { new { name = "usd", aggregation = "AGGREGATION_SUM" } }, groupBy = new[] { "description" }, filters = Array.Empty<string>(),
            },
        };
        var told = (await calls.Post(to.At($"/v1/billing/teams/{Uri.EscapeDataString(to.Scope)}/usage"), question, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop)).Whole();
        var days = new Dictionary<DateOnly, List<AiRecord>>();
        for (var day = window.From; day < window.Until; day = day.AddDays(1)) days[day] = [];
        foreach (var series in told.List("timeSeries"))
            foreach (var point in series.List("dataPoints"))
                if (point.List("values").FirstOrDefault() is { ValueKind: JsonValueKind.Number } value && value.Exact() is { } cost and not 0 && DateOnly.FromDateTime(point.Instant("timestamp").UtcDateTime) is var day && days.TryGetValue(day, out var rows))
                    rows.Add(AiRecord.Money(new(Item: Group(series)), cost, "USD"));
        return new AiPage([.. days.Select(day => AiBucket.Day(day.Key, day.Value))], null);
    }

    private static string? Group(JsonElement series) => series.TryGetProperty("group", out var group) && group.ValueKind == JsonValueKind.Array ? PlainText.Line(string.Join(' ', group.EnumerateArray().Select(part => part.ToString()))) : series.Text("group");

    private static string Time(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 00:00:00");
}
