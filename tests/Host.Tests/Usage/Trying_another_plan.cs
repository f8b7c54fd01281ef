using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;
using static Billing.Host.Tests.Usage.Plans_of_clients;

namespace Billing.Host.Tests.Usage;

public class Trying_another_plan : Bureau
{
    private static readonly object Tiers = new
    {
        name = "Tiers", minimum = new { amount = "5.00", currency = "USD" },
        charges = new object[] { new { name = "Calls", meter = "calls", price = new { type = "graduated", tiers = new object[] { new { upTo = "1000", unit = "0.013" }, new { unit = "0.0047", flat = "2" } } } } },
    };

    [Fact]
    public async Task shows_both_amounts_for_each_client_and_changes_nothing()
    {
        var client = await Billing_usage.Arrange(Ours);
        await Billing_usage.Arrange(Theirs);
        await Billing_usage.Send(Ours, client, ("a", "2025-10-10T00:00:00Z", 400), ("b", "2025-11-10T00:00:00Z", 3000));
        var tried = (await Ours.Post("/api/pricing/what-if", new { terms = Tiers, from = "2025-10-01", to = "2025-11-30" })).Ok();
        // October 5.20; November 13.00 + 2.00 + 9.40
        Assert.Equal("34.00 29.60 -4.40", Said(tried["items"]![0]!));
        Assert.Equal("34.00 29.60", $"{tried.Text("old.0.amount")} {tried.Text("new.amount")}");
        Assert.Equal("charge/calls 29.60", $"{tried.Text("items.0.lines.0.key")} {tried.Text("items.0.lines.0.amount.amount")}");
        Assert.Equal("", await Table("select id from usage_bills union all select id from invoicing_charges"));

        var new_ = (await Ours.Client("Nobody's plan")).Text("id");
        await Billing_usage.Send(Ours, new_, ("c", "2025-10-10T00:00:00Z", 100));
        var alone = (await Ours.Post("/api/pricing/what-if", new { terms = Tiers, from = "2025-10-01", to = "2025-10-31", clients = new[] { new_ } })).Ok();
        Assert.Equal(" 5.00 ", Said(alone["items"]![0]!));
        Assert.Empty((await Theirs.Post("/api/pricing/what-if", new { terms = Tiers, from = "2025-10-01", to = "2025-10-31", clients = new[] { client } })).Ok()["items"]!.AsArray());
        (await Theirs.Post("/api/pricing/what-if", new { plan = "none", from = "2025-10-01", to = "2025-10-31" })).Refused("not-found", 404);
        (await Ours.Post("/api/pricing/what-if", new { plan = "pro", terms = Tiers, from = "2025-10-01", to = "2025-10-31" })).Refused("bad-request", 400);
        (await Ours.Post("/api/pricing/what-if", new { terms = new { name = "X", charges = Array.Empty<object>() }, from = "2025-10-01", to = "2025-10-31" })).Refused("bad-request", 400);
    }

    [Fact]
    public async Task that_is_the_same_gives_what_was_invoiced_to_the_cent()
    {
        await Meter(Ours, "calls", new { aggregation = "sum" });
        await Define(Ours, "pro", "0", new { terms = Tiers });
        (await Ours.Post("/api/coupons", new { code = "THIRD", name = "A third", share = "33.3" })).Ok(201);
        var coupon = (await Ours.Get("/api/coupons")).Ok().Text("items.0.id");
        foreach (var number in Enumerable.Range(1, 6))
        {
            var client = (await Ours.Client($"Client {number}")).Text("id");
            (await Ours.Post("/api/usage-plans/pro/clients", new { clientId = client, from = $"2025-08-{number * 5:00}" })).Ok();
            if (number % 2 == 0) (await Ours.Post($"/api/coupons/{coupon}/clients", new { clientId = client })).Ok();
            await Billing_usage.Send(Ours, client, ($"a-{client}", "2025-08-30T12:34:56Z", 377 * number), ($"b-{client}", "2025-09-30T12:34:56Z", 1001 * number), ($"c-{client}", "2025-10-01T00:00:00Z", 777));
        }
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("all is charged", async () => await Table("select count(*) from usage_bills") == "(18)" && await Table("select 1 from messages where type in ('usage.period_ended', 'invoicing.charge_wanted') and handled_at is null") == "");

        var tried = (await Ours.Post("/api/pricing/what-if", new { plan = "pro", from = "2025-08-01", to = "2025-10-31" })).Ok();
        Assert.Equal(6, tried["items"]!.AsArray().Count);
        foreach (var item in tried["items"]!.AsArray())
        {
            Assert.Equal(item!.Text("old.amount"), item.Text("new.amount"));
            Assert.Equal(item.Text("billed.amount"), item.Text("new.amount"));
            Assert.Equal($"({item.Text("new.amount")})", await Table($"select sum(amount)::numeric(20, 2) from invoicing_charges where client_id = '{item.Text("clientId")}'"));
        }
    }

    private static string Said(JsonNode item) => $"{item["old"]?.Text("amount")} {item.Text("new.amount")} {item["difference"]?.Text("amount")}";
}
