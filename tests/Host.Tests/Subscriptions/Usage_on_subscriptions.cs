using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

public class Usage_on_subscriptions : Bureau
{
    private const string Invoices = "select tenant_id, number, total::numeric(20, 2) from invoicing_invoices where standing = 'issued'";

    [Fact]
    public async Task is_billed_with_the_next_period_traced_to_its_events_and_made_up_for_when_it_comes_in_late()
    {
        var (ours, theirs) = (await Arrange(Ours), await Arrange(Theirs));
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "api");
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, ours, "api", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        await Send(Ours, ours, ("before", "2025-11-04T11:59:59Z", 9_000), ("a", "2025-11-04T12:00:00Z", 400), ("b", "2025-11-18T12:00:00Z", 700));
        await Send(Theirs, theirs, ("a", "2025-11-18T12:00:00Z", 5));

        var preview = (await Ours.Post($"/api/subscriptions/{id}/preview")).Ok();
        Assert.Equal("1100 1.00 30.00 2025-12-04", $"{preview.Text("nextLines.0.metered.quantity")} {preview.Text("nextLines.0.amount.amount")} {preview.Text("nextTotal.amount")} {preview.Text("nextInvoiceOn")}");
        await Until("both first periods are invoiced", async () => await Table(Invoices) == "(ours,INV-2025-0001,29.00)\n(theirs,INV-2025-0001,29.00)");

        Clock.Forward(TimeSpan.FromDays(16));
        await Until("the second is invoiced with the usage of the first", async () => (await Table(Invoices)).Contains("(ours,INV-2025-0002,30.00)", StringComparison.Ordinal));
        var card = (await Ours.Get($"/api/subscriptions/{id}")).Ok();
        Assert.Equal(preview["nextLines"]!.ToJsonString(), card["bills"]![1]!["lines"]!.ToJsonString());
        var leaves = Leaves((await Ours.Get($"/api/invoices/{card.Text("bills.1.invoice.invoiceId")}/trace")).Ok()).ToList();
        Assert.Equal(30m, leaves.Sum(leaf => decimal.Parse(leaf.Text("amount.amount"), CultureInfo.InvariantCulture)));
        var link = leaves.Single(leaf => leaf.Text("link").StartsWith("/api/usage/", StringComparison.Ordinal)).Text("link");
        Assert.Equal("a b", string.Join(' ', (await Ours.Get(link)).Ok()["items"]!.AsArray().Select(one => one!.Text("id")).Order(StringComparer.Ordinal)));
        Assert.Empty((await Theirs.Get(link)).Ok()["items"]!.AsArray());

