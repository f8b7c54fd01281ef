using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Host.Tests.Invoicing;
using Billing.Host.Tests.Subscriptions;
using Billing.Host.Tests.Support;
using Billing.Host.Tests.Usage;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests;

/// <summary>How amounts of all modules came about: whatever is opened, its parts add up to it, down to the events.</summary>
public class Explaining_any_amount : Bureau
{
    private static readonly object[] Taxes = [new { name = "VAT", rate = "19" }, new { name = "City", rate = "0.375" }];

    private static decimal Amount(JsonNode node) => decimal.Parse(node.Text("amount.amount"), CultureInfo.InvariantCulture);

    private static async Task<JsonNode> Explain(Desk desk, string what) => (await desk.Get($"/api/explain/{what}")).Ok();

    /// <summary>Opens everything there is to open; answers the names of the leaves.</summary>
    private static async Task<List<string>> Walk(Desk desk, JsonNode node, int depth = 0, bool opened = false)
    {
        Assert.True(depth < 20, "the tree never ends");
        Assert.NotEqual("notExplained", node.Text("name"));
        Assert.NotEqual("changedSince", node.Text("name"));
        Assert.NotEqual("", node.Text("label"));
        var parts = node["parts"]!.AsArray();
        if (parts.Count == 0 && !opened && node["open"] is { } open)
        {
            var deeper = (await desk.Get(open.GetValue<string>())).Ok();
            Assert.Equal((Amount(node), node.Text("amount.currency")), (Amount(deeper), deeper.Text("amount.currency")));
            return await Walk(desk, deeper, depth + 1, opened: true);
        }
        if (parts.Count == 0)
        {
            Assert.True(node["event"] is not null || node["rule"] is not null, $"A leaf says nothing of itself: {node.ToJsonString()}");
            return [node.Text("name")];
        }
        Assert.Equal(Amount(node), parts.Sum(part => Amount(part!)));
        List<string> leaves = [];
        foreach (var part in parts) leaves.AddRange(await Walk(desk, part!, depth + 1));
        return leaves;
    }

    private async Task<string> Written(object body)
    {
        var id = (await Ours.Post("/api/invoices", body)).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();
        return id;
    }

