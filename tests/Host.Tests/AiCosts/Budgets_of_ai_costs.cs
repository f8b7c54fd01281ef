using System.Globalization;
using System.Text.Json.Nodes;
using Billing.AiCosts;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Web;

namespace Billing.Host.Tests.AiCosts;

/// <summary>How much may be spent on AI services in a month, on the tenth of a month of 30 days.</summary>
public class Budgets_of_ai_costs : Town
{
    private protected override DateTimeOffset? Begins { get; } = DateTimeOffset.Parse("2026-11-10T12:00:00Z", CultureInfo.InvariantCulture);

    private static object Usd(string amount) => new { amount, currency = "USD" };

    private static async Task<string> Account(Visitor who, string name, params string[] tags) => (await who.Post("/api/ai/accounts", new { provider = "own", name, tags })).Ok(201).Text("id");

    private static async Task<string> Spend(Visitor who, string account, string amount, string currency = "USD", string date = "2026-11-10") =>
        (await who.Post("/api/ai/usage/manual", new { account, date, cost = new { amount, currency } })).Ok(201).Text("id");

    private static async Task<JsonNode> Budget(Visitor who, string id) => (await who.Get($"/api/ai/budgets/{id}")).Ok();

    private static async Task<string> Open(Visitor who, string amount = "100", object? more = null) => more is null
        ? (await who.Post("/api/ai/budgets", new { name = "All", amount = Usd(amount) })).Ok(201).Text("id")
        : (await who.Post("/api/ai/budgets", more)).Ok(201).Text("id");

    private static Task<Reply> Arrange(Visitor who, string path, object to) => who.Send(HttpMethod.Put, path, to);

    /// <summary>What was told of a budget, such as <c>reached 70</c>.</summary>
    private async Task<string> Told(string id) => await Ask($"select string_agg(replace(type, 'aicosts.budget_threshold_', '') || ' ' || (data ->> 'at'), ', ' order by version) from mt_events where stream_id = '{id}' and type like 'aicosts.budget_threshold%'");

    private async Task Hears(string id, string told) => await Until($"{told} is told", async () => await Told(id) == $"({told})" || await Told(id) == $"(\"{told}\")" ? "" : null);

    private List<Mail> Mails() => [.. Product.Post.Sent.Where(sent => sent.Kind == AiBudgetMail.Name).Select(sent => sent.Mail)];

    private Task<string> Mailed(int mails) => Until($"{mails} are mailed", () => Task.FromResult(Mails().Count == mails ? "" : null));

