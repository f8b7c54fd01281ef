using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;
using static Billing.Host.Tests.Usage.Plans_of_clients;

namespace Billing.Host.Tests.Usage;

public class Billing_usage : Bureau
{
    [Fact]
    public async Task of_a_period_that_has_ended_charges_each_line_once_and_traces_it_to_its_events()
    {
        var (ours, theirs) = (await Arrange(Ours), await Arrange(Theirs));
        // October ends in New York four hours after it ends in UTC: on the border an event counts once, in the later month.
        await Send(Ours, ours, ("a", "2025-10-01T04:00:00Z", 400), ("b", "2025-11-01T03:59:59Z", 600), ("c", "2025-11-01T04:00:00Z", 70_000), ("d", "2025-10-01T03:59:59Z", 9_000));
        await Send(Theirs, theirs, ("a", "2025-10-10T00:00:00Z", 5));

        var preview = (await Ours.Post("/api/usage/bill?dryRun=true", new { })).Ok();
        Assert.Equal("10.00 charge/calls 1000 10.00 units 2025-10-01 2025-10-31", $"{preview.Text("totals.0.amount")} {preview.Text("items.0.lines.0.key")} {preview.Text("items.0.lines.0.quantity")} {preview.Text("items.0.lines.0.amount.amount")} {preview.Text("items.0.lines.0.breakdown.0.kind")} {preview.Text("items.0.period.from")} {preview.Text("items.0.period.through")}");
        Assert.Equal("", await Table("select id from invoicing_charges"));
        (await Ours.Post("/api/usage/bill", new { until = "2025-11-19" })).Refused("bad-request", 400);

        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("it is charged", async () => await Table("select tenant_id, amount::numeric(20, 2), description from invoicing_charges") == """(ours,10.00,"API calls: 1000 calls")""");
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        Assert.Empty((await Ours.Post("/api/usage/bill?dryRun=true", new { })).Ok()["items"]!.AsArray());

        await Send(Ours, ours, ("late", "2025-10-31T12:00:00Z", 50));
        Assert.Equal("2 0.50", (await Ours.Post("/api/usage/bill", new { })).Ok() is var again ? $"{again.Text("items.0.step")} {again.Text("items.0.amount.amount")}" : "");
        await Until("the difference is charged", async () => await Table("select tenant_id, amount::numeric(20, 2), description from invoicing_charges") == "(ours,0.50,\"Late usage: API calls: 1050 calls\")\n(ours,10.00,\"API calls: 1000 calls\")");

        var bill = (await Ours.Get("/api/usage/bills")).Ok();
        Assert.Equal("10.50 2 0", $"{bill.Text("items.0.charged.amount")} {bill.Text("items.0.steps")} {bill.Text("items.0.waiting")}");
        var id = bill.Text("items.0.id");
        Assert.Equal("period_billed difference_billed", await Events(id));
        Assert.Equal("b a|late|b late a", string.Join('|', await EventsOf(id, "&step=1"), await EventsOf(id, "&step=2"), await EventsOf(id, "")));
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get($"/api/usage/bills/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get($"/api/usage/bills/{id}/events?line=charge/calls")).Status);
        Assert.Empty((await Theirs.Get("/api/usage/bills")).Ok()["items"]!.AsArray());

        var run = (await Ours.Post("/api/billing-runs", new { period = new { from = "2025-10-01", through = "2025-11-19" } })).Ok(202).Text("id");
        var invoice = "";
        await Until("there is a draft", async () => (invoice = await Table("select id from invoicing_invoices where tenant_id = 'ours'").ContinueWith(rows => rows.Result.Trim('(', ')'))) != "");
        var trace = (await Ours.Get($"/api/invoices/{invoice}/trace")).Ok();
        var facts = Leaves(trace).ToList();
        Assert.Equal(10.50m, facts.Sum(fact => decimal.Parse(fact.Text("amount.amount"), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("a b late", string.Join(' ', (await Task.WhenAll(facts.Select(async fact => (await Ours.Get(fact.Text("link"))).Ok()["items"]!.AsArray().Select(one => one!.Text("id"))))).SelectMany(one => one).Order(StringComparer.Ordinal)));
        Assert.NotEmpty(run);

        async Task<string> EventsOf(string of, string more) => string.Join(' ', (await Ours.Get($"/api/usage/bills/{of}/events?line=charge%2Fcalls{more}")).Ok()["items"]!.AsArray().Select(one => one!.Text("id")));
    }

    [Fact]
    public async Task happens_by_itself_when_a_period_ends_there_and_brings_what_was_late_before()
    {
        var (ours, theirs) = (await Arrange(Ours), await Arrange(Theirs));
        await Send(Ours, ours, ("a", "2025-10-10T00:00:00Z", 100));
        await Send(Theirs, theirs, ("a", "2025-10-10T00:00:00Z", 200));
        Clock.Forward(TimeSpan.FromHours(2));
        await Until("October is billed", async () => await Table("select tenant_id, period_from, charged::numeric(20, 2) from usage_bills") == "(ours,2025-10-01,1.00)\n(theirs,2025-10-01,2.00)");

        await Send(Ours, ours, ("b", "2025-10-11T00:00:00Z", 10), ("c", "2025-11-19T12:00:00Z", 1000));
        Clock.Forward(new DateTimeOffset(2025, 12, 1, 5, 30, 0, TimeSpan.Zero) - Clock.GetUtcNow());
        await Until("November is billed, and with it what was late", async () => await Table("select period_from, steps, charged::numeric(20, 2) from usage_bills where tenant_id = 'ours'") == "(2025-10-01,2,1.10)\n(2025-11-01,1,10.00)");
        await Until("all is charged", async () => await Table("select count(*), sum(amount)::numeric(20, 2) from invoicing_charges where tenant_id = 'ours'") == "(3,11.10)");
    }

    [Fact]
    public async Task takes_a_coupon_off_then_a_cap_then_pays_from_wallets_and_says_which()
    {
        await Meter(Ours, "calls", new { aggregation = "sum" });
        await Define(Ours, "pro", "0.01", new { terms = new { name = "Pro", maximum = Usd("80.00"), charges = new object[] { new { code = "base", name = "Base fee", price = new { type = "flat", fee = "31" } }, new { name = "API calls", meter = "calls", price = new { type = "per-unit", unitPrice = "0.01" } } } } });
        var client = (await Ours.Client()).Text("id");
        (await Ours.Post("/api/usage-plans/pro/clients", new { clientId = client, from = "2025-10-11" })).Ok(); // 21 of 31 days
        var coupon = (await Ours.Post("/api/coupons", new { code = "TENTH", name = "A tenth", share = "10", periods = 1 })).Ok(201).Text("id");
        (await Ours.Post($"/api/coupons/{coupon}/clients", new { clientId = client })).Ok();
        var wallet = (await Ours.Post("/api/wallets", new { clientId = client, name = "Prepaid", currency = "USD", scope = new[] { "calls" } })).Ok(201).Text("id");
        (await Ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "gift", amount = Usd("20.00") })).Ok();
        await Send(Ours, client, ("early", "2025-10-10T12:00:00Z", 99_999), ("a", "2025-10-11T12:00:00Z", 5_000));

        (await Ours.Post("/api/usage/bill", new { })).Ok();
        // 21.00 + 50.00 = 71.00, less a tenth 63.90, at most 21/31 of 80.00 = 54.19, less 20.00
        await Until("it is charged", async () => await Table("select amount::numeric(20, 2), description from invoicing_charges") == "(-20.00,\"Paid from prepaid credit\")\n(-7.10,\"A tenth\")\n(-9.71,Maximum)\n(21.00,\"Base fee\")\n(50.00,\"API calls: 5000\")");
        var bill = (await Ours.Get("/api/usage/bills")).Ok();
        Assert.Equal("34.19 20.00", $"{bill.Text("items.0.charged.amount")} {bill.Text("items.0.credit.amount")}");
        Assert.Equal($"use {bill.Text("items.0.id")}/1/calls -20.00 calls", (await Ours.Get($"/api/wallets/{wallet}/entries")).Ok()["items"]![0] is { } use ? $"{use.Text("kind")} {use.Text("source")} {use.Text("amount.amount")} {use.Text("chargeKind")}" : "");
        Assert.Equal($"{bill.Text("items.0.id")} 7.10", (await Ours.Get($"/api/coupons/{coupon}")).Ok() is var used ? $"{used.Text("clients.0.uses.0.source")} {used.Text("clients.0.uses.0.amount.amount")}" : "");
    }

    [Fact]
    public async Task gives_back_to_a_wallet_what_a_period_came_to_less()
    {
        var (ours, theirs) = (await Arrange(Ours), await Arrange(Theirs));
        var wallet = (await Ours.Post("/api/wallets", new { clientId = ours, name = "Prepaid", currency = "USD" })).Ok(201).Text("id");
        (await Ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "gift", amount = Usd("6.00") })).Ok();
        foreach (var (desk, client) in new[] { (Ours, ours), (Theirs, theirs) }) await Send(desk, client, ("a", "2025-10-10T00:00:00Z", 400), ("b", "2025-10-11T00:00:00Z", 600));
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("it is charged", async () => await Table("select amount::numeric(20, 2), description from invoicing_charges where tenant_id = 'ours'") == "(-6.00,\"Paid from prepaid credit\")\n(10.00,\"API calls: 1000 calls\")");

        (await Ours.Post("/api/usage/events/withdraw", new { id = "b", reason = "Sent twice" })).Ok();
        Assert.Equal("-4.00", (await Ours.Post("/api/usage/bill", new { })).Ok().Text("items.0.amount.amount"));
        await Until("the rest is given back", async () => await Table("select amount::numeric(20, 2), description from invoicing_charges where tenant_id = 'ours' and description like 'Late%'") == "(-6.00,\"Late usage: API calls: 400 calls\")\n(2.00,\"Late usage: Given back to prepaid credit\")");
        var bill = (await Ours.Get("/api/usage/bills")).Ok();
        Assert.Equal("0.00 4.00", $"{bill.Text("items.0.charged.amount")} {bill.Text("items.0.credit.amount")}");
        Assert.Equal($"givenBack {bill.Text("items.0.id")}/2 2.00 2.00", (await Ours.Get($"/api/wallets/{wallet}/entries")).Ok()["items"]![0] is { } back ? $"{back.Text("kind")} {back.Text("source")} {back.Text("amount.amount")} {back.Text("balance.amount")}" : "");
        Assert.Equal("wallet_opened wallet_topped_up wallet_used wallet_given_back", await Events(wallet));
        Assert.Empty((await Theirs.Get("/api/wallets")).Ok()["items"]!.AsArray());
        Assert.Empty((await Ours.Post("/api/usage/bill?dryRun=true", new { })).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task holds_what_is_late_where_the_meter_says_so()
    {
        var client = await Arrange(Ours, new { then = "hold" });
        await Send(Ours, client, ("a", "2025-10-10T00:00:00Z", 100));
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("it is billed", async () => await Table("select steps from usage_bills") == "(1)");
        var id = (await Ours.Get("/api/usage/bills")).Ok().Text("items.0.id");
        (await Ours.Post($"/api/usage/bills/{id}/late/accept")).Refused("nothing-waits");

        await Send(Ours, client, ("b", "2025-10-11T00:00:00Z", 300));
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("it waits", async () => (await Ours.Get("/api/usage/bills?waiting=true")).Ok()["items"]!.AsArray().Count == 1);
        Assert.Equal("1 3.00", (await Ours.Get("/api/usage/bills?waiting=true")).Ok() is var list ? $"{list.Text("items.0.waiting")} {list.Text("items.0.held.amount")}" : "");
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Post($"/api/usage/bills/{id}/late/accept")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Post($"/api/usage/bills/{id}/late/refuse", new { reason = "No" })).Status);
        (await Ours.Post($"/api/usage/bills/{id}/late/accept")).Ok();
        await Until("it is charged", async () => await Table("select sum(amount)::numeric(20, 2) from invoicing_charges") == "(4.00)");

        await Send(Ours, client, ("c", "2025-10-12T00:00:00Z", 500));
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("more waits", async () => (await Ours.Get("/api/usage/bills?waiting=true")).Ok()["items"]!.AsArray().Count == 1);
        (await Ours.Post($"/api/usage/bills/{id}/late/refuse", new { reason = "Agreed on the phone" })).Ok();
        Assert.Empty((await Ours.Post("/api/usage/bill?dryRun=true", new { })).Ok()["items"]!.AsArray());
        Assert.Equal("period_billed late_usage_held late_usage_accepted difference_billed late_usage_held late_usage_refused", await Events(id));
    }

