using System.Text;
using Billing.AiCosts;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>What was spent for whom, and what clients are charged for it; October 2026 is over.</summary>
public class Costs_for_clients : Observatory
{
    private const string Days = "from=2026-10-01&until=2026-11-01";

    private static async Task<string> Basement(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");

    private static async Task Spent(Desk desk, string account, string date, string amount, string currency = "USD") =>
        (await desk.Post("/api/ai/usage/manual", new { account, date, cost = new { amount, currency } })).Ok(201);

    private static async Task<string> Rule(Desk desk, string name, object shares, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (body["name"], body["shares"]) = (name, System.Text.Json.JsonSerializer.SerializeToNode(shares));
        return (await desk.Post("/api/ai/allocation-rules", body.ToJsonString())).Ok(201).Text("id");
    }

    private static object[] For(string client, string share = "100") => [new { clientId = client, share }];

    /// <summary>Sums of October by group, such as <c>meadow 120</c>.</summary>
    private static async Task<string[]> ByGroup(Desk desk, string groupBy, params (string Id, string Called)[] names) =>
    [
        .. from day in (await desk.Get($"/api/ai/usage/daily?{Days}&groupBy={groupBy}")).Ok()["items"]!.AsArray()
           group decimal.Parse(day.Text("cost.amount"), System.Globalization.CultureInfo.InvariantCulture) by names.Where(name => name.Id == day.Text("group")).Select(name => name.Called).FirstOrDefault() ?? day.Text("group") into same
           orderby same.Key
           select $"{same.Key} {same.Sum().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)}",
    ];

    private static async Task<System.Text.Json.Nodes.JsonNode> Billed(Desk desk, string query = "") => (await desk.Post($"/api/ai/rebilling{query}", new { month = "2026-10" })).Ok();

    private Task Charged(string amounts) => Until($"invoicing has {amounts}", async () => await Table("select trim_scale(amount) || ' ' || currency || ' ' || state from invoicing_charges where tenant_id = 'ours'") == amounts);

    [Fact]
    public async Task are_charged_once_and_what_comes_late_is_the_difference()
    {
        var (ours, theirs) = (await Basement(Ours), await Basement(Theirs));
        var (meadow, others) = ((await Ours.Client()).Text("id"), (await Theirs.Client()).Text("id"));
        await Spent(Ours, ours, "2026-10-05", "100");
        await Spent(Ours, ours, "2026-10-06", "50");
        await Spent(Theirs, theirs, "2026-10-06", "70");
        await Rule(Ours, "Basement", For(meadow, "80"), new { accountId = ours });
        await Rule(Theirs, "Basement", For(others), new { accountId = theirs });
        Assert.Equal([" 30", "meadow 120"], await ByGroup(Ours, "client", (meadow, "meadow")));

        var nothing = await Billed(Ours);
        Assert.Equal(("[]", "ai-rebilling-terms-missing", "120", "30"), (nothing["charges"]!.ToJsonString(), nothing.Text("unbilled.0.code"), nothing.Text("unbilled.0.cost.amount"), nothing.Text("unallocated.0.amount")));
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { markup = "20" })).Ok();
        Assert.Equal("144.00", (await Billed(Ours, "?dryRun=true")).Text("charges.0.difference.amount"));
        Assert.Equal("", await Table("select id from ai_charges"));

        var first = await Billed(Ours);
        Assert.Equal(("120", "144.00", "144.00", "2", "30"), (first.Text("charges.0.cost.amount"), first.Text("charges.0.amount.amount"), first.Text("charges.0.difference.amount"), first.Text("charges.0.records"), first.Text("unallocated.0.amount")));
        await Charged("(\"144 USD open\")");
        Assert.Equal("0.00", (await Billed(Ours)).Text("charges.0.difference.amount"));

