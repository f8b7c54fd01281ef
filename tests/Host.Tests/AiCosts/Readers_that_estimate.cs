using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Mistral tells of months and Groq of rates: what days and tokens are made of them, and what neither is trusted with.</summary>
public class Readers_that_estimate : Observatory
{
    private const string Rows = "select to_char(start_at at time zone 'UTC', 'MM-DD') || ' ' || concat_ws(' ', coalesce(item, model), coalesce(trim_scale(cost)::text, unpriced), currency, basis) from ai_usage where withdrawn_at is null and tenant_id = 'ours'";

    private async Task<string[]> Kept() => [.. (await Table(Rows)).Split('\n').Select(row => row.Trim('(', ')', '"')).Order(StringComparer.Ordinal)];

    private static async Task<string> Opened(Desk desk, string provider, string readFrom) => (await desk.Post("/api/ai/accounts", new { provider, name = "Research", credential = desk.Organisation == "ours" ? Key : Key + PretendedProvider.Others, readFrom, everyMinutes = 10_080 })).Ok(201).Text("id");

    private static bool IsOthers(Microsoft.AspNetCore.Http.HttpRequest request) => (request.Headers.Authorization + request.Headers["x-api-key"].ToString()).EndsWith(PretendedProvider.Others, StringComparison.Ordinal);

    /// <summary>What Mistral tells, by month.</summary>
    private void Months(params (string Month, string Told)[] months) => Provider.Say(request => request.Path != "/v1/admin/usage" ? null
        : IsOthers(request) ? new(200, """{"currency":"EUR","chat":{"cost":99}}""")
        : new(200, $$"""{"start_date":"x","end_date":"y","currency":"eur",{{months.FirstOrDefault(one => one.Month == $"{request.Query["year"]}-{request.Query["month"]}").Told ?? "\"chat\":{\"cost\":0}"}}}"""));

    [Fact]
    public async Task make_days_of_what_mistrals_month_has_cost_so_far()
    {
        var (ours, theirs) = (await Verified(Ours), await Verified(Theirs));
        Months(("2026-10", "\"chat\":{\"cost\":\"30.5\"}"), ("2026-11", "\"chat\":{\"cost\":10},\"ocr\":2.25"));
        Assert.Equal("done", (await Read(Ours, ours)).Text("state"));
        await Read(Theirs, theirs);
        Assert.Equal(["10-31 chat 30.5 EUR reported", "11-13 chat 10 EUR reported", "11-13 ocr 2.25 EUR reported"], await Kept());
        Months(("2026-10", "\"chat\":{\"cost\":\"30.5\"}"), ("2026-11", "\"chat\":{\"cost\":12},\"ocr\":2.25"));
        await Read(Ours, ours); // the same day tells it anew
        Assert.Equal(["10-31 chat 30.5 EUR reported", "11-13 chat 12 EUR reported", "11-13 ocr 2.25 EUR reported"], await Kept());
        Months(("2026-11", "\"chat\":{\"cost\":15},\"ocr\":2.00"));
        Set("2026-11-14T09:00:00Z");
        await Read(Ours, ours); // less than before is taken back
        Assert.Equal(["10-31 chat 30.5 EUR reported", "11-13 chat 12 EUR reported", "11-13 ocr 2.25 EUR reported", "11-14 chat 3 EUR reported", "11-14 ocr -0.25 EUR reported"], await Kept());
        Months(("2026-11", "\"chat\":{\"cost\":20},\"ocr\":2.00"), ("2026-12", "\"chat\":{\"cost\":1}"));
        Set("2026-12-02T09:00:00Z");
        await Read(Ours, ours); // the month is over: what is new came on its last day
        Assert.Equal(["11-30 chat 5 EUR reported", "12-02 chat 1 EUR reported"], (await Kept())[^2..]);
        Assert.Equal("days", (await Ours.Get("/api/ai/usage/records")).Ok().Text("items.0.estimated"));
        Assert.Equal(Key, Provider.Shown.First(shown => shown.Length > 0 && !shown.EndsWith(PretendedProvider.Others, StringComparison.Ordinal)));
        Assert.Equal(["99", "99"], (await Theirs.Get("/api/ai/usage/records?until=2026-11-14")).Ok()["items"]!.AsArray().Select(one => one.Text("cost.amount"))); // October's and November's

        async Task<string> Verified(Desk desk)
        {
            Months();
            return await Opened(desk, "mistral", "2026-10-20");
        }
    }

