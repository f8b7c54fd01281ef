using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>
/// Anthropic's Admin API: usage by key, workspace, model, tier, length and place; costs in cents, by workspace and description; and what Claude Code is
/// guessed to have cost by person, which is a part of the costs and never added to them. Priority tier never appears among the costs.
/// </summary>
internal sealed class AnthropicReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const int MostDays = 31;
    private const string Version = "2023-06-01";

    private static readonly AiReport Messages = new("messages", 3, MostDays);
    private static readonly AiReport Costs = new("cost_report", 3, MostDays);
    private static readonly AiReport Code = new("claude_code", 1, 1, IsOptional: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Messages, Costs, Code];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await Ask(to, "/cost_report", Between(new AiWindow(Costs, today.AddDays(-1), today)) + "&bucket_width=1d&limit=1", null, stop);
    }

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        if (window.Report == Code) return await ReadCode(to, window, cursor, stop);
        var (path, groupBy) = window.Report == Costs ? ("/cost_report", ["workspace_id", "description"]) : ("/usage_report/messages", new[] { "api_key_id", "workspace_id", "model", "service_tier", "context_window", "inference_geo" });
        var page = await Ask(to, path, $"{Between(window)}&bucket_width=1d&limit={MostDays}{string.Concat(groupBy.Select(name => $"&group_by[]={name}"))}", cursor, stop);
        return new AiPage([.. page.List("data").Select(bucket => Bucket(window.Report, bucket))], page.NextPage("has_more", "next_page"));
    }

    /// <summary>One day a question; the rows of a day may be spread over pages, so each page is a part of its bucket.</summary>
    private async Task<AiPage> ReadCode(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var page = await Ask(to, "/usage_report/claude_code", string.Create(CultureInfo.InvariantCulture, $"?starting_at={window.From:yyyy-MM-dd}&limit=1000"), cursor, stop);
        var days = page.List("data").GroupBy(row => DateOnly.FromDateTime(row.Instant("date").UtcDateTime)).Select(day => AiBucket.Day(day.Key, [.. day.SelectMany(Coded)])).ToList();
        if (days.TrueForAll(day => day.Start != window.Begins)) days.Add(AiBucket.Day(window.From, []));
        return new AiPage(days, page.NextPage("has_more", "next_page"));
    }

    private Task<JsonElement> Ask(AiConnection to, string path, string query, string? cursor, CancellationToken stop) =>
        calls.Get(to.At($"/v1/organizations{path}{query}{(cursor is null ? "" : $"&page={Uri.EscapeDataString(cursor)}")}"), headers => Sign(headers, to), stop);

    private static void Sign(HttpRequestHeaders headers, AiConnection to)
    {
        headers.Add("anthropic-version", Version);
        if (to.Key.StartsWith("sk-ant-oat", StringComparison.Ordinal)) headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key);
        else headers.TryAddWithoutValidation("x-api-key", to.Key);
    }

    private static string Between(AiWindow window) => string.Create(CultureInfo.InvariantCulture, $"?starting_at={window.From:yyyy-MM-dd}T00:00:00Z&ending_at={window.Until:yyyy-MM-dd}T00:00:00Z");

    private static AiBucket Bucket(AiReport report, JsonElement bucket)
    {
        var (start, end) = (bucket.Instant("starting_at"), bucket.Instant("ending_at"));
        return new AiBucket(start, end - start, [.. bucket.List("results").Select(row => report == Costs ? Cost(row) : Usage(row))]);
    }

    private static AiRecord Cost(JsonElement row)
    {
        var cents = row.Amount("amount") ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "A row of the costs has no amount.");
        var of = new AiDimensions(row.Text("model"), row.Text("workspace_id"), null, null, row.Text("service_tier"), row.Text("context_window"), row.Text("description") ?? row.Text("cost_type"), Joined(row.Text("cost_type"), row.Text("token_type"), row.Text("inference_geo")));
        return AiRecord.Money(of, cents / 100, row.Text("currency") ?? "USD");
    }

    private static AiRecord Usage(JsonElement row)
    {
        var kept = row.Part("cache_creation");
        var tokens = new TokenKinds(row.Count("uncached_input_tokens"), row.Count("cache_read_input_tokens"), kept.Count("ephemeral_5m_input_tokens"), kept.Count("ephemeral_1h_input_tokens"), 0, row.Count("output_tokens"));
        var of = new AiDimensions(row.Text("model"), row.Text("workspace_id"), row.Text("api_key_id"), row.Text("account_id") ?? row.Text("service_account_id"), row.Text("service_tier"), row.Text("context_window"), null, row.Text("inference_geo"));
        return AiRecord.Usage(of, tokens, null, row.TryGetProperty("server_tool_use", out var tools) ? tools.Count("web_search_requests") : 0);
    }

    private static IEnumerable<AiRecord> Coded(JsonElement row)
    {
        var actor = row.Part("actor");
        foreach (var used in row.List("model_breakdown"))
        {
            var (tokens, cost) = (used.Part("tokens"), used.Part("estimated_cost"));
            yield return new AiRecord(
                new(used.Text("model"), null, actor.Text("api_key_name"), actor.Text("email_address"), null, null, "claude_code", Joined(row.Text("customer_type"), row.Text("subscription_type"), row.Text("terminal_type"))),
                new TokenKinds(tokens.Count("input"), tokens.Count("cache_read"), 0, 0, tokens.Count("cache_creation"), tokens.Count("output")), null, cost.Amount("amount") / 100, (cost.Text("currency") ?? "USD").ToUpperInvariant(), AiBasis.Estimated);
        }
    }

    private static string? Joined(params string?[] parts) => parts.All(part => part is null) ? null : string.Join(' ', parts.Select(part => part ?? "-"));
}