    [Fact]
    public async Task says_who_cannot_be_billed_and_why()
    {
        var client = await Arrange(Ours);
        await Send(Ours, client, ("a", "2025-10-10T00:00:00Z", 100));
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        Assert.Equal("client-not-active", (await Ours.Post("/api/usage/bill", new { })).Ok().Text("leftOut.0.code"));
        (await Ours.Post($"/api/clients/{client}/restore")).Ok();
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Until("it is billed", async () => await Table("select charged::numeric(20, 2) from usage_bills") == "(1.00)");
    }

    internal static async Task<string> Arrange(Desk desk, object? late = null)
    {
        (await desk.Post("/api/meters", new { code = "calls", name = "Calls", unit = "calls", rule = new { aggregation = "sum" }, late = late ?? new { then = "bill" } })).Ok(201);
        await Define(desk, "pro", "0.01");
        var client = (await desk.Client()).Text("id");
        (await desk.Post("/api/usage-plans/pro/clients", new { clientId = client, from = "2025-10-01" })).Ok();
        return client;
    }

    internal static async Task Send(Desk desk, string subject, params (string Id, string At, int Value)[] events) =>
        Assert.Equal(events.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), (await desk.Post("/api/usage/events", events.Select(one => new { id = one.Id, meter = "calls", subject, value = one.Value, at = one.At }).ToArray())).Ok().Text("accepted"));

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node["parts"]!.AsArray() is { Count: > 0 } parts ? parts.SelectMany(part => Leaves(part!)) : [node];
}