    [Theory]
    [InlineData("\"chat\":{\"models\":[{\"cost\":1.5},{\"cost\":\"2\"}]}", "11-13 chat 3.5 EUR reported", null)]
    [InlineData("\"chat\":{\"total_cost\":{\"amount\":4}}", "11-13 chat 4 EUR reported", null)]
    [InlineData("\"chat\":{\"cost\":1},\"ocr\":null", "11-13 chat 1 EUR reported", null)]
    [InlineData("\"chat\":{\"cost\":1},\"ocr\":{\"pages\":7}", "11-13 chat 1 EUR reported", "What Mistral tells in “ocr” of 2026-11 could not be read, and is not counted.")]
    [InlineData("\"chat\":{\"cost\":1},\"ocr\":{\"models\":[{\"cost\":1}],\"keys\":[{\"cost\":1}]}", "11-13 chat 1 EUR reported", "What Mistral tells in “ocr” of 2026-11 could not be read, and is not counted.")]
    [InlineData("\"chat\":{\"cost\":1},\"audio\":{\"models\":[{\"cost\":1},{\"seconds\":3}]}", "11-13 chat 1 EUR reported", "What Mistral tells in “audio” of 2026-11 could not be read, and is not counted.")]
    [InlineData("\"chat\":{\"cost\":1},\"dreams\":{\"cost\":9}", "11-13 chat 1 EUR reported", "What Mistral tells in “dreams” of 2026-11 could not be read, and is not counted.")]
    public async Task find_mistrals_costs_where_they_may_stand_and_name_what_they_cannot_read(string told, string kept, string? warning)
    {
        Months();
        var ours = await Opened(Ours, "mistral", "2026-11-13");
        var theirs = await Opened(Theirs, "mistral", "2026-11-13");
        Months(("2026-11", told));
        var run = await Read(Ours, ours);
        Assert.Equal([kept], await Kept());
        Assert.Equal(("done", warning ?? ""), (run.Text("state"), string.Join('\n', run["warnings"]!.AsArray().Select(one => one!.GetValue<string>()))));
        Assert.Empty((await Read(Theirs, theirs))["warnings"]!.AsArray());
    }

    [Fact]
    public async Task count_groqs_rates_over_time_and_price_them_by_the_book()
    {
        // The first rate ends as the 12th begins: it is the 11th's.
        const string Told = """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"model":"llama-4","project_id":"p1"},"values":[[1794441600,"5"],[1794441900,"2"],[1794528000,"1.5"]]},{"metric":{"model":"unknown-1"},"values":[[1794441900,"1"]]}]}}""";
        Metrics(Told);
        (await Ours.Post("/api/ai/prices", new { provider = "groq", model = "llama*", from = "2026-11-01", prices = new { input = "1", output = "2" } })).Ok(201);
        var (ours, theirs) = (await Opened(Ours, "groq", "2026-11-11"), await Opened(Theirs, "groq", "2026-11-11"));
        Assert.Equal("done", (await Read(Ours, ours)).Text("state"));
        Assert.Equal("done", (await Read(Theirs, theirs)).Text("state"));
        Assert.Equal(["11-11 llama-4 0.0045 USD computed", "11-12 llama-4 0.00315 USD computed", "11-12 unknown-1 model-unknown computed"], await Kept());
        Assert.Equal("(1050,1050,7)\n(1500,1500,7)", await Table("select input, output, requests from ai_usage where model = 'llama-4'"));
        Assert.Equal("", await Table("select id from ai_usage where tenant_id = 'theirs'"));
        Assert.Equal("tokens", (await Ours.Get("/api/ai/usage/records?model=llama-4")).Ok().Text("items.0.estimated"));
        Assert.Equal(("done", "0", "0"), await Read(Ours, ours) is var again ? (again.Text("state"), again.Text("recorded"), again.Text("restated")) : default);
        Assert.Contains(Provider.Asked, asked => asked.Contains("query=model_project_id:tokens_in:rate5m&start=1794355500&end=1794614400&step=300", StringComparison.Ordinal));

        void Metrics(string told) => Provider.Say(request => IsOthers(request) || request.Path.Value!.EndsWith("/labels", StringComparison.Ordinal) ? new(200, request.Path.Value!.EndsWith("/labels", StringComparison.Ordinal) ? """{"status":"success","data":["model"]}""" : """{"status":"success","data":{"resultType":"matrix","result":[]}}""")
            : new(200, request.Query["query"].ToString().Contains("requests", StringComparison.Ordinal)
                ? """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"model":"llama-4","project_id":"p1","status_code":"200"},"values":[[1794441600,"0.0233333"],[1794441900,"0.0233333"]]},{"metric":{"model":"llama-4","project_id":"p1","status_code":"429"},"values":[[1794441900,"4"]]}]}}"""
                : told));
    }

