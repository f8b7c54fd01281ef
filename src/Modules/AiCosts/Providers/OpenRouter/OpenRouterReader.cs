using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>
/// OpenRouter: dollars and tokens in one row for each model and endpoint, of the last thirty days that are over and none older. What is owed to a vendor under one's own key
/// stands in a record of its own as a guess: the vendor's bill counts it.
/// </summary>
internal sealed class OpenRouterReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private static readonly AiReport Activity = new("activity", 2, 30, HasToday: false, KeptDays: 30);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Activity];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => (await Ask(to, "/credits", stop)).Part("data").Part("total_usage");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var credits = (await Ask(to, "/credits", stop)).Part("data");
        var told = (await Ask(to, "/activity", stop)).Whole();
        var days = told.List("data").GroupBy(row => DateOnly.FromDateTime(row.Instant("date").UtcDateTime)).ToDictionary(day => day.Key, day => day.SelectMany(Rows).ToList());
        for (var day = window.From; day < window.Until; day = day.AddDays(1)) days.TryAdd(day, []);
        return new AiPage([.. days.Where(day => day.Key >= window.From).OrderBy(day => day.Key).Select(day => AiBucket.Day(day.Key, day.Value))], null) { Balances = [new AiBalance((credits.Amount("total_credits") ?? 0) - (credits.Amount("total_usage") ?? 0), "USD")] };
    }

    private Task<JsonElement> Ask(AiConnection to, string path, CancellationToken stop) => calls.Get(to.At($"/api/v1{path}"), headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop);

    private static IEnumerable<AiRecord> Rows(JsonElement row)
    {
        var of = new AiDimensions(row.Text("model"), row.Text("workspace_id"), Detail: $"{row.Text("provider_name")} {row.Text("endpoint_id")}".Trim());
        var tokens = new TokenKinds(Input: row.Count("prompt_tokens"), Output: row.Count("completion_tokens"), Reasoning: Math.Min(row.Count("reasoning_tokens"), row.Count("completion_tokens")));
        yield return new AiRecord(of, tokens, row.CountOrNull("requests"), row.Amount("usage") ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "A row of the activity has no usage."), "USD", AiBasis.Reported);
        if (row.Amount("byok_usage_inference") is { } owed and not 0) yield return new AiRecord(of with { Item = "own key" }, TokenKinds.None, null, owed, "USD", AiBasis.Estimated);
    }
}
