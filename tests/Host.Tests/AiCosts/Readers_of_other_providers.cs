using Billing.Host.Tests.Facilities;
using Billing.Testing;

namespace Billing.Host.Tests.AiCosts;

public class Readers_of_other_providers : Observatory
{
    private const string Rows = "select to_char(start_at at time zone 'UTC', 'MM-DD') || ' ' || concat_ws(' ', coalesce(model, '-'), coalesce(api_key, person, item, '-'), trim_scale(cost), currency, basis, input, cache_read, cache_write, output, coalesce(requests, 0)) from ai_usage where withdrawn_at is null";

    /// <summary>Opens an account, reads it, and answers what is kept.</summary>
    private async Task<string[]> Kept(string provider, Dictionary<string, string> says, object? more = null)
    {
        Provider.Say(request =>
        {
            var page = request.Query["page"].FirstOrDefault();
            return says.TryGetValue($"{request.Path}?{page}", out var said) || says.TryGetValue($"{request.Path}", out said) ? new PretendedProvider.Answer(200, said) : null;
        });
        var account = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        foreach (var (name, value) in new[] { ("provider", provider), ("name", "Research"), ("credential", Key), ("readFrom", "2026-11-11") }) account[name] = value;
        var id = (await Ours.Post("/api/ai/accounts", account.ToJsonString())).Ok(201).Text("id");
        var run = await Read(Ours, id);
        Assert.True(run.Text("state") == "done", run.ToJsonString());
        var kept = await Table(Rows);
        Assert.Equal(("done", "0", "0", "0"), await Read(Ours, id) is var again ? (again.Text("state"), again.Text("recorded"), again.Text("restated"), again.Text("withdrawn")) : default);
        Assert.Equal(kept, await Table(Rows));
        Assert.Equal("", await Table("select id from ai_usage where tenant_id = 'theirs'"));
        return [.. kept.Split('\n').Select(row => row.Trim('(', ')', '"'))];
    }

    [Fact]
    public async Task know_openrouters_days_that_are_over_and_count_no_guess_about_ones_own_keys() => Assert.Equal(
        ["11-12 moon/llm - 0.25 USD reported 1000 0 0 200 7", "11-12 moon/llm own key 0.5 USD estimated 0 0 0 0 0"],
        await Kept("openrouter", new()
        {
            ["/api/v1/credits"] = """{"data":{"total_credits":10,"total_usage":2.5}}""",
            ["/api/v1/activity"] = """{"data":[{"date":"2026-11-12","model":"moon/llm","endpoint_id":"e1","provider_name":"Moon","usage":0.25,"byok_usage_inference":0.5,"requests":7,"prompt_tokens":1000,"completion_tokens":200,"reasoning_tokens":50}]}""",
        }));

    [Fact]
    public async Task add_up_what_pages_of_a_gateway_cut_in_two()
    {
        const string Template = """{"results":[{"date":"2026-11-12","metrics":{},"breakdown":{"models":{"gpt-5":{"metrics":{},"api_key_breakdown":{"k1":{"metrics":{"spend":SPEND,"prompt_tokens":1000,"completion_tokens":100,"cache_read_input_tokens":300,"cache_creation_input_tokens":200,"api_requests":2}}}}}}}],"metadata":{"page":1,"total_pages":PAGES,"has_more":MORE}}""";
        static string Page(string pages, string more, string spend) => Template.Replace("PAGES", pages, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal).Replace("SPEND", spend, StringComparison.Ordinal);
        Assert.Equal(["11-12 gpt-5 k1 0.3 USD reported 1000 600 400 200 4"], await Kept("litellm", new() { ["/user/daily/activity?1"] = Page("2", "true", "0.1"), ["/user/daily/activity?2"] = Page("2", "false", "0.2") }, new { baseUrl = Provider.Address }));
        (await Ours.Post("/api/ai/accounts", new { provider = "litellm", name = "Inside", credential = Key, baseUrl = "http://10.0.0.1:4000" })).Refused("ai-address-wrong");
        (await Ours.Post("/api/ai/accounts", new { provider = "litellm", name = "Metadata", credential = Key, baseUrl = "https://169.254.169.254" })).Refused("ai-address-wrong");
    }

    [Fact]
    public async Task know_cursors_cents_and_that_what_a_plan_includes_is_not_spent() => Assert.Equal(
        ["11-12 gpt-5 ada@example.test 0 USD reported 10 0 0 5 1", "11-12 gpt-5 ada@example.test 0.03 USD reported 20 4 2 10 2"],
        await Kept("cursor", new()
        {
            ["/teams/spend"] = """{"teamMemberSpend":[]}""",
            ["/teams/filtered-usage-events"] = """
                {"totalUsageEventsCount":3,"pagination":{"hasNextPage":false},"usageEvents":[
                {"timestamp":"1794477600000","userEmail":"ada@example.test","model":"gpt-5","kind":"Usage-based","isChargeable":true,"tokenUsage":{"inputTokens":10,"outputTokens":5,"cacheReadTokens":2,"cacheWriteTokens":1,"totalCents":9},"chargedCents":1.5},
                {"timestamp":"1794477600000","userEmail":"ada@example.test","model":"gpt-5","kind":"Usage-based","isChargeable":true,"tokenUsage":{"inputTokens":10,"outputTokens":5,"cacheReadTokens":2,"cacheWriteTokens":1,"totalCents":9},"chargedCents":1.5},
                {"timestamp":"1794477600000","userEmail":"ada@example.test","model":"gpt-5","kind":"Included in Business","isChargeable":false,"tokenUsage":{"inputTokens":10,"outputTokens":5,"totalCents":9}}]}
                """,
        }));

