using System.Text.Json;

namespace Billing.AiCosts.Tests;

/// <summary>What providers' own reports come to by the fixture's prices, against the totals that come with them.</summary>
public class Reported_usage
{
    [Fact]
    public void of_OpenAI_comes_to_what_was_expected_and_again_when_days_were_restated()
    {
        var days = OpenAi("run1.page1", "run1.page2");
        Assert.Equal([2.0925m, 1.51251m, 1.008375m, 0.1925m], days.GroupBy(day => day.Key.Bucket).OrderBy(day => day.Key).Select(day => day.Sum(report => report.Value)));
        Assert.Equal(4.805885m, days.Values.Sum());
        foreach (var (day, sum) in OpenAi("run2.page1")) days[day] = sum;
        Assert.Equal(5.003585m, days.Values.Sum());
    }

    [Fact]
    public void of_Anthropic_comes_to_what_was_expected_and_leaves_its_priority_tier_apart()
    {
        var (days, apart) = Anthropic("run1.page1", "run1.page2");
        Assert.Equal(6.4262525m, days.Values.Sum());
        Assert.Equal(0.275m, apart);
        foreach (var (day, sum) in Anthropic("run2.page1").Days) days[day] = sum;
        Assert.Equal(6.85425m, days.Values.Sum());
    }

    private static Dictionary<(string Report, string Bucket), decimal> OpenAi(params string[] pages)
    {
        var days = new Dictionary<(string, string), decimal>();
        foreach (var report in new[] { "usage-completions", "usage-embeddings" })
            foreach (var page in pages.Where(page => report == "usage-completions" || page == "run1.page1"))
                foreach (var (bucket, row) in Rows("openai", $"{report}.{page}", "start_time"))
                {
                    var tokens = new ToldTokens.IncludingCached(Number(row, "input_tokens"), Number(row, "output_tokens"), Number(row, "input_cached_tokens"), Number(row, "input_cache_write_tokens")).Disjoint().Value;
                    var tier = row.TryGetProperty("batch", out var batch) && batch.ValueKind == JsonValueKind.True ? ServiceTier.Batch : PriceWords.Tier(row.TryGetProperty("service_tier", out var said) ? said.GetString() : null)!.Value;
                    Add(days, (report, bucket), PriceFixture.Book.Price(new MeteredCall("openai", null, row.GetProperty("model").GetString()!, Worth.Noon("2026-11-09"), tokens, PromptLengths.OfMany(tokens), tier)).Value.Cost.Amount);
                }
        return days;
    }

    private static (Dictionary<string, decimal> Days, decimal Apart) Anthropic(params string[] pages)
    {
        var (days, apart) = (new Dictionary<string, decimal>(), 0m);
        foreach (var (bucket, row) in pages.SelectMany(page => Rows("anthropic", $"usage-messages.{page}", "starting_at")))
        {
            var written = row.GetProperty("cache_creation");
            var tokens = new ToldTokens.ExcludingCached(Number(row, "uncached_input_tokens"), Number(row, "output_tokens"), Number(row, "cache_read_input_tokens"), Number(written, "ephemeral_5m_input_tokens"), Number(written, "ephemeral_1h_input_tokens")).Disjoint().Value;
            var call = new MeteredCall(
                "anthropic", null, row.GetProperty("model").GetString()!, Worth.Noon("2026-11-09"), tokens, PromptLengths.Group(row.GetProperty("context_window").GetString())!, PriceWords.Tier(row.GetProperty("service_tier").GetString())!.Value,
                row.GetProperty("inference_geo").GetString(), Extras: new CallExtras(Searches: Number(row.GetProperty("server_tool_use"), "web_search_requests")));
            if (call.Tier == ServiceTier.Priority)
            {
                Assert.Equal("tier-unpriced", PriceFixture.Book.Price(call).Refusal?.Code);
                apart += PriceFixture.Book.Price(call with { Tier = ServiceTier.Standard }).Value.Cost.Amount;
            }
            else Add(days, bucket, PriceFixture.Book.Price(call).Value.Cost.Amount);
        }
        return (days, apart);
    }

    private static IEnumerable<(string Bucket, JsonElement Row)> Rows(string provider, string page, string start)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "ai", provider, page + ".json")));
        return [.. file.RootElement.Clone().GetProperty("data").EnumerateArray().SelectMany(bucket => bucket.GetProperty("results").EnumerateArray().Select(row => (bucket.GetProperty(start).ToString(), row)))];
    }

    private static long Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

    private static void Add<T>(Dictionary<T, decimal> days, T day, decimal amount) where T : notnull => days[day] = days.GetValueOrDefault(day) + amount;
}