    [Fact]
    public async Task adds_up_on_an_invoice_with_discounts_taxes_charges_and_payments()
    {
        var client = (await Ours.Client()).Text("id");
        var charge = (await Ours.Charge(client, "33.333")).Text("id");
        var id = await Written(new
        {
            clientId = client,
            charges = new[] { charge },
            lines = new object[]
            {
                new { description = "Work", quantity = "1.337", unitPrice = "79.99", taxes = Taxes, discount = new { percent = "7.5" } }, new { description = "Parts", quantity = "3", unitPrice = "0.3333", taxes = Taxes }, new { description = "Parcel", unitPrice = "7", kind = "shipping", taxes = new[] { Taxes[0] } },
            },
            discount = new { percent = "12.5" },
        });
        var invoice = (await Ours.Get($"/api/invoices/{id}")).Ok();
        var total = await Explain(Ours, $"invoice/{id}");
        Assert.Equal((invoice.Text("total.amount"), invoice.Text("number"), "invoicing.invoice_issued"), (total.Text("amount.amount"), total.Text("label"), total.Text("event.type")));
        var leaves = await Walk(Ours, total);
        foreach (var name in new[] { "price", "lineDiscount", "discount", "taxOfLine", "rounding" }) Assert.Contains(name, leaves);
        var work = total["parts"]!.AsArray().Single(part => part!.Text("label") == "Work")!;
        Assert.Equal(("times", "1.337 × 79.99 USD", "Quantity × price of one"), (work.Text("rule.by"), work.Text("rule.formula"), work.Text("rule.words")));
        Assert.Equal("106.94663", work["parts"]![0]!["parts"]![0]!.Text("amount.amount")); // before it was rounded
        Assert.Equal(work.ToJsonString(), (await Explain(Ours, $"invoice-line/{id}~{1 + total["parts"]!.AsArray().IndexOf(work)}")).ToJsonString());
        (await Ours.Get($"/api/explain/invoice-line/{id}~9")).Refused("not-found", 404);
        Assert.Equal(invoice.Text("tax.amount"), (await Explain(Ours, $"invoice/{id}?amount=tax")).Text("amount.amount"));
        await Walk(Ours, await Explain(Ours, $"invoice/{id}?amount=tax"));

        var payment = (await Ours.Post("/api/payments", new { clientId = client, reference = "A", amount = Usd("50.00") })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "Damaged", lines = new[] { new { description = "Less", unitPrice = "10" } } })).Ok(201);
        var rich = (await Ours.Client("Alder House")).Text("id");
        await Issued(rich, "10");
        (await Ours.Post("/api/payments", new { clientId = rich, reference = "B", amount = Usd("25.00") })).Ok(201);
        Assert.Equal("15.00", (await Explain(Ours, $"client/{rich}?amount=credit&currency=USD")).Text("amount.amount"));
        var outstanding = await Explain(Ours, $"invoice/{id}?amount=outstanding");
        Assert.Equal(["total", "payment", "creditNote"], outstanding["parts"]!.AsArray().Select(part => part!.Text("name")));
        Assert.Equal(((await Ours.Get($"/api/invoices/{id}")).Ok().Text("outstanding.amount"), "-50.00", "Somebody at this machine"), (outstanding.Text("amount.amount"), outstanding.Text("parts.1.amount.amount"), outstanding.Text("parts.1.event.who.name")));
        var past = outstanding["parts"]![1]!["event"]!;
        Assert.Equal(past.Text("version"), (await Ours.Get($"/api/history/{past.Text("kind")}/{past.Text("id")}?at={past.Text("version")}")).Ok().Text("items.0.version"));
        foreach (var what in new[] { $"invoice/{id}?amount=outstanding", $"invoice/{id}?amount=paid", $"payment/{payment}", $"payment/{payment}?amount=kept", $"client/{client}?currency=USD", $"client/{rich}?amount=credit&currency=USD", $"charge/{charge}", "receivables/all?currency=USD", "receivables/all?amount=unpaid&currency=USD" })
            await Walk(Ours, await Explain(Ours, what));
        Assert.Equal(outstanding.Text("amount.amount"), (await Explain(Ours, "receivables/all?currency=USD")).Text("amount.amount"));
        Assert.Equal((await Ours.Get($"/api/clients/{client}/statement")).Ok().Text("accounts.0.balance.amount"), (await Explain(Ours, $"client/{client}?currency=USD")).Text("amount.amount"));

        foreach (var what in new[] { $"invoice/{id}", $"charge/{charge}", $"payment/{payment}", $"client/{client}?currency=USD" }) (await Theirs.Get($"/api/explain/{what}")).Refused("not-found", 404);
        Assert.Equal("0.00", (await Explain(Theirs, "receivables/all?currency=USD")).Text("amount.amount"));
        (await Ours.Get($"/api/explain/invoice/{id}?amount=weight")).Refused("bad-request", 400);
        (await Ours.Get($"/api/explain/invoice/{id}?after=-1")).Refused("bad-request", 400);
        (await Ours.Get($"/api/explain/invoice/{id}?sum=much")).Refused("bad-request", 400);
        (await Ours.Get($"/api/explain/client/{client}")).Refused("bad-request", 400);
        (await Ours.Get($"/api/explain/kettle/{id}")).Refused("not-found", 404);
        Assert.Equal("changedSince", (await Explain(Ours, $"invoice/{id}?sum=1.00")).Text("parts.1.name"));
        Assert.Contains("invoice", (await Ours.Get("/api/explain")).Ok()["items"]!.AsArray().Select(kind => kind!.Text("kind")));
    }

    [Fact]
    public async Task goes_down_into_usage_subscriptions_support_and_ai_costs()
    {
        var client = await Billing_usage.Arrange(Ours);
        await Theirs.Client();
        await Billing_usage.Send(Ours, client, ("a", "2025-10-10T00:00:00Z", 1234));
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        await Billing_usage.Send(Ours, client, ("b", "2025-10-11T00:00:00Z", 50));
        (await Ours.Post("/api/usage/bill", new { })).Ok();
        (await Ours.Post("/api/plans/seed")).Ok();
        var subscription = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{subscription}", new { planCode = "enterprise" })).Ok();
        await Ours.June(client);
        (await Ours.Post("/api/support/sites", new { clientId = client, name = "Acme", start = "2025-06-11", fee = Usd("99.99") })).Ok(201);
        (await Ours.Close(client)).Ok();
        await Ours.Request(client, "20", "low", "1.25");
        var account = (await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        foreach (var day in new[] { "05", "06" }) (await Ours.Post("/api/ai/usage/manual", new { account, date = $"2025-10-{day}", cost = Usd("100.123456") })).Ok(201);
        (await Ours.Post("/api/ai/allocation-rules", new { name = "Basement", shares = new[] { new { clientId = client, share = "80" } }, accountId = account })).Ok(201);
        (await Ours.Put($"/api/ai/rebilling/terms/{client}", new { markup = "17.5" })).Ok();
        (await Ours.Post("/api/ai/rebilling", new { month = "2025-10" })).Ok();
        var wallet = (await Ours.Post("/api/wallets", new { clientId = client, name = "Prepaid" })).Ok(201).Text("id");
        (await Ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "order-1", amount = Usd("100.00"), charged = true })).Ok();
        (await Ours.Post($"/api/wallets/{wallet}/uses", new { source = "line-1", amount = Usd("30.50") })).Ok();

        var modules = "select distinct source_module || '.' || source_kind from invoicing_charges where tenant_id = 'ours'";
        await Until("every module has charged", async () => (await Table(modules)).Split('\n').Length == 5 && await Table("select count(*) from invoicing_charges where tenant_id = 'ours' and source_module = 'subscriptions'") == "(3)");
        foreach (var charge in (await Table("select id from invoicing_charges where tenant_id = 'ours'")).Split('\n')) await Walk(Ours, await Explain(Ours, $"charge/{charge.Trim('(', ')')}"));
        foreach (var invoice in (await Table("select id from invoicing_invoices where tenant_id = 'ours'")).Split('\n')) await Walk(Ours, await Explain(Ours, $"invoice/{invoice.Trim('(', ')')}"));

        var bill = (await Ours.Get("/api/usage/bills")).Ok();
        var month = await Ours.Month(client);
        var revenue = (await Ours.Get("/api/metrics/mrr")).Ok();
        var spent = (await Ours.Get("/api/ai/usage?month=2025-10")).Ok();
        foreach (var (what, amount) in new[]
        {
            ($"usage-bill/{bill.Text("items.0.id")}", bill.Text("items.0.charged.amount")), ($"support-month/{client}~2025-06", month.Text("total.amount")), ($"support-month/{client}~2025-06?amount=open", month.Text("open.amount")),
            ($"subscription/{subscription}", revenue.Text("currencies.0.mrr.amount")), ("revenue/now?currency=USD", revenue.Text("currencies.0.mrr.amount")), ("ai-month/2025-10?currency=USD", spent.Text("totals.0.amount")), ($"wallet/{wallet}", "69.50"),
        })
        {
            var node = await Explain(Ours, what);
            Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), Amount(node));
            Assert.NotEqual(0, Amount(node));
            Assert.NotEmpty(await Walk(Ours, node));
            if (what.StartsWith("revenue", StringComparison.Ordinal) || what.StartsWith("ai-month", StringComparison.Ordinal)) Assert.Equal(0, Amount(await Explain(Theirs, what)));
            else (await Theirs.Get($"/api/explain/{what}")).Refused("not-found", 404);
        }
        var half = (await Walk(Ours, await Explain(Ours, $"subscriptions.subscription_line/{subscription}~2~0"))).ToHashSet();
        Assert.Subset(new HashSet<string> { "subscriptionLine", "rounding" }, half);
        Assert.Equal(("days", "15 / 30 × -29.00 USD"), (await Explain(Ours, $"subscriptions.subscription_line/{subscription}~2~0")) is var unused ? (unused.Text("rule.by"), unused.Text("rule.formula")) : default);
    }

    [Fact]
    public async Task opens_many_records_page_by_page()
    {
        var account = (await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        for (var n = 1; n <= 230; n++) (await Ours.Post("/api/ai/usage/manual", new { account, date = $"2025-10-{1 + n % 31:00}", cost = Usd($"0.{n:000}7") })).Ok(201);
        var month = await Explain(Ours, "ai-month/2025-10?currency=USD");
        Assert.Equal(("230", "Basement"), (month.Text("parts.0.count"), month.Text("parts.0.label")));
        var first = (await Ours.Get(month.Text("parts.0.open"))).Ok();
        Assert.Equal((101, "more", "130"), (first["parts"]!.AsArray().Count, first.Text("parts.100.name"), first.Text("parts.100.count")));
        Assert.Equal(230, (await Walk(Ours, month)).Count);
        var client = (await Ours.Client()).Text("id");
        var many = await Written(new { clientId = client, lines = Enumerable.Range(1, 150).Select(n => new { description = $"Line {n}", quantity = "1.5", unitPrice = $"{n}.333" }).ToArray() });
        var total = await Explain(Ours, $"invoice/{many}");
        Assert.Equal((101, "50"), (total["parts"]!.AsArray().Count, total.Text("parts.100.count")));
        Assert.True((await Walk(Ours, total)).Count >= 150);
    }
}

