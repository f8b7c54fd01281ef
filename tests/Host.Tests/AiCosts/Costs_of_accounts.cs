using System.Globalization;
using System.Text.Json.Nodes;
using Billing.AiCosts;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using Billing.Web;

namespace Billing.Host.Tests.AiCosts;

public class Costs_of_accounts : Observatory
{
    private static readonly Dictionary<string, string> Kinds = new() { ["input"] = "input", ["cache_read"] = "cacheRead", ["cache_write"] = "cacheWrite", ["cache_write_5m"] = "cacheWrite5m", ["cache_write_1h"] = "cacheWrite1h", ["output"] = "output" };

    /// <summary>Writes down the prices behind the figures that were recorded.</summary>
    private static async Task WritePrices(Desk desk)
    {
        var fixture = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Ai", "prices.fixture.json"), Stop))!;
        foreach (var (model, said) in fixture["models"]!.AsObject())
        {
            var anthropic = model.StartsWith("claude", StringComparison.Ordinal);
            (await desk.Post("/api/ai/prices", new
            {
                provider = anthropic ? "anthropic" : "openai", model, from = "2026-01-01", prices = Prices(said!), search = anthropic ? fixture["per_request"]!["anthropic_web_search"]!.GetValue<string>() : null,
                priority = anthropic ? new { factor = "1" } : null, batch = Tier(said!, "batch"), flex = Tier(said!, "flex"), @long = said!["tiers"]?["context_200k-1M"] is { } beyond ? new[] { new { over = 200_000, prices = Prices(beyond) } } : null,
            })).Ok(201);
        }

        static object? Tier(JsonNode said, string tier) => said["tiers"]?[tier] is { } prices ? new { prices = Prices(prices) } : null;

        static Dictionary<string, string> Prices(JsonNode said) => said.AsObject().Where(price => price.Key != "tiers").ToDictionary(price => Kinds[price.Key], price => price.Value!.GetValue<string>());
    }

    private static async Task<JsonNode> Held(Desk desk, string account) => Assert.Single((await desk.Get($"/api/ai/accounts/{account}/reconciliation?from=2026-11-09&until=2026-11-14")).Ok()["items"]!.AsArray())!;

    [Fact]
    public async Task of_openai_are_what_it_reports_with_the_computed_beside_them_and_a_discount_shown()
    {
        await WritePrices(Ours);
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var held = await Held(Ours, ours);
        Assert.Equal(("5.081385", "4.805885"), (held.Text("reported.amount"), held.Text("computed.amount")));
        Assert.Equal(
            ["2026-11-09 2.3425 2.0925", "2026-11-10 1.51251 1.51251", "2026-11-12 1.033875 1.008375", "2026-11-13 0.1925 0.1925"],
            held["days"]!.AsArray().Select(day => $"{day.Text("day")} {day.Text("reported.amount")} {day.Text("computed.amount")}"));

        var month = (await Ours.Get("/api/ai/usage")).Ok();
        var line = Assert.Single(month["items"]!.AsArray());
        Assert.Equal(("5.081385", "5.081385", "4.805885", "0"), (line.Text("cost.amount"), line.Text("reported.amount"), line.Text("computed.amount"), line.Text("unpriced")));
        Assert.Equal("5.081385", Assert.Single(month["totals"]!.AsArray()).Text("amount"));
        Assert.Equal((5.081385m * 30 / 13).ToString("0.############", CultureInfo.InvariantCulture), line.Text("projection.atEnd.amount"));
        var listed = Assert.Single((await Ours.Get("/api/ai/accounts")).Ok()["items"]!.AsArray());
        Assert.Equal(("5.081385", "2026-11-01", "done"), (listed.Text("sums.costs.0.amount"), listed.Text("sums.from"), listed.Text("sums.lastReading.state")));
        Assert.Equal((line.Text("inputTokens"), line.Text("outputTokens")), (listed.Text("sums.inputTokens"), listed.Text("sums.outputTokens")));
        Assert.Equal(listed!["sums"]!.ToJsonString(), (await Ours.Get($"/api/ai/accounts/{ours}")).Ok()["sums"]!.ToJsonString());
        Assert.Equal(("[]", "0", null), Assert.Single((await Theirs.Get("/api/ai/accounts")).Ok()["items"]!.AsArray()) is var other ? (other!["sums"]!["costs"]!.ToJsonString(), other.Text("sums.inputTokens"), other["sums"]!["lastReading"]?.ToJsonString()) : default);
        Assert.Equal("0", Assert.Single((await Theirs.Get("/api/ai/usage")).Ok()["items"]!.AsArray()).Text("cost.amount"));
        Assert.Equal("0", Assert.Single((await Theirs.Get("/api/ai/usage")).Ok()["totals"]!.AsArray()).Text("amount"));

        Set("2026-11-14T02:00:00Z");
        Provider.Play("openai", "run2");
        await Read(Ours, ours);
        held = await Held(Ours, ours);
        Assert.Equal(("5.279085", "5.003585"), (held.Text("reported.amount"), held.Text("computed.amount")));
        Assert.Equal("", await Table($"select id from ai_usage where account_id = '{theirs}'"));
    }

