using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>What somebody should look at follows rules that an organisation arranges; the usual ones hold without doing anything.</summary>
public class Rules_of_ai_alerts : Observatory
{
    private static async Task<string> Basement(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");

    private static async Task<string> Inbox(Desk desk, string state = "open") =>
        string.Join(", ", (await desk.Get($"/api/alerts?state={state}")).Ok()["items"]!.AsArray().Select(alert => $"{alert.Text("kind")} {alert.Text("level")}").Order(StringComparer.Ordinal));

    private static Task Has(Desk desk, string alerts, string state = "open") => Until($"the {state} alerts are {alerts}", async () => await Inbox(desk, state) == alerts);

    private static async Task<string> Usual(Desk desk, string kind) => (await desk.Get("/api/alert-rules")).Ok()["items"]!.AsArray().First(rule => rule.Text("kind") == kind && rule.Text("usual") == "true").Text("id");

    private static async Task Spends(Desk desk, string account, string amount) => (await desk.Post("/api/ai/usage/manual", new { account, date = "2026-11-12", cost = Usd(amount) })).Ok(201);

    [Fact]
    public async Task are_the_usual_ones_until_somebody_arranges_them()
    {
        var rules = (await Ours.Get("/api/alert-rules")).Ok()["items"]!.AsArray();
        Assert.Equal(
            ["unpriced warning", "credentialRejected critical", "syncStale warning 48", "budget", "anomaly medium", "balanceLow critical", "serviceDown critical 5"],
            rules.Select(rule => string.Join(' ', new[] { "kind", "level", "hours", "minutes", "severity" }.Select(field => rule![field]?.ToString()).Where(text => text is not null))));
        Assert.All(rules, rule => Assert.Equal(("true", "true", "organisation", "readers", "0"), (rule.Text("on"), rule.Text("usual"), rule.Text("scope"), rule.Text("told"), rule.Text("version"))));
        var id = await Usual(Ours, "syncStale");
        (await Ours.As(Role.Member).Put($"/api/alert-rules/{id}", new { hours = 12 })).Refused("not-permitted", 403);
        Assert.Equal("12", (await Ours.Put($"/api/alert-rules/{id}", new { hours = 12 })).Ok().Text("hours"));
        Assert.Equal(("12", "48"), ((await Ours.Get($"/api/alert-rules/{id}")).Ok().Text("hours"), (await Theirs.Get($"/api/alert-rules/{id}")).Ok().Text("hours")));
        Assert.Equal("alert_rule_written", await Events(id));
        (await Ours.Delete($"/api/alert-rules/{id}")).Refused("ai-alert-rule-usual");
        var own = (await Ours.Post("/api/alert-rules", new { kind = "balanceLow", terms = new { name = "Moon", amount = Usd("20"), told = "keepers" } })).Ok(201).Text("id");
        foreach (var refused in new[] { await Theirs.Get($"/api/alert-rules/{own}"), await Theirs.Put($"/api/alert-rules/{own}", new { }), await Theirs.Delete($"/api/alert-rules/{own}") }) refused.Refused("not-found", 404);
        Assert.Equal(204, (int)(await Ours.Delete($"/api/alert-rules/{own}")).Status);
        (await Ours.Get($"/api/alert-rules/{own}")).Refused("not-found", 404);
        Assert.Equal((7, 7), ((await Ours.Get("/api/alert-rules")).Ok()["items"]!.AsArray().Count, (await Theirs.Get("/api/alert-rules")).Ok()["items"]!.AsArray().Count));
        (await Ours.Post("/api/alert-rules", new { kind = "budget" })).Refused("ai-alert-rule-of-budgets");
    }

    [Fact]
    public async Task make_no_alerts_while_they_are_off()
    {
        foreach (var desk in new[] { Ours, Theirs }) (await desk.Post("/api/ai/budgets", new { name = "All", amount = Usd("100") })).Ok(201);
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        await Spends(Ours, ours, "75");
        await Spends(Theirs, theirs, "75");
        await Has(Ours, "budget warning");
        await Has(Theirs, "budget warning");
        var rule = await Usual(Ours, "budget");
        (await Ours.Put($"/api/alert-rules/{rule}", new { level = "critical" })).Refused("ai-alert-rule-terms-unclear");
        (await Ours.Put($"/api/alert-rules/{rule}", new { on = false })).Ok();
        await Has(Ours, "budget warning", "settled");
        Assert.Equal(("", "budget warning"), (await Inbox(Ours), await Inbox(Theirs)));
        await Spends(Ours, ours, "20");
        await Spends(Theirs, theirs, "20");
        await Has(Theirs, "budget critical");
        (await Ours.Put($"/api/alert-rules/{rule}", new { })).Ok();
        await Has(Ours, "budget critical");
        Assert.Equal("alert_rule_written alert_rule_switched_off alert_rule_switched_on", await Events(rule));
        Assert.Equal("alert_raised alert_settled alert_raised", await Events((await Ours.Get("/api/alerts")).Ok().Text("items.0.id"))); // nothing while it was off
    }

    [Fact]
    public async Task make_an_alert_each_and_end_with_them()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        var attic = (await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Attic" })).Ok(201).Text("id");
        var rule = (await Ours.Post("/api/alert-rules", new { kind = "unpriced", terms = new { name = "Attic", scope = "account", accountId = attic, level = "emergency" } })).Ok(201).Text("id");
        foreach (var (desk, account) in new[] { (Ours, ours), (Ours, attic), (Theirs, theirs) }) (await desk.Post("/api/ai/usage/calls", new[] { new { requestId = account, account, at = "2026-11-12T10:00:00Z", model = "llama-4", tokens = new { input = 1000 } } })).Ok();
        Set("2026-11-13T15:16:00Z");
        await Has(Ours, "unpriced emergency, unpriced warning, unpriced warning");
        await Has(Theirs, "unpriced warning");
        var loud = (await Ours.Get("/api/alerts")).Ok()["items"]!.AsArray().Single(alert => alert.Text("level") == "emergency");
        Assert.Equal((rule, attic), (loud.Text("ruleId"), loud.Text("accountId")));
        (await Ours.Post($"/api/alerts/{loud.Text("id")}/acknowledge", new { })).Ok();
        Set("2026-11-13T15:32:00Z");
        (await Ours.Put($"/api/alert-rules/{rule}", new { name = "The attic", scope = "account", accountId = attic, level = "warning" })).Ok();
        await Has(Ours, "unpriced warning", "acknowledged"); // less loud, and still seen
        Assert.Equal(204, (int)(await Ours.Delete($"/api/alert-rules/{rule}")).Status);
        await Has(Ours, "unpriced warning", "settled");
        Assert.Equal(("unpriced warning, unpriced warning", "unpriced warning"), (await Inbox(Ours), await Inbox(Theirs)));
    }

    [Fact]
    public async Task tell_of_a_balance_that_is_low_until_somebody_has_paid_in()
    {
        var left = "19.99";
        Provider.Say(request => new(200, $$"""{"is_available":true,"balance_infos":[{"currency":"USD","total_balance":"{{(request.Headers.Authorization.ToString().EndsWith(PretendedProvider.Others, StringComparison.Ordinal) ? "19.99" : left)}}","granted_balance":"0","topped_up_balance":"0"}]}"""));
        var (ours, theirs) = (await Open(Ours, "deepseek"), await Open(Theirs, "deepseek"));
        (await Ours.Post("/api/alert-rules", new { kind = "balanceLow", terms = new { scope = "provider", provider = "deepseek", amount = Usd("20"), level = "warning" } })).Ok(201);
        await Read(Ours, ours);
        await Read(Theirs, theirs);
        await Has(Ours, "balanceLow warning");
        Assert.Equal("", await Inbox(Theirs, "all"));
        left = "0.00";
        await Read(Ours, ours);
        await Has(Ours, "balanceLow critical, balanceLow warning"); // nothing is left, says the usual rule
        left = "20.00";
        await Read(Ours, ours);
        await Has(Ours, "balanceLow critical, balanceLow warning", "settled");
        Assert.Equal("", await Inbox(Ours));
    }

    [Fact]
    public async Task tell_of_a_service_that_is_down_for_five_minutes_until_it_answers()
    {
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        await Read(Ours, ours);
        await Read(Theirs, theirs);
        (await Theirs.Put($"/api/alert-rules/{await Usual(Theirs, "serviceDown")}", new { minutes = 60 })).Ok();
        Provider.Say(_ => new(503, "{}"));
        Assert.Equal("provider-down", (await Read(Ours, ours)).Text("trouble"));
        Assert.Equal("provider-down", (await Read(Theirs, theirs)).Text("trouble"));
        await Has(Ours, "serviceDown critical");
        Assert.Equal("", await Inbox(Theirs, "all"));
        Provider.SayNothing();
        await Read(Ours, ours);
        await Has(Ours, "serviceDown critical", "settled");
        Assert.Equal("", await Inbox(Ours));
    }
}