        // The period ended at midnight in New York, five hours after it did in UTC.
        await Send(Ours, ours, ("late", "2025-12-04T04:59:59Z", 150), ("next", "2025-12-04T05:00:00Z", 50_000));
        Clock.Forward(TimeSpan.FromDays(31));
        await Until("the third is invoiced with what was late, too", async () => (await Table(Invoices)).Contains("(ours,INV-2026-0001,520.50)", StringComparison.Ordinal));
        Assert.Equal("Late usage: Api: Calls: 1250 calls 1.50|Api: Calls: 50000 calls 490.00|Api 29.00", string.Join('|', (await Ours.Get($"/api/subscriptions/{id}")).Ok()["bills"]![2]!["lines"]!.AsArray().Select(line => $"{line!.Text("description")} {line!.Text("amount.amount")}")));
        await Until("theirs cost nothing beyond", async () => (await Table(Invoices)).Contains("(theirs,INV-2025-0002,29.00)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task counts_until_its_meter_freezes_it_though_it_is_looked_at_later()
    {
        var (ours, theirs) = (await Arrange(Ours, new { then = "freeze", afterHours = 48 }), await Arrange(Theirs));
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "api");
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, ours, "api", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        await Send(Ours, ours, ("a", "2025-11-18T12:00:00Z", 1100));
        Clock.Forward(TimeSpan.FromDays(16));
        await Until("the second is invoiced with the usage of the first", async () => (await Table(Invoices)).Contains("(ours,INV-2025-0002,30.00)", StringComparison.Ordinal));

        // The period ended 31 hours ago, and two days later it ended 79 hours ago.
        await Send(Ours, ours, ("late", "2025-12-04T04:30:00Z", 150));
        Clock.Forward(TimeSpan.FromDays(2));
        await Send(Ours, ours, ("too late", "2025-12-03T12:00:00Z", 5_000));
        Clock.Forward(TimeSpan.FromDays(29));
        await Until("the third is invoiced with what came in time", async () => (await Table(Invoices)).Contains("(ours,INV-2026-0001,30.50)", StringComparison.Ordinal));
        Assert.Equal("Late usage: Api: Calls: 1250 calls 1.50|Api: Calls: 0 calls 0.00|Api 29.00", string.Join('|', (await Ours.Get($"/api/subscriptions/{id}")).Ok()["bills"]![2]!["lines"]!.AsArray().Select(line => $"{line!.Text("description")} {line!.Text("amount.amount")}")));
        Clock.Forward(TimeSpan.FromDays(31));
        await Until("it is billed once", async () => (await Table(Invoices)).Contains("(ours,INV-2026-0002,29.00)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_billed_when_dunning_ends_the_subscription()
    {
        (await Ours.Put("/api/subscription-settings", new { retryDays = Array.Empty<int>(), afterRetries = "canceled", mailsClients = false })).Ok();
        var (client, theirs) = (await Arrange(Ours), await Arrange(Theirs));
        await Send(Ours, client, ("a", "2025-11-18T12:00:00Z", 1100));
        (await Ours.Post($"/api/clients/{client}/payment-methods", new { token = "pm_card_chargeCustomerFail" })).Ok(201);
        await Subscriptions_of_a_bureau.Begin(Theirs, theirs, "api");
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "api", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        await Until("it is canceled", async () => (await Ours.Get($"/api/subscriptions/{id}")).Ok().Text("status") == "canceled");
        Assert.Equal("end Api: Calls: 1100 calls 1.00", (await Ours.Get($"/api/subscriptions/{id}")).Ok() is var card ? $"{card.Text("bills.1.reason")} {card.Text("bills.1.lines.0.description")} {card.Text("bills.1.amount.amount")}" : "");
        await Until("what was used is invoiced", async () => await Table(Invoices) == "(ours,INV-2025-0001,29.00)\n(ours,INV-2025-0002,1.00)\n(theirs,INV-2025-0001,29.00)");
    }

    [Fact]
    public async Task is_sold_by_meters_that_there_are()
    {
        await Arrange(Ours);
        (await Theirs.Post("/api/plans", Plan("api", "calls"))).Refused("unknown-meter");
        (await Ours.Post("/api/plans", Plan("more", "nothing"))).Refused("unknown-meter");
        (await Ours.Post("/api/plans", Plan("more", "calls", new { type = "flat", fee = "3" }))).Refused("price-not-metered");
        (await Ours.Post("/api/plans", Plan("more", "calls", new { type = "per-unit" }))).Refused("bad-metered-price");
        (await Ours.Post("/api/plans", Plan("more", "calls", new { type = "percentage", rate = "2" }))).Refused("nothing-included");
    }

    [Fact]
    public async Task begins_no_longer_ago_than_the_settings_let_it()
    {
        var (client, other) = (await Subscriptions_of_a_bureau.Arrange(Ours), await Subscriptions_of_a_bureau.Arrange(Theirs));
        var wish = new { clientId = client, planCode = "pro", trialDays = 0, startAt = "2025-09-19T12:00:00Z" };
        (await Ours.Post("/api/subscriptions", wish)).Refused("start-long-past");
        (await Ours.Put("/api/subscription-settings", new { periodsBack = 3 })).Ok();
        Assert.Equal(3, (await Ours.Post("/api/subscriptions", wish)).Ok(201)["bills"]!.AsArray().Count);
        (await Theirs.Post("/api/subscriptions", wish with { clientId = other })).Refused("start-long-past");
        Assert.Equal(HttpStatusCode.Created, (await Theirs.Post("/api/subscriptions", new { clientId = other, planCode = "pro", trialDays = 0, wish.startAt, backdate = true })).Status);
    }

    /// <summary>A meter, a plan that sells what it measures, and a client.</summary>
    private static async Task<string> Arrange(Desk desk, object? late = null)
    {
        (await desk.Post("/api/meters", new { code = "calls", name = "Calls", unit = "calls", rule = new { aggregation = "sum" }, late })).Ok(201);
        (await desk.Post("/api/plans", Plan("api", "calls"))).Ok(201);
        return (await desk.Client()).Text("id");
    }

    private static object Plan(string code, string meter, object? price = null) => new
    {
        code,
        terms = new
        {
            name = "Api", interval = new { unit = "month" }, entitlements = Array.Empty<object>(),
            components = new object[]
            {
                new { code = "base", name = "Api", kind = "fixed", prices = new[] { new { amount = "29.00", currency = "USD" } } },
                new { code = "calls", name = "Calls", kind = "metered", prices = Array.Empty<object>(), metered = new { meter, included = "1000", prices = new[] { new { currency = "USD", price = price ?? new { type = "graduated", tiers = new object[] { new { upTo = "100", unit = "0.01" }, new { upTo = (string?)null, unit = "0.01" } } } } } } },
            },
        },
    };

    private static async Task Send(Desk desk, string subject, params (string Id, string At, int Value)[] events) =>
        Assert.Equal($"{events.Length}", (await desk.Post("/api/usage/events", events.Select(one => new { id = one.Id, meter = "calls", subject, value = one.Value, at = one.At, properties = new { } }))).Ok().Text("accepted"));

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node["parts"]!.AsArray() is { Count: > 0 } parts ? parts.SelectMany(part => Leaves(part!)) : [node];
}