    [Fact]
    public async Task show_what_is_spent_left_and_to_come()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var (blue, red, others) = (await Account(ours, "Basement", "blue"), await Account(ours, "Attic", "red"), await Account(theirs, "Basement", "blue"));
        await Spend(ours, blue, "50");
        await Spend(ours, red, "35.5", date: "2026-11-01");
        await Spend(ours, red, "7", "EUR");
        await Spend(ours, red, "1000", date: "2026-10-31");
        await Spend(theirs, others, "500");
        var id = await Open(ours);
        await Hears(id, "reached 70");
        var all = await Budget(ours, id);
        Assert.Equal(("85.5", "14.5", "85.5", "warning"), (all.Text("spent.amount"), all.Text("left.amount"), all.Text("used"), all.Text("badge")));
        Assert.Equal(("256.5", "33.333333", "2026-11-12"), (all.Text("projection.atEnd.amount"), all.Text("projection.confidence"), all.Text("projection.breaks")));
        Assert.Equal(("2026-11-01", "2026-11-30", "7"), (all.Text("from"), all.Text("through"), all.Text("otherCurrencies.0.amount")));
        Assert.Equal(["70 warning 70 true", "90 critical 90 false", "100 emergency 100 false"], all["thresholds"]!.AsArray().Select(one => $"{one.Text("at")} {one.Text("level")} {one.Text("amount.amount")} {one!["reached"]!.ToJsonString()}"));
        var one = await Budget(ours, await Open(ours, more: new { name = "Basement", scope = "account", accountId = blue, amount = Usd("50"), thresholds = new[] { new { at = "50", level = "warning" } } }));
        Assert.Equal(("50", "critical", "2026-11-10"), (one.Text("spent.amount"), one.Text("badge"), one.Text("projection.breaks")));
        var tagged = await Budget(ours, await Open(ours, more: new { name = "Red", scope = "tag", tag = "red", amount = Usd("1000") }));
        Assert.Equal(("35.5", "ok", null), (tagged.Text("spent.amount"), tagged.Text("badge"), tagged["projection"]!["breaks"]?.GetValue<string>()));
        Assert.Equal(["All", "Basement", "Red"], (await ours.Get("/api/ai/budgets")).Ok()["items"]!.AsArray().Select(line => line.Text("name")));
        Assert.Equal(all.ToJsonString(), (await ours.Get("/api/ai/budgets?limit=1")).Ok()["items"]![0]!.ToJsonString());
        Assert.Empty((await theirs.Get("/api/ai/budgets")).Ok()["items"]!.AsArray());
        Assert.Equal(404, (int)(await theirs.Get($"/api/ai/budgets/{all.Text("id")}")).Status);
    }

    [Fact]
    public async Task are_told_once_for_each_threshold_and_taken_back_when_a_correction_does()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var (account, others) = (await Account(ours, "Basement"), await Account(theirs, "Basement"));
        var (id, another) = (await Open(ours), await Open(theirs, "1000"));
        await Spend(ours, account, "69.99");
        var last = await Spend(ours, account, "0.01");
        await Hears(id, "reached 70");
        await Mailed(1);
        await Spend(theirs, others, "100");
        var more = await Spend(ours, account, "35");
        await Hears(id, "reached 70, reached 90, reached 100");
        await Mailed(2);
        await Spend(ours, account, "5");
        Assert.Equal(204, (int)(await ours.Delete($"/api/ai/usage/manual/{more}")).Status);
        await Hears(id, "reached 70, reached 90, reached 100, left 100, left 90");
        await Mailed(3);
        Assert.Equal(204, (int)(await ours.Delete($"/api/ai/usage/manual/{last}")).Status);
        await Spend(ours, account, "35");
        (await Arrange(ours, $"/api/ai/budgets/{id}", new { name = "All", amount = Usd("50") })).Ok();
        await Hears(id, "reached 70, reached 90, reached 100, left 100, left 90, reached 70, reached 90, reached 100");
        Assert.Equal("()", await Told(another));
        await Mailed(4);
        Assert.All(Mails(), mail => Assert.Equal("owner@ours.example.test", mail.To));
        Assert.Equal(["All: 70 % sind ausgegeben", "All: 100 % sind ausgegeben", "All: wieder unter 90 %", "All: 100 % sind ausgegeben"], Mails().Select(mail => mail.Subject));
    }

    [Fact]
    public async Task are_looked_over_now_and_then_whatever_brought_the_costs()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var (account, id, another) = (await Account(ours, "Basement"), await Open(ours), await Open(theirs));
        (await ours.Post("/api/ai/prices", new { provider = "own", model = "llama", from = "2026-11-01", prices = new { input = "80" } })).Ok(201);
        (await ours.Post("/api/ai/usage/calls", new[] { new { requestId = "r-1", account, at = "2026-11-10T10:00:00Z", model = "llama", tokens = new { input = 1_000_000 } } })).Ok();
        await Until("it is told", async () =>
        {
            await RunJob("aicosts.budgets_looked_over");
            return await Told(id) == "(\"reached 70\")" ? "" : null;
        });
        Assert.Equal("()", await Told(another));
    }

    [Fact]
    public async Task are_arranged_closed_and_refused()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var (account, id) = (await Account(ours, "Basement"), await Open(ours));
        (await ours.Post("/api/ai/budgets", new { name = "all", amount = Usd("1") })).Refused("ai-budget-name-taken");
        (await ours.Post("/api/ai/budgets", new { name = "None", amount = Usd("0") })).Refused("budget-not-positive");
        (await ours.Post("/api/ai/budgets", new { name = "Blue", amount = Usd("1"), tag = "blue" })).Refused("ai-budget-scope-unclear");
        (await ours.Post("/api/ai/budgets", new { name = "Twice", amount = Usd("1"), thresholds = new[] { new { at = "50", level = "warning" }, new { at = "50", level = "critical" } } })).Refused("threshold-twice");
        (await theirs.Post("/api/ai/budgets", new { name = "Theirs", amount = Usd("1"), scope = "account", accountId = account })).Refused("ai-budget-account-unknown");
        Assert.Equal(404, (int)(await Arrange(theirs, $"/api/ai/budgets/{id}", new { name = "All", amount = Usd("1") })).Status);
        Assert.Equal(404, (int)(await theirs.Delete($"/api/ai/budgets/{id}")).Status);
        var arranged = (await Arrange(ours, $"/api/ai/budgets/{id}", new { name = "Everything", amount = new { amount = "20", currency = "EUR" }, thresholds = Array.Empty<object>() })).Ok();
        Assert.Equal(("Everything", "20.00", "EUR", "0"), (arranged.Text("name"), arranged.Text("amount.amount"), arranged.Text("spent.currency"), arranged["thresholds"]!.AsArray().Count.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(204, (int)(await ours.Delete($"/api/ai/budgets/{id}")).Status);
        Assert.Equal(204, (int)(await ours.Delete($"/api/ai/budgets/{id}")).Status);
        (await Arrange(ours, $"/api/ai/budgets/{id}", new { name = "All", amount = Usd("1") })).Refused("ai-budget-closed");
        Assert.Empty((await ours.Get("/api/ai/budgets")).Ok()["items"]!.AsArray());
        Assert.Equal("Everything", Assert.Single((await ours.Get("/api/ai/budgets?closed=true")).Ok()["items"]!.AsArray()).Text("name"));
        Assert.NotEqual(id, await Open(ours)); // its name is free again
    }
}