    [Fact]
    public async Task of_anthropic_leave_the_priority_tier_beside_and_what_is_guessed_out()
    {
        await WritePrices(Ours);
        var ours = await Open(Ours, "anthropic");
        Provider.Play("anthropic", "run1");
        await Read(Ours, ours);
        var held = await Held(Ours, ours);
        Assert.Equal("6.5812525", held.Text("reported.amount"));
        Assert.Equal("6.5812525", (await Ours.Get("/api/ai/usage")).Ok().Text("items.0.cost.amount"));
        Assert.Equal(("6.4262525", "0.275"), (held.Text("computed.amount"), held.Text("leftOut.amount")));
    }

    [Fact]
    public async Task without_a_price_are_listed_and_never_nothing_until_somebody_prices_them()
    {
        var ours = await Open(Ours);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var unpriced = (await Ours.Get("/api/ai/usage/records?unpriced=true&limit=200")).Ok()["items"]!.AsArray();
        Assert.NotEmpty(unpriced);
        Assert.All(unpriced, record => Assert.Equal((null, "model-unknown"), (record!["cost"]?.ToJsonString(), record.Text("unpriced"))));
        await WritePrices(Ours);
        Assert.Equal("0", (await Ours.Post("/api/ai/prices/apply", new { from = "2026-11-09", until = "2026-11-14" })).Ok().Text("unpriced"));
        Assert.Equal("4.805885", (await Held(Ours, ours)).Text("computed.amount"));
        Assert.Equal("0", (await Ours.Post("/api/ai/prices/apply", new { from = "2026-11-09", until = "2026-11-14" })).Ok().Text("changed"));
        Assert.Empty((await Theirs.Get("/api/ai/prices")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task by_day_are_told_by_group_and_a_page_at_a_time()
    {
        var ours = await Open(Ours);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var days = (await Ours.Get("/api/ai/usage/daily?from=2026-11-09&until=2026-11-14&groupBy=project")).Ok()["items"]!.AsArray();
        Assert.Equal(5.081385m, days.Sum(day => decimal.Parse(day.Text("cost.amount"), CultureInfo.InvariantCulture)));
        Assert.Contains(days, day => day.Text("group") == "proj_Fx7alpha0001");
        Assert.Equal(400, (int)(await Ours.Get("/api/ai/usage/daily?groupBy=moon")).Status);
        Assert.Equal(400, (int)(await Ours.Get("/api/ai/usage/daily?from=2026-11-09&until=2026-11-09")).Status);
        Assert.Equal(400, (int)(await Ours.Get("/api/ai/usage?month=2026-13")).Status);
        foreach (var group in new[] { "provider", "account", "model", "key", "user", "tier", "item", "tag" }) (await Ours.Get($"/api/ai/usage/daily?from=2026-11-09&until=2026-11-14&groupBy={group}")).Ok();

        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await Ours.Get($"/api/ai/usage/records?limit=3&basis=reported{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(record => record.Text("id")));
            cursor = page["nextCursor"]?.GetValue<string>() ?? "";
        }
        while (cursor.Length > 0);
        Assert.Equal(await Table("select count(*) from ai_usage where basis = 'reported'"), $"({seen.Distinct().Count()})");
        Assert.Empty((await Theirs.Get("/api/ai/usage/records")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task of_calls_that_programs_tell_of_count_once_and_are_priced_at_their_time()
    {
        async Task<string> Account(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "perplexity", name = "Search" })).Ok(201).Text("id");
        var (ours, theirs) = (await Account(Ours), await Account(Theirs));
        (await Ours.Post("/api/ai/prices", new { provider = "perplexity", model = "sonar", from = "2026-11-01", until = "2026-11-13", prices = new { input = "2", output = "2" }, request = "0.01" })).Ok(201);
        (await Ours.Post("/api/ai/prices", new { provider = "perplexity", model = "sonar", from = "2026-11-13", prices = new { input = "1", output = "1" }, request = "0.008" })).Ok(201);
        object Call(string id, string account, string at, string model = "sonar", object? rate = null) => new { requestId = id, account, at, model, tokens = new { input = 500, output = 200 }, rate };
        var first = (await Ours.Post("/api/ai/usage/calls", new[]
        {
            Call("r-1", ours, "2026-11-12T10:00:00Z"), Call("r-2", ours, "2026-11-13T10:00:00Z"), Call("r-2", ours, "2026-11-13T10:00:00Z"), Call("r-3", ours, "2026-11-13T10:00:00Z", "moonshot", new { limit = 100, remaining = 19 }),
            Call("r-4", theirs, "2026-11-13T10:00:00Z"), Call("r-5", ours, "2027-11-13T10:00:00Z"), Call("", ours, "2026-11-13T10:00:00Z"),
        })).Ok();
        Assert.Equal(("3", "1", "r-3"), (first.Text("accepted"), first.Text("known"), first.Text("unpriced.0")));
        Assert.Equal(["4 ai-call-account-unknown", "5 ai-call-time-wrong", "6 ai-call-id-wrong"], first["rejected"]!.AsArray().Select(one => $"{one.Text("index")} {one.Text("code")}"));
        Assert.Single(first["warnings"]!.AsArray());
        Assert.Equal(("0", "2"), (await Ours.Post("/api/ai/usage/calls", new[] { Call("r-1", ours, "2026-11-12T10:00:00Z"), Call("r-2", ours, "2026-11-12T11:00:00Z") })).Ok() is var again ? (again.Text("accepted"), again.Text("known")) : default);
        Assert.Equal("(0.0114)\n(0.0087)", string.Join('\n', (await Table("select trim_scale(cost) from ai_usage where cost is not null")).Split('\n').OrderDescending(StringComparer.Ordinal)));
        Assert.Equal("0.0201", (await Ours.Get("/api/ai/usage")).Ok().Text("items.0.cost.amount"));
        (await Ours.Post("/api/ai/usage/calls", Array.Empty<object>())).Refused("ai-calls-how-many");
    }

    [Fact]
    public async Task that_are_written_by_hand_are_corrected_and_struck()
    {
        var ours = (await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        object Entry(string amount, string day = "2026-11-12") => new { account = ours, date = day, cost = new { amount, currency = "EUR" }, model = "llama", inputTokens = 1000, outputTokens = 200, note = "Power" };
        var id = (await Ours.Post("/api/ai/usage/manual", Entry("1.2345"))).Ok(201).Text("id");
        (await Ours.Post("/api/ai/usage/manual", Entry("2"))).Ok(201); // several a day
        Assert.Equal("3.2345", (await Ours.Get("/api/ai/usage")).Ok().Text("totals.0.amount"));
        (await Ours.Put($"/api/ai/usage/manual/{id}", Entry("1.5"))).Ok();
        Assert.Equal("3.5", (await Ours.Get("/api/ai/usage")).Ok().Text("totals.0.amount"));
        Assert.Equal(404, (int)(await Theirs.Put($"/api/ai/usage/manual/{id}", Entry("1"))).Status);
        Assert.Equal(404, (int)(await Theirs.Delete($"/api/ai/usage/manual/{id}")).Status);
        (await Theirs.Post("/api/ai/usage/manual", Entry("1"))).Refused("ai-entry-account-unknown");
        (await Ours.Post("/api/ai/usage/manual", Entry("1", "2026-12-24"))).Refused("ai-entry-day-wrong");
        Assert.Equal(204, (int)(await Ours.Delete($"/api/ai/usage/manual/{id}")).Status);
        Assert.Equal("2", (await Ours.Get("/api/ai/usage")).Ok().Text("totals.0.amount"));
        (await Ours.Put($"/api/ai/usage/manual/{id}", Entry("1"))).Refused("ai-entry-struck");
        Assert.Equal("entry_written entry_corrected entry_struck", await Events(id));
    }

    [Fact]
    public async Task by_a_catalogue_are_list_prices_and_a_dry_run_keeps_none()
    {
        const string Catalogue = """{"sample_spec":{"litellm_provider":"x"},"gpt-5":{"litellm_provider":"openai","mode":"chat","input_cost_per_token":1.25e-06,"output_cost_per_token":1e-05},"gpt-none":{"litellm_provider":"openai","mode":"chat"}}""";
        Assert.Equal("1", (await Ours.Post("/api/ai/prices/import?catalogue=litellm&dryRun=true", Catalogue)).Ok().Text("accepted"));
        Assert.Empty((await Ours.Get("/api/ai/prices")).Ok()["items"]!.AsArray());
        Assert.Equal("1", (await Ours.Post("/api/ai/prices/import?catalogue=litellm", Catalogue)).Ok().Text("accepted"));
        Assert.Equal(("0", "1"), (await Ours.Post("/api/ai/prices/import?catalogue=litellm", Catalogue)).Ok() is var again ? (again.Text("accepted"), again.Text("unchanged")) : default);
        var line = Assert.Single((await Ours.Get("/api/ai/prices?provider=openai&model=gpt")).Ok()["items"]!.AsArray());
        Assert.Equal(("gpt-5", "catalogue", "1.25"), (line.Text("model"), line.Text("origin"), line!["prices"]!["tokens/input"]!.GetValue<string>()));
        (await Ours.Post("/api/ai/prices/import", "[")).Refused("catalogue-not-json");
        Assert.Equal(400, (int)(await Ours.Post("/api/ai/prices/import?catalogue=moon", Catalogue)).Status);
        (await Ours.As(Role.Member).Post("/api/ai/prices/import", Catalogue)).Refused("not-permitted", 403);
    }
}
