using Billing.Host.Tests.Facilities;
using Billing.Testing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

public class Readings_of_accounts : Observatory
{
    private const string Costs = "'costs', 'cost_report'";

    [Fact]
    public async Task of_openai_come_to_what_it_reports_are_restated_and_write_nothing_when_nothing_is_new()
    {
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        Provider.Play("openai", "run1");
        var first = await Read(Ours, ours);
        Assert.Equal("done", first.Text("state"));
        Assert.Equal("2026-11-09 2.3425\n2026-11-10 1.51251\n2026-11-12 1.033875\n2026-11-13 0.1925", await ByDay(ours, Costs));
        Assert.Equal("(5.081385)", await Table("select trim_scale(sum(cost)) from ai_usage where basis = 'reported' and withdrawn_at is null"));
        Assert.Equal("(5)", await Table($"select count(*) from ai_buckets where account_id = '{ours}' and report = 'costs'")); // the empty day was read, too
        Assert.Equal("", await Table($"select id from ai_usage where account_id = '{theirs}' or tenant_id = 'theirs'"));

        Set("2026-11-14T02:00:00Z");
        Provider.Play("openai", "run2");
        var second = await Read(Ours, ours);
        Assert.Equal(("done", "1"), (second.Text("state"), second.Text("withdrawn")));
        Assert.Equal("(5.279085)", await Table("select trim_scale(sum(cost)) from ai_usage where basis = 'reported' and withdrawn_at is null"));
        Assert.Equal("(f)", await Table("select bool_or(preliminary) from ai_buckets where start_at < '2026-11-14Z' and report in ('costs', 'completions')"));
        var events = await Table("select count(*) from mt_events where type = 'aicosts.window_read'");

        Provider.Play("openai", "run2");
        var third = await Read(Ours, ours);
        Assert.Equal(("done", "0", "0", "0"), (third.Text("state"), third.Text("recorded"), third.Text("restated"), third.Text("withdrawn")));
        Assert.Equal(events, await Table("select count(*) from mt_events where type = 'aicosts.window_read'"));
        Assert.Equal(3, (await Ours.Get($"/api/ai/accounts/{ours}/runs")).Ok()["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task of_anthropic_read_cents_and_never_add_what_claude_code_is_guessed_to_cost()
    {
        var ours = await Open(Ours, "anthropic");
        Provider.Play("anthropic", "run1");
        Assert.Equal("done", (await Read(Ours, ours)).Text("state"));
        Assert.Equal("2026-11-09 2.7225\n2026-11-10 3.7350025\n2026-11-12 0.12375", await ByDay(ours, Costs));
        Assert.Equal("(6.5812525)", await Table("select trim_scale(sum(cost)) from ai_usage where basis = 'reported'"));
        Assert.Equal("(0.29075)", await Table("select trim_scale(sum(cost)) from ai_usage where basis = 'estimated' and report = 'claude_code'"));
        Set("2026-11-14T06:00:00Z");
        Provider.Play("anthropic", "run2");
        Assert.Equal("done", (await Read(Ours, ours)).Text("state"));
        Assert.Equal("(7.00925)", await Table("select trim_scale(sum(cost)) from ai_usage where basis = 'reported' and withdrawn_at is null"));
    }

    [Fact]
    public async Task ask_for_the_same_page_again_after_a_while_and_nothing_counts_before_the_last()
    {
        var ours = await Open(Ours);
        Provider.Play("openai", "run1");
        Provider.Asked.Clear();
        var run = (await Ours.Post($"/api/ai/accounts/{ours}/sync")).Ok(202).Text("id");
        await Until("it waits for the provider", async () => (await Run(Ours, ours, run)).Text("state") == "waiting" && (await Run(Ours, ours, run)).Text("trouble") == "rate-limited");
        Assert.Equal("", await Table("select id from ai_usage"));
        Assert.Equal("", await Table("select report from ai_reports where through is not null"));
        Assert.Equal(run, (await Ours.Post($"/api/ai/accounts/{ours}/sync")).Ok(202).Text("id")); // one at a time
        Assert.Equal("done", (await Read(Ours, ours)).Text("state"));
        var pages = Provider.Asked.Where(asked => asked.Contains("/usage/completions", StringComparison.Ordinal)).Select(asked => asked.Contains("page=page_FxAAAAAGcompl0001", StringComparison.Ordinal)).ToArray();
        Assert.Equal([false, true, true], pages);
    }

    [Theory]
    [InlineData("credential-rejected", 401, "{}")]
    [InlineData("permission-missing", 403, "{}")]
    [InlineData("feature-not-available", 404, "{}")]
    [InlineData("query-refused", 400, "{}")]
    [InlineData("incomplete-read", 200, """{"data":[{"start_time":1794182400,"end_time":17942""")]
    [InlineData("incomplete-read", 200, """{"data":[],"has_more":true,"next_page":null}""")]
    [InlineData("incomplete-read", 200, """{"data":[],"has_more":true,"next_page":"page_again"}""")]
    [InlineData("incomplete-read", 200, """{"data":[],"truncated":true}""")]
    [InlineData("incomplete-read", 200, """{"has_more":false}""")]
    [InlineData("incomplete-read", 200, """{"data":[{"start_time":1794182400,"end_time":1794268800,"results":[{"amount":{"currency":"usd"}}]}],"has_more":false}""")]
    public async Task that_are_not_whole_move_nothing(string trouble, int status, string body)
    {
        var ours = await Open(Ours);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var before = await State();
        Provider.Say(request => request.Path == "/v1/organization/costs" ? new(status, body) : new(200, """{"data":[],"has_more":false}"""));
        Clock.Forward(TimeSpan.FromHours(1));
        var run = await Read(Ours, ours);
        Assert.Equal(("stopped", trouble), (run.Text("state"), run.Text("trouble")));
        Assert.Equal(before, await State());
        var account = (await Ours.Get($"/api/ai/accounts/{ours}")).Ok();
        Assert.Equal(status is 401 or 403 ? "rejected" : "kept", account.Text("credential"));
        if (status is 401 or 403) (await Ours.Post($"/api/ai/accounts/{ours}/sync")).Refused("nothing-to-ask");

        Task<string> State() => Table("select md5(string_agg(u::text, ',' order by u.id)) from ai_usage u union all select md5(string_agg(b::text, ',' order by b.report, b.start_at)) from ai_buckets b union all select through::text from ai_reports where report = 'costs' union all select count(*)::text from mt_events where type = 'aicosts.window_read'");
    }

    [Fact]
    public async Task of_a_provider_in_trouble_try_again_later_and_later_and_stop_in_the_end()
    {
        var ours = await Open(Ours);
        Provider.Say(_ => new(503, "maintenance"));
        var run = await Read(Ours, ours);
        Assert.Equal(("stopped", "provider-down"), (run.Text("state"), run.Text("trouble")));
        Assert.Equal(9, Provider.Asked.Count(asked => asked.Contains("/usage/completions", StringComparison.Ordinal)));
        Assert.Equal("kept", (await Ours.Get($"/api/ai/accounts/{ours}")).Ok().Text("credential"));
    }

    [Fact]
    public async Task that_many_ask_for_at_once_are_one()
    {
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        Provider.Say(_ => new(429, "{}", RetryAfter: "3600"));
        var runs = await Task.WhenAll(Enumerable.Range(0, 20).Select(async n => (await (n % 2 == 0 ? Ours : Theirs).Post($"/api/ai/accounts/{(n % 2 == 0 ? ours : theirs)}/sync")).Ok(202).Text("id")));
        Assert.Equal(2, runs.Distinct().Count());
        await Until("both wait", async () => await Table("select count(*) from ai_runs where state = 'waiting' and trouble = 'rate-limited'") == "(2)");
        Assert.Equal(2, Provider.Asked.Count(asked => asked.Contains("/usage/completions", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task begin_by_themselves_when_their_time_has_come()
    {
        var (ours, theirs) = (await Open(Ours, everyMinutes: 60), await Open(Theirs));
        (await Theirs.Put($"/api/ai/accounts/{theirs}", new { name = "Research", active = false })).Ok();
        Clock.Forward(TimeSpan.FromMinutes(61));
        await Until("the account is read", async () => (await Ours.Get($"/api/ai/accounts/{ours}/runs")).Ok()["items"]!.AsArray() is [var run, ..] && run.Text("cause") == "due" && run.Text("state") == "done");
        Assert.Empty((await Theirs.Get($"/api/ai/accounts/{theirs}/runs")).Ok()["items"]!.AsArray());
        (await Theirs.Post($"/api/ai/accounts/{theirs}/sync")).Refused("nothing-to-ask");
    }
}
