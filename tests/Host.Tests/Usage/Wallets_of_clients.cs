using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Usage;

public class Wallets_of_clients : Bureau
{
    [Fact]
    public async Task are_topped_up_and_pay_and_tell_every_entry()
    {
        var wallet = await Open(Ours, new { scope = new[] { "calls" }, expiresOn = "2025-11-19" });
        await Open(Theirs);
        (await Ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "order-1", amount = Eur("100.00"), charged = true })).Ok();
        (await Ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "order-1", amount = Eur("100.00"), charged = true })).Ok();
        (await Ours.Put($"/api/wallets/{wallet}/top-up-rule", new { below = Eur("20.00"), amount = Eur("50.00") })).Ok();
        (await Ours.Post($"/api/wallets/{wallet}/uses", new { source = "line-1", amount = Eur("85.50"), chargeKind = "calls" })).Ok();
        (await Ours.Post($"/api/wallets/{wallet}/uses", new { source = "line-2", amount = Eur("1.00"), chargeKind = "storage" })).Refused("out-of-scope");
        (await Ours.Post($"/api/wallets/{wallet}/uses", new { source = "line-2", amount = Eur("64.51"), chargeKind = "calls" })).Refused("balance-too-low");

        var card = (await Ours.Get($"/api/wallets/{wallet}")).Ok();
        Assert.Equal("64.50", card.Text("balance.amount"));
        Assert.Equal(card.ToJsonString(), (await Ours.Get("/api/wallets")).Ok()["items"]![0]!.ToJsonString());
        Assert.Equal("topUpByRule line-1 50.00 64.50|use line-1 -85.50 14.50|topUp order-1 100.00 100.00", string.Join('|', (await Ours.Get($"/api/wallets/{wallet}/entries")).Ok()["items"]!.AsArray().Select(entry => $"{entry!.Text("kind")} {entry.Text("source")} {entry.Text("amount.amount")} {entry.Text("balance.amount")}")));
        Assert.Equal("wallet_opened wallet_topped_up top_up_rule_agreed wallet_used wallet_topped_up_by_rule", await Events(wallet));
        Assert.Equal("(ours,64.50)\n(theirs,0.00)", await Table("select tenant_id, balance::numeric(20, 2) from usage_wallets"));
        await Until("both top-ups are charged", async () => await Table("select tenant_id, amount::numeric(20, 2) from invoicing_charges") == "(ours,100.00)\n(ours,50.00)");
        Assert.DoesNotContain((await Theirs.Get("/api/wallets")).Ok()["items"]!.AsArray(), one => one!.Text("id") == wallet);
        Assert.Equal(404, (int)(await Theirs.Post($"/api/wallets/{wallet}/uses", new { source = "x", amount = Eur("1.00") })).Status);

        Clock.Forward(TimeSpan.FromDays(1));
        (await Ours.Post($"/api/wallets/{wallet}/uses", new { source = "line-3", amount = Eur("1.00"), chargeKind = "calls" })).Refused("wallet-expired");
        (await Ours.Post($"/api/wallets/{wallet}/void", new { reason = "Over" })).Ok();
        Assert.Equal("forfeited -64.50", (await Ours.Get($"/api/wallets/{wallet}/entries")).Ok()["items"]![0] is { } last ? $"{last.Text("kind")} {last.Text("amount.amount")}" : "");
    }

    [Fact]
    public async Task never_pay_more_than_is_in_them_however_many_ask_at_once()
    {
        var wallet = await Open(Ours);
        (await Ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "gift", amount = Eur("10.00") })).Ok();
        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => Ours.Post($"/api/wallets/{wallet}/uses", new { source = $"line-{n / 2}", amount = Eur("1.00") })));
        Assert.Equal(20, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.All(replies.Where(reply => reply.Status != HttpStatusCode.OK), reply => reply.Refused("balance-too-low"));
        Assert.Equal("0.00", (await Ours.Get($"/api/wallets/{wallet}")).Ok().Text("balance.amount"));
        Assert.Equal(10, (await Ours.Get($"/api/wallets/{wallet}/entries")).Ok()["items"]!.AsArray().Count(entry => entry!.Text("kind") == "use"));
        Assert.Equal("", await Table("select id from invoicing_charges"));
    }

    [Fact]
    public async Task belong_to_a_client_of_the_same_organisation()
    {
        var theirs = (await Theirs.Client()).Text("id");
        (await Ours.Post("/api/wallets", new { clientId = theirs, name = "Prepaid" })).Refused("unknown-client");
        (await Ours.Post("/api/wallets", new { clientId = (await Ours.Client()).Text("id"), name = "Prepaid", priority = 0 })).Refused("bad-priority");
    }

    private static object Eur(string amount) => new { amount, currency = "EUR" };

    private static async Task<string> Open(Desk desk, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["clientId"] = (await desk.Client()).Text("id");
        (body["name"], body["currency"]) = ("Prepaid", "EUR");
        return (await desk.Post("/api/wallets", body.ToJsonString())).Ok(201).Text("id");
    }
}