    [Theory]
    [InlineData("mistral", "credential-rejected", 401, "{}")]
    [InlineData("mistral", "permission-missing", 403, "{}")]
    [InlineData("mistral", "feature-not-available", 404, "{}")]
    [InlineData("mistral", "rate-limited", 429, "{}")]
    [InlineData("mistral", "provider-down", 503, "maintenance")]
    [InlineData("mistral", "incomplete-read", 200, """{"currency":"EUR","chat":{"co""")]
    [InlineData("mistral", "incomplete-read", 200, """{"chat":{"cost":1}}""")]
    [InlineData("mistral", "incomplete-read", 200, """{"currency":"EUR","truncated":true}""")]
    [InlineData("groq", "credential-rejected", 401, "{}")]
    [InlineData("groq", "permission-missing", 403, "{}")]
    [InlineData("groq", "feature-not-available", 404, "{}")]
    [InlineData("groq", "rate-limited", 429, "{}")]
    [InlineData("groq", "provider-down", 500, "{}")]
    [InlineData("groq", "incomplete-read", 200, """{"status":"success","data":{"result":[{"metr""")]
    [InlineData("groq", "incomplete-read", 200, """{"status":"success","isPartial":true,"data":{"result":[]}}""")]
    [InlineData("groq", "incomplete-read", 200, """{"status":"error","error":"too many"}""")]
    [InlineData("groq", "incomplete-read", 200, """{"status":"success","data":{"result":[{"metric":{"model":"llama-4"},"values":[[1794441900,"NaN"]]}]}}""")]
    public async Task take_nothing_of_an_answer_that_is_none(string provider, string trouble, int status, string body)
    {
        Provider.Say(_ => new(200, """{"status":"success","currency":"EUR","data":["model"]}"""));
        var (ours, theirs) = (await Opened(Ours, provider, "2026-11-11"), await Opened(Theirs, provider, "2026-11-11"));
        Provider.Say(request => IsOthers(request) ? new(200, """{"status":"success","currency":"EUR","data":{"result":[]}}""") : new(status, body));
        Assert.Equal(trouble, (await Read(Ours, ours)).Text("trouble"));
        Assert.Equal("done", (await Read(Theirs, theirs)).Text("state"));
        Assert.Equal("", await Table("select id from ai_usage") + await Table($"select report from ai_reports where account_id = '{ours}' and through is not null"));
        Assert.Equal(status is 401 or 403 ? "rejected" : "kept", (await Ours.Get($"/api/ai/accounts/{ours}")).Ok().Text("credential"));
    }

    [Fact]
    public async Task may_be_left_out_where_a_plan_has_no_key_for_them()
    {
        foreach (var provider in new[] { "mistral", "groq" })
        {
            var account = (await Ours.Post("/api/ai/accounts", new { provider, name = "Plain" })).Ok(201);
            Assert.Equal("none", account.Text("credential"));
            (await Ours.Post($"/api/ai/accounts/{account.Text("id")}/sync")).Refused("nothing-to-ask");
            Provider.Say(_ => new(401, "{}"));
            (await Theirs.Post("/api/ai/accounts", new { provider, name = "Research", credential = Key })).Refused("credential-rejected");
        }
        (await Ours.Post("/api/ai/accounts", new { provider = "openai", name = "Plain" })).Refused("credential-missing");
    }
}