        var line = Assert.Single((await Ours.Get("/api/ai/rebilling?month=2026-10")).Ok()["items"]!.AsArray())!;
        Assert.Equal(("open", "1", "same currency"), (line.Text("state"), line.Text("rate"), line.Text("rateSource")));
        var invoice = (await Ours.Post("/api/invoices", new { clientId = meadow, charges = new[] { line.Text("chargeId") } })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{invoice}/issue", new { })).Ok();
        var fact = (await Ours.Get($"/api/invoices/{invoice}/trace")).Ok()["parts"]![0]!["parts"]![0]!["parts"]![0]!;
        Assert.Equal(("aicosts", $"/api/ai/rebilling/{line.Text("id")}/usage"), (fact.Text("module"), fact.Text("link")));

        var parts = (await Ours.Get(fact.Text("link"))).Ok()["items"]!.AsArray();
        Assert.Equal(["2026-10-05 80 told", "2026-10-06 40 told"], parts.Select(part => string.Join(' ', part.Text("day"), part.Text("cost.amount"), part.Text("basis"))));
        var back = Assert.Single((await Ours.Get($"/api/ai/usage/records/{parts[0].Text("usageId")}/charges")).Ok()["items"]!.AsArray());
        Assert.Equal((line.Text("id"), meadow), (back.Text("chargeId"), back.Text("clientId")));

        await Spent(Ours, ours, "2026-10-07", "10");
        Assert.Equal(("9.60", "153.60"), await Billed(Ours) is var late ? (late.Text("charges.0.difference.amount"), late.Text("charges.0.amount.amount")) : default);
        await Charged("(\"144 USD invoiced\")\n(\"9.6 USD open\")");
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { markup = "50" })).Ok(); // of months to come
        Assert.Equal("0.00", (await Billed(Ours)).Text("charges.0.difference.amount"));
        Assert.Equal("month_charged charge_put_right", await Events(line.Text("id")));

        Assert.Empty((await Theirs.Get("/api/ai/rebilling")).Ok()["items"]!.AsArray());
        Assert.Equal(404, (int)(await Theirs.Get($"/api/ai/rebilling/{line.Text("id")}/usage")).Status);
        Assert.Equal(404, (int)(await Theirs.Get($"/api/ai/usage/records/{parts[0].Text("usageId")}/charges")).Status);
        Assert.Equal(404, (int)(await Theirs.Put($"/api/ai/rebilling/terms/{meadow}", new { markup = "20" })).Status);
        (await Ours.Post("/api/ai/rebilling", new { month = "2026-11" })).Refused("ai-month-not-over");
        Assert.Equal(400, (int)(await Ours.Post("/api/ai/rebilling", new { month = "2026-13" })).Status);
        (await Ours.As(Role.Member).Post("/api/ai/rebilling", new { month = "2026-10" })).Refused("not-permitted", 403);
    }

    [Fact]
    public async Task of_the_same_rounded_amount_are_made_of_the_records_there_are_by_now()
    {
        var (ours, meadow) = (await Basement(Ours), (await Ours.Client()).Text("id"));
        await Spent(Ours, ours, "2026-10-05", "100");
        await Rule(Ours, "All", For(meadow));
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { markup = "0" })).Ok();
        var charge = (await Billed(Ours)).Text("charges.0.id");
        await Spent(Ours, ours, "2026-10-06", "0.001");
        async Task<IEnumerable<string>> Parts() => (await Ours.Get($"/api/ai/rebilling/{charge}/usage")).Ok()["items"]!.AsArray().Select(part => $"{part.Text("day")} {part.Text("cost.amount")}");
        await Billed(Ours, "?dryRun=true");
        Assert.Equal(["2026-10-05 100"], await Parts());
        Assert.Equal("0.00", (await Billed(Ours)).Text("charges.0.difference.amount"));
        Assert.Equal(["2026-10-05 100", "2026-10-06 0.001"], await Parts());
        Assert.Equal("month_charged", await Events(charge));
        Assert.Equal(404, (int)(await Theirs.Get($"/api/ai/rebilling/{charge}/usage")).Status);
    }

    [Fact]
    public async Task that_a_double_was_charged_stay_so_charged_and_others_go_to_the_client_that_stays()
    {
        var ours = await Basement(Ours);
        var (stays, gone) = ((await Ours.Client()).Text("id"), (await Ours.Client("River Clinic")).Text("id"));
        await Spent(Ours, ours, "2026-10-05", "100");
        await Rule(Ours, "All", For(gone));
        (await Ours.Put($"/api/ai/rebilling/terms/{gone}", new { markup = "20" })).Ok();
        var charge = (await Billed(Ours)).Text("charges.0.id");
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        var again = await Billed(Ours);
        Assert.Equal(("[]", 1, charge, "120.00", "0.00"), (again["unbilled"]!.ToJsonString(), again["charges"]!.AsArray().Count, again.Text("charges.0.id"), again.Text("charges.0.amount.amount"), again.Text("charges.0.difference.amount")));
        await Spent(Ours, ours, "2026-10-06", "50");
        Assert.Equal("60.00", (await Billed(Ours)).Text("charges.0.difference.amount"));
        await Spent(Ours, ours, "2026-10-06", "8", "EUR"); // by the terms of the double, for the client that stays
        Assert.Equal((stays, "no-exchange-rate"), await Billed(Ours) is var other ? (other.Text("unbilled.0.clientId"), other.Text("unbilled.0.code")) : default);
        Assert.Empty((await Theirs.Get("/api/ai/rebilling")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task that_are_nobodys_any_more_are_taken_back()
    {
        var (ours, meadow) = (await Basement(Ours), (await Ours.Client()).Text("id"));
        await Spent(Ours, ours, "2026-10-05", "100");
        var rule = await Rule(Ours, "All", For(meadow));
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { markup = "0" })).Ok();
        await Billed(Ours);
        await Charged("(\"100 USD open\")");
        Assert.Equal(204, (int)(await Ours.Delete($"/api/ai/allocation-rules/{rule}")).Status);
        Assert.Equal(("0.00", "-100.00", "100"), await Billed(Ours) is var none ? (none.Text("charges.0.amount.amount"), none.Text("charges.0.difference.amount"), none.Text("unallocated.0.amount")) : default);
        await Charged("(\"100 USD withdrawn\")");
        Assert.Equal(404, (int)(await Ours.Get($"/api/ai/allocation-rules/{rule}")).Status);
    }

    [Fact]
    public async Task in_another_currency_are_converted_at_a_dated_rate_that_stays_with_the_month()
    {
        var (ours, meadow) = (await Basement(Ours), (await Ours.Client(more: new { currency = "EUR" })).Text("id"));
        await Spent(Ours, ours, "2026-10-05", "100");
        await Rule(Ours, "All", For(meadow));
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { margin = new { amount = "25.00", currency = "USD" } })).Refused("ai-rebilling-margin-currency");
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { })).Refused("ai-rebilling-terms-unclear");
        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { margin = new { amount = "25.00", currency = "EUR" } })).Ok();
        Assert.Equal("no-exchange-rate", (await Billed(Ours)).Text("unbilled.0.code"));
        object Rate(string on, string rate) => new { rates = new[] { new { from = "USD", to = "EUR", on, rate, source = "Central bank" } } };
        (await Ours.Put("/api/exchange-rates", Rate("2026-10-30", "0.9"))).Ok();
        var billed = await Billed(Ours);
        Assert.Equal(("115.00", "EUR", "0.9", "2026-10-30", "Central bank"), (billed.Text("charges.0.amount.amount"), billed.Text("charges.0.amount.currency"), billed.Text("charges.0.rate"), billed.Text("charges.0.rateOn"), billed.Text("charges.0.rateSource")));
        (await Ours.Put("/api/exchange-rates", Rate("2026-10-31", "0.8"))).Ok();
        Assert.Equal("0.00", (await Billed(Ours)).Text("charges.0.difference.amount"));
        await Spent(Ours, ours, "2026-10-06", "8", "EUR"); // another currency of the same month, and the margin is for the month
        Assert.Equal(["115.00 0.00", "8.00 8.00"], (await Billed(Ours))["charges"]!.AsArray().Select(line => $"{line.Text("amount.amount")} {line.Text("difference.amount")}").Order(StringComparer.Ordinal));
        await Charged("(\"115 EUR open\")\n(\"8 EUR open\")");
    }

    [Fact]
    public async Task whose_bill_names_nobody_are_divided_by_what_everybodys_usage_would_cost()
    {
        var (ours, meadow, river) = (await Basement(Ours), (await Ours.Client()).Text("id"), (await Ours.Client("River Clinic")).Text("id"));
        (await Ours.Post("/api/ai/prices", new { provider = "own", model = "llama*", from = "2026-10-01", prices = new { input = "1" } })).Ok(201);
        object Call(string id, string user, int input) => new { requestId = id, account = ours, at = "2026-10-12T10:00:00Z", model = "llama-4", tokens = new { input }, user };
        (await Ours.Post("/api/ai/usage/calls", new[] { Call("r-1", "ada@example.test", 3_000_000), Call("r-2", "bob@example.test", 1_000_000) })).Ok();
        const string Bill = "BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ServiceProviderName,x_Model\n10,a,USD,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,Usage,2026-10-12T00:00:00Z,2026-10-13T00:00:00Z,p,llama-4\n2,a,USD,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,Usage,2026-10-13T00:00:00Z,2026-10-14T00:00:00Z,p,llama-4\n";
        Assert.Equal("2", (await Ours.Post($"/api/ai/usage/import?accountId={ours}", Encoding.UTF8.GetBytes(Bill))).Ok().Text("accepted"));
        await Rule(Ours, "Ada", For(meadow), new { user = "ada@example.test" });
        await Rule(Ours, "Bob", For(river), new { user = "bob@example.test" });
        Assert.Equal([" 2", "meadow 7.5", "river 2.5"], await ByGroup(Ours, "client", (meadow, "meadow"), (river, "river")));

        (await Ours.Put($"/api/ai/rebilling/terms/{meadow}", new { markup = "0" })).Ok();
        var charge = (await Billed(Ours)).Text("charges.0.id");
        Assert.Equal(["computedWeight 7.5"], (await Ours.Get($"/api/ai/rebilling/{charge}/usage")).Ok()["items"]!.AsArray().Select(part => $"{part.Text("basis")} {part.Text("cost.amount")}"));

        Assert.Equal(204, (int)(await Ours.Post("/api/ai/users/forget", new { address = "ada@example.test" })).Status);
        Assert.Equal([" 2", "meadow 7.5", "river 2.5"], await ByGroup(Ours, "client", (meadow, "meadow"), (river, "river")));
        Assert.DoesNotContain("ada@", (await Ours.Get("/api/ai/allocation-rules")).Ok().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("", await Table("select person from ai_allocation_rules where person like 'ada%'"));
        Assert.Equal("0.00", (await Billed(Ours)).Text("charges.0.difference.amount"));
    }

    [Fact]
    public async Task follow_rules_in_their_order_and_tags_apart_from_clients()
    {
        var (ours, meadow) = (await Basement(Ours), (await Ours.Client()).Text("id"));
        await Spent(Ours, ours, "2026-10-05", "100");
        var last = await Rule(Ours, "All", For(meadow), new { place = 200 });
        await Rule(Ours, "Research", new[] { new { tag = "research", share = "60" }, new { tag = "support", share = "15" } });
        Assert.Equal(["meadow 100"], await ByGroup(Ours, "client", (meadow, "meadow")));
        Assert.Equal([" 25", "research 60", "support 15"], await ByGroup(Ours, "tag"));
        var before = await Rule(Ours, "Half", For(meadow, "50"), new { place = 10, accountId = ours });
        Assert.Equal([" 50", "meadow 50"], await ByGroup(Ours, "client", (meadow, "meadow")));
        (await Ours.Put($"/api/ai/allocation-rules/{before}", new { name = "Half", place = 300, shares = For(meadow, "50") })).Ok();
        Assert.Equal(["meadow 100"], await ByGroup(Ours, "client", (meadow, "meadow")));
        Assert.Equal(["Research", "All", "Half"], (await Ours.Get("/api/ai/allocation-rules")).Ok()["items"]!.AsArray().Select(rule => rule.Text("name")));

        object Wrong(object[] shares, string? model = null, int place = 1) => new { name = "Wrong", shares, model, place };
        (await Ours.Post("/api/ai/allocation-rules", Wrong([]))).Refused("rule-without-targets");
        (await Ours.Post("/api/ai/allocation-rules", Wrong([new { clientId = meadow, share = "60" }, new { clientId = meadow, share = "10" }]))).Refused("target-twice");
        (await Ours.Post("/api/ai/allocation-rules", Wrong([new { tag = "a", share = "60" }, new { tag = "b", share = "60" }]))).Refused("shares-above-all");
        (await Ours.Post("/api/ai/allocation-rules", Wrong([new { tag = "a", share = "60" }, new { clientId = meadow, share = "10" }]))).Refused("ai-allocation-shares-unclear");
        (await Ours.Post("/api/ai/allocation-rules", Wrong(For(Guid.Empty.ToString())))).Refused("ai-allocation-client-unknown");
        (await Ours.Post("/api/ai/allocation-rules", Wrong(For(meadow), "*"))).Refused("pattern-unclear");
        (await Ours.Post("/api/ai/allocation-rules", Wrong(For(meadow), place: -1))).Refused("ai-allocation-place-wrong");
        (await Theirs.Post("/api/ai/allocation-rules", Wrong(For(meadow)))).Refused("ai-allocation-client-unknown");
        Assert.Equal(404, (int)(await Theirs.Put($"/api/ai/allocation-rules/{last}", Wrong(For(meadow)))).Status);
        Assert.Equal(404, (int)(await Theirs.Delete($"/api/ai/allocation-rules/{last}")).Status);
        Assert.Empty((await Theirs.Get("/api/ai/allocation-rules")).Ok()["items"]!.AsArray());
    }
}