    [Fact]
    public async Task ask_copilot_for_one_day_at_a_time()
    {
        Assert.Equal(
            ["11-11 GPT-5 Copilot Premium Request 0.8 USD reported 0 0 0 0 0", "11-12 GPT-5 Copilot Premium Request 0.8 USD reported 0 0 0 0 0", "11-13 GPT-5 Copilot Premium Request 0.8 USD reported 0 0 0 0 0"],
            await Kept("github-copilot", new()
            {
                ["/organizations/acme/settings/billing/premium_request/usage"] = """{"timePeriod":{},"usageItems":[{"product":"Copilot","sku":"Copilot Premium Request","model":"GPT-5","unitType":"requests","pricePerUnit":0.04,"grossQuantity":25,"grossAmount":1.0,"discountAmount":0.2,"netQuantity":20,"netAmount":0.8}]}""",
            }, new { scope = "acme" }));
        Assert.Contains(Provider.Asked, asked => asked.EndsWith("?year=2026&month=11&day=12", StringComparison.Ordinal));
        Assert.Equal("[\"ai_credit\"]", (await Ours.Get($"/api/ai/accounts/{(await Ours.Get("/api/ai/accounts")).Ok().Text("items.0.id")}/runs")).Ok()["items"]!.AsArray()[^1]!["skipped"]!.ToJsonString());
    }

    [Fact]
    public async Task read_elevenlabs_columns_side_by_side() => Assert.Equal(
        ["11-11 v3 - 1.5 EUR reported 0 0 0 0 0", "11-11 v3 tts_characters estimated 0 0 0 0 0", "11-12 flash - 0.25 EUR reported 0 0 0 0 0", "11-12 flash tts_characters estimated 0 0 0 0 0"],
        await Kept("elevenlabs", new()
        {
            ["/v1/user/subscription"] = """{"tier":"pro","character_count":10,"currency":"eur"}""",
            ["/v1/usage/character-stats"] = """{"time":[1794355200000,1794441600000],"usage":{"v3":[1.5,0],"flash":[0,0.25]}}""",
        }));

    [Fact]
    public async Task put_fireworks_units_and_billionths_together() => Assert.Equal(
        ["11-12 kimi - 2.500000001 USD reported 0 0 0 0 0"],
        await Kept("fireworks", new() { ["/v1/accounts/acme/usageCosts:query"] = """{"rows":[{"dimensions":{"startTime":"2026-11-12T00:00:00Z","model":"kimi"},"subtotal":{"currencyCode":"USD","units":"2","nanos":500000001}}],"nextPageToken":""}""" }, new { scope = "acme" }));

    [Fact]
    public async Task guess_no_currency_that_fireworks_does_not_tell()
    {
        static Dictionary<string, string> Says(string more) => new() { ["/v1/accounts/acme/usageCosts:query"] = $$$"""{"rows":[{"dimensions":{"startTime":"2026-11-12T00:00:00Z","model":"kimi"},"subtotal":{"units":"2"{{{more}}}}}]}""" };
        Assert.Equal(["11-12 kimi - 2 EUR reported 0 0 0 0 0"], await Kept("fireworks", Says(",\"currencyCode\":\"EUR\""), new { scope = "acme" }));
        var says = Says("");
        Provider.Say(request => says.TryGetValue(request.Path, out var said) ? new PretendedProvider.Answer(200, said) : null);
        Assert.Equal(("stopped", "incomplete-read", "0"), await Read(Ours, (await Ours.Get("/api/ai/accounts")).Ok().Text("items.0.id")) is var run ? (run.Text("state"), run.Text("trouble"), run.Text("withdrawn")) : default);
    }

    [Fact]
    public async Task are_told_no_more_than_a_balance_by_deepseek()
    {
        Assert.Equal([""], await Kept("deepseek", new() { ["/user/balance"] = """{"is_available":true,"balance_infos":[{"currency":"CNY","total_balance":"110.00","granted_balance":"10.00","topped_up_balance":"100.00"}]}""" }));
        var id = (await Ours.Get("/api/ai/accounts")).Ok().Text("items.0.id");
        Assert.Equal(("110", "CNY"), (await Ours.Get($"/api/ai/accounts/{id}/balances")).Ok() is var told ? (told.Text("items.0.left.amount"), told.Text("items.0.left.currency")) : default);
        Assert.Equal(404, (int)(await Theirs.Get($"/api/ai/accounts/{id}/balances")).Status);
    }

    [Fact]
    public async Task take_nothing_of_xai_that_reached_its_limit()
    {
        static string Says(string limit) => """{"timeSeries":[{"group":["grok-4 input"],"dataPoints":[{"timestamp":"2026-11-12T00:00:00Z","values":[0.75]},{"timestamp":"2026-11-11T00:00:00Z","values":[0]}]}],"limitReached":LIMIT}""".Replace("LIMIT", limit, StringComparison.Ordinal);
        var says = new Dictionary<string, string> { ["/v1/billing/teams/team-1/prepaid/balance"] = """{"total":{"val":"-1000"}}""", ["/v1/billing/teams/team-1/usage"] = Says("false") };
        Assert.Equal(["11-12 - grok-4 input 0.75 USD reported 0 0 0 0 0"], await Kept("xai", says, new { scope = "team-1" }));
        says["/v1/billing/teams/team-1/usage"] = Says("true");
        Assert.Equal("incomplete-read", (await Read(Ours, (await Ours.Get("/api/ai/accounts")).Ok().Text("items.0.id"))).Text("trouble"));
    }
}
