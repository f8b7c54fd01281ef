using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>How much may be spent for a client in a month, as rules of allocation say it.</summary>
public class Budgets_for_clients : Observatory
{
    private static async Task<string> Basement(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");

    private static Task<Reply> Budget(Desk desk, string client) => desk.Post("/api/ai/budgets", new { name = "Meadow", scope = "client", clientId = client, amount = Usd("100") });

    private static async Task<string> Spent(Desk desk, string budget) => (await desk.Get($"/api/ai/budgets/{budget}")).Ok().Text("spent.amount");

    private Task Told(string budget, string told) => Until($"{told} is told", async () => await Table($"select string_agg(replace(type, 'aicosts.budget_threshold_', '') || ' ' || (data ->> 'at'), ', ' order by version) from mt_events where stream_id = '{budget}' and type like 'aicosts.budget_threshold%'") is var rows && rows.Trim('(', ')', '"') == told);

    [Fact]
    public async Task count_what_is_allocated_to_them_and_tell_of_it()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        var (meadow, brook, others) = ((await Ours.Client()).Text("id"), (await Ours.Client("Brook")).Text("id"), (await Theirs.Client()).Text("id"));
        foreach (var (desk, account, client) in new[] { (Ours, ours, meadow), (Theirs, theirs, others) })
        {
            (await desk.Post("/api/ai/usage/manual", new { account, date = "2026-11-12", cost = Usd("100") })).Ok(201);
            (await desk.Post("/api/ai/usage/manual", new { account, date = "2026-10-31", cost = Usd("900") })).Ok(201);
        }
        var budget = (await Budget(Ours, meadow)).Ok(201);
        Assert.Equal(("client", meadow, "0"), (budget.Text("scope"), budget.Text("clientId"), budget.Text("spent.amount")));
        var rule = (await Ours.Post("/api/ai/allocation-rules", new { name = "Basement", shares = new object[] { new { clientId = meadow, share = "75" }, new { clientId = brook, share = "20" } } })).Ok(201).Text("id");
        await Told(budget.Text("id"), "reached 70"); // who writes a rule has budgets looked at
        Assert.Equal(("75", "75"), (await Spent(Ours, budget.Text("id")), (await Ours.Get("/api/ai/budgets")).Ok().Text("items.0.spent.amount")));
        Assert.Equal("20", await Spent(Ours, (await Ours.Post("/api/ai/budgets", new { name = "Brook", scope = "client", clientId = brook, amount = Usd("100") })).Ok(201).Text("id")));
        var notTheirs = (await Budget(Theirs, others)).Ok(201).Text("id");
        Assert.Equal("0", await Spent(Theirs, notTheirs)); // they have no rule
        (await Ours.Put($"/api/ai/allocation-rules/{rule}", new { name = "Basement", shares = new object[] { new { clientId = meadow, share = "50" } } })).Ok();
        await Told(budget.Text("id"), "reached 70, left 70");
        Assert.Equal("", await Table($"select type from mt_events where stream_id = '{notTheirs}' and type like 'aicosts.budget_threshold%'"));
    }

    [Fact]
    public async Task go_on_with_the_client_that_stays_when_two_are_merged_and_are_for_clients_that_there_are()
    {
        var account = await Basement(Ours);
        await Basement(Theirs);
        var (meadow, brook, others) = ((await Ours.Client()).Text("id"), (await Ours.Client("Brook")).Text("id"), (await Theirs.Client()).Text("id"));
        (await Ours.Post("/api/ai/usage/manual", new { account, date = "2026-11-12", cost = Usd("40") })).Ok(201);
        (await Ours.Post("/api/ai/allocation-rules", new { name = "Basement", shares = new object[] { new { clientId = brook, share = "100" } } })).Ok(201);
        var budget = (await Budget(Ours, meadow)).Ok(201).Text("id");
        Assert.Equal("0", await Spent(Ours, budget));
        (await Ours.Post($"/api/clients/{brook}/merge", new { into = meadow })).Ok();
        Assert.Equal("40", await Spent(Ours, budget));
        (await Budget(Ours, others)).Refused("ai-budget-client-unknown");
        foreach (var unclear in new object[] { new { name = "A", scope = "client", amount = Usd("1") }, new { name = "A", clientId = meadow, amount = Usd("1") }, new { name = "A", scope = "client", clientId = meadow, tag = "blue", amount = Usd("1") } })
            (await Ours.Post("/api/ai/budgets", unclear)).Refused("ai-budget-scope-unclear");
    }
}