/// <summary>What a program is told that may see only some modules.</summary>
public class Explaining_to_a_program : Town
{
    [Fact]
    public async Task holds_back_what_it_may_not_see()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var wallet = (await Invoiced(ours, "ours"))["wallet"];
        await Invoiced(theirs, "theirs");
        var currency = (await ours.Get($"/api/wallets/{wallet}")).Ok().Text("balance.currency");
        (await ours.Post($"/api/wallets/{wallet}/top-ups", new { source = "order-1", amount = new { amount = "100.00", currency }, charged = true })).Ok();
        var charge = (await Until("the top-up is charged", async () => await Ask("select id from invoicing_charges where source_module = 'usage'") is { Length: > 0 } row ? row : null)).Trim('(', ')');
        var program = Somebody();
        program.Access = (await ours.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "invoicing.see" } })).Ok(201).Text("key");
        var (all, some) = ((await ours.Get($"/api/explain/charge/{charge}")).Ok(), (await program.Get($"/api/explain/charge/{charge}")).Ok());
        Assert.Equal(("100.00", "usage.see"), (some.Text("parts.0.amount.amount"), some.Text("parts.0.needs")));
        Assert.Null(some["parts"]![0]!["open"]);
        Assert.Equal("usage.wallet_topped_up", (await ours.Get(all.Text("parts.0.open"))).Ok().Text("event.type"));
        (await program.Get(all.Text("parts.0.open"))).Refused("not-permitted", 403);
        (await program.Get($"/api/explain/wallet/{wallet}")).Refused("not-permitted", 403);
        (await theirs.Get(all.Text("parts.0.open"))).Refused("not-found", 404);
        Assert.Equal(["charge", "client", "invoice", "invoice-line", "payment", "receivables"], (await program.Get("/api/explain")).Ok()["items"]!.AsArray().Select(kind => kind!.Text("kind")));

        var group = (await ours.Post("/api/facility-groups", new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201).Text("id");
        var facility = (await ours.Post("/api/facilities", new { name = "Meadow", groupId = group })).Ok(201).Text("id");
        var record = (await ours.Post("/api/billing-records", new { facilityId = facility, from = "2026-10-01", through = "2026-10-31", billed = "100" })).Ok(201).Text("id");
        var billed = (await ours.Get($"/api/explain/billing-record/{record}")).Ok();
        Assert.Equal(("100.00", "facilities.facility_billed", "Ann Owner"), (billed.Text("amount.amount"), billed.Text("event.type"), billed.Text("event.who.name")));
        Assert.Equal("0.00", (await ours.Get($"/api/explain/billing-record/{record}?amount=paid")).Ok().Text("amount.amount"));
        (await theirs.Get($"/api/explain/billing-record/{record}")).Refused("not-found", 404);
    }
}
