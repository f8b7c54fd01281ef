using System.Net;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

public class Subscriptions_of_a_bureau : Bureau
{
    private const string Invoices = "select tenant_id, number, issue_date, total::numeric(20, 2) from invoicing_invoices where standing = 'issued'";

    [Fact]
    public async Task begin_with_plans_that_are_free_to_edit()
    {
        Assert.Equal("free 5 pro 25 pro-yearly 25 enterprise 999", Said((await Ours.Post("/api/plans/seed")).Ok()));
        Assert.Empty((await Ours.Post("/api/plans/seed")).Ok()["items"]!.AsArray());
        Assert.Empty((await Theirs.Get("/api/plans")).Ok()["items"]!.AsArray());
        (await Theirs.Get("/api/plans/pro")).Refused("not-found", 404);
        var pro = (await Ours.Get("/api/plans/pro")).Ok();
        var terms = pro["terms"]!.DeepClone();
        terms["trialDays"] = 30;
        Assert.Equal("2 30", (await Ours.Put("/api/plans/pro", new { terms, @public = false })).Ok() is var revised ? $"{revised["versions"]!.AsArray().Count} {revised.Text("terms.trialDays")}" : "");
        Assert.Equal("free pro-yearly enterprise", string.Join(' ', (await Ours.Get("/api/plans?public=true")).Ok()["items"]!.AsArray().Select(plan => plan!.Text("code"))));
        (await Ours.Post("/api/plans", new { code = "pro", terms })).Refused("plan-named-already");
        (await Ours.As(Role.Member).Post("/api/plans", new { code = "more", terms })).Refused("not-permitted", 403);
        Assert.Equal("True", (await Ours.Post("/api/plans/pro/archive")).Ok()["archived"]!.GetValue<bool>().ToString());
        (await Theirs.Post("/api/plans/pro/archive")).Refused("not-found", 404);

        static string Said(JsonNode page) => string.Join(' ', page["items"]!.AsArray().Select(plan => $"{plan!.Text("code")} {plan!.Text("terms.entitlements.0.limit")}"));
    }

    [Fact]
    public async Task are_billed_in_advance_changed_with_a_preview_and_end_with_a_credit()
    {
        var (client, theirs) = (await Arrange(Ours), await Arrange(Theirs));
        await Begin(Theirs, theirs, "pro");
        var begun = await Begin(Ours, client, "pro", new { startAt = "2025-11-04T12:00:00Z" });
        var id = begun.Text("id");
        Assert.Equal("active 2025-11-04 2025-12-03 29.00", $"{begun.Text("status")} {begun.Text("currentPeriod.from")} {begun.Text("currentPeriod.through")} {begun.Text("bills.0.amount.amount")}");
        await Until("both are invoiced", async () => await Table(Invoices) == "(ours,INV-2025-0001,2025-11-04,29.00)\n(theirs,INV-2025-0001,2025-11-19,29.00)");
        (await Ours.Post("/api/subscriptions", new { clientId = client, planCode = "enterprise", trialDays = 0 })).Refused("already-subscribed");
        Assert.Equal("active", (await Ours.Get($"/api/subscriptions?clientId={client}")).Ok().Text("items.0.status"));

        // Half of thirty days is left.
        var wish = new { planCode = "enterprise" };
        var preview = (await Ours.Post($"/api/subscriptions/{id}/preview", wish)).Ok();
        Assert.Equal("-14.50 49.50 35.00 2025-12-04 99.00", $"{preview.Text("lines.0.amount.amount")} {preview.Text("lines.1.amount.amount")} {preview.Text("due.amount")} {preview.Text("nextInvoiceOn")} {preview.Text("nextTotal.amount")}");
        Assert.Equal("pro", (await Ours.Get($"/api/subscriptions/{id}")).Ok().Text("plan"));
        var changed = (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", wish)).Ok();
        Assert.Equal(preview["lines"]!.ToJsonString(), changed["bills"]![1]!["lines"]!.ToJsonString());
        await Until("the difference is invoiced", async () => (await Table(Invoices)).Contains("(ours,INV-2025-0002,2025-11-19,35.00)", StringComparison.Ordinal));
        Assert.Equal("made made", await Invoiced(id));
        Assert.Equal("made INV-2025-0002", (await Ours.Get($"/api/subscriptions/{id}")).Ok() is var card ? $"{card.Text("bills.1.invoice.state")} {card.Text("bills.1.invoice.invoiceNumber")}" : "");

        var leaves = Leaves((await Ours.Get($"/api/invoices/{card.Text("bills.1.invoice.invoiceId")}/trace")).Ok()).ToList();
        Assert.Equal([$"/api/subscriptions/{id}"], leaves.Select(leaf => leaf.Text("link")).Distinct());
        Assert.Equal(35m, leaves.Sum(leaf => decimal.Parse(leaf.Text("amount.amount"), System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("True", (await Ours.Delete($"/api/subscriptions/{id}")).Ok()["cancelAtPeriodEnd"]!.GetValue<bool>().ToString());
        Assert.Equal("False", (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { cancelAtPeriodEnd = false })).Ok()["cancelAtPeriodEnd"]!.GetValue<bool>().ToString());
        var ended = (await Ours.Delete($"/api/subscriptions/{id}?immediately=true")).Ok();
        Assert.Equal("canceled -49.50", $"{ended.Text("status")} {ended.Text("bills.2.amount.amount")}");
        await Until("the credit waits as a charge", async () => await Table("select amount::numeric(20, 2), state from invoicing_charges where tenant_id = 'ours' and state = 'open'") == "(-49.50,open)");
        Assert.Equal("made made carried", await Invoiced(id));
        Assert.Equal("subscription_started period_billed subscription_switched cancellation_agreed cancellation_dropped subscription_canceled", await Events(id));
        Assert.Equal("1 active", (await Ours.Get($"/api/subscriptions/{id}/history?at={Uri.EscapeDataString(changed.Text("startAt"))}")).Ok() is var none && none["then"] is null ? "1 active" : "");
        Assert.Equal("6 canceled", (await Ours.Get($"/api/subscriptions/{id}/history")).Ok() is var past ? $"{past["items"]!.AsArray().Count} {past.Text("then.status")}" : "");

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[] { (HttpMethod.Get, "", null), (HttpMethod.Get, "/history", null), (HttpMethod.Patch, "", wish), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/preview", wish), (HttpMethod.Post, "/pause", null), (HttpMethod.Post, "/resume", null), (HttpMethod.Post, "/retry", null) })
            Assert.True((await Theirs.Send(method, $"/api/subscriptions/{id}{path}", body)).Status is HttpStatusCode.NotFound, path);
        (await Ours.As(Role.Viewer).Post($"/api/subscriptions/{id}/pause")).Refused("not-permitted", 403);
    }

    [Fact]
    public async Task are_tried_first_and_renew_at_midnight_where_they_are()
    {
        var client = await Arrange(Ours);
        await Begin(Theirs, await Arrange(Theirs), "pro", new { startAt = "2026-06-01T00:00:00Z" });
        var begun = await Begin(Ours, client, "pro", new { trialDays = 14, timeZone = "Asia/Kathmandu" });
        Assert.Equal("trialing 2025-12-03T12 0", $"{begun.Text("status")} {begun.Text("trialEndsAt")[..13]} {begun["bills"]!.AsArray().Count}");
        Assert.Empty((await Ours.Get("/api/subscriptions/active")).Ok()["items"]!.AsArray());
        Clock.Forward(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(20));
        Assert.Equal("trialing", (await Ours.Get($"/api/subscriptions/{begun.Text("id")}")).Ok().Text("status"));
        Clock.Forward(TimeSpan.FromMinutes(40));
        await Until("the trial's end is billed", async () => await Table(Invoices) == "(ours,INV-2025-0001,2025-12-03,29.00)");
        Assert.Equal("2026-01-02T18:15:00", (await Ours.Get("/api/subscriptions/active")).Ok().Text("items.0.renewsAt")[..19]); // midnight in Kathmandu
        Clock.Forward(TimeSpan.FromDays(92));
        await Until("three periods are caught up with", async () => (await Table(Invoices)).Split('\n').Length == 4);
        Assert.Equal("(2025-12-03)\n(2026-01-03)\n(2026-02-03)\n(2026-03-03)", await Table("select issue_date from invoicing_invoices where tenant_id = 'ours'"));
        Assert.Contains(" trial_ended period_billed ", await Events(begun.Text("id")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task carry_what_comes_to_less_than_nothing_to_their_next_invoice()
    {
        var id = (await Begin(Ours, await Arrange(Ours), "enterprise", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { planCode = "pro", effective = "now" })).Ok();
        await Until("the credit is carried", async () => await Invoiced(id) == "made carried");
        // −35.00 and 29.00 are −6.00, which goes on to January: 29.00 − 6.00.
        Clock.Forward(TimeSpan.FromDays(48));
        await Until("January is less by it", async () => (await Table(Invoices)).Contains(",2026-01-04,23.00)", StringComparison.Ordinal));
        Assert.Equal("made made made made", await Invoiced(id));
        Assert.Equal("", await Table("select id from invoicing_charges where state <> 'invoiced'"));
    }

    [Fact]
    public async Task park_what_cannot_be_invoiced_until_somebody_tries_again()
    {
        var client = await Arrange(Ours);
        var id = (await Begin(Ours, client, "pro")).Text("id");
        await Until("it is invoiced", async () => await Invoiced(id) == "made");
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        Clock.Forward(TimeSpan.FromDays(31));
        await Until("the next one is parked", async () => await Invoiced(id) == "made parked");
        (await Ours.Post($"/api/clients/{client}/restore")).Ok();
        (await Ours.Post($"/api/subscriptions/{id}/retry")).Ok(202);
        await Until("it is invoiced after all", async () => (await Table(Invoices)).Contains("INV-2025-0002,2025-12-19,29.00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task come_to_so_much_each_month()
    {
        await Arrange(Ours);
        foreach (var (name, plan) in new[] { ("One", "pro"), ("Two", "pro-yearly"), ("Three", "enterprise") }) await Begin(Ours, (await Ours.Client(name)).Text("id"), plan);
        var figures = (await Ours.Get("/api/metrics/mrr?from=2025-11-18&to=2025-11-20")).Ok();
        Assert.Equal("152.17 3 152.1667 0 152.1667", $"{figures.Text("currencies.0.mrr.amount")} {figures.Text("currencies.0.clients")} {figures.Text("currencies.0.movements.new")} {figures.Text("currencies.0.days.0.mrr")} {figures.Text("currencies.0.days.2.mrr")}");
        Assert.Equal("0.00", (await Ours.Get("/api/metrics/mrr?at=2025-11-19T00:00:00Z")).Ok().Text("currencies.0.mrr.amount"));
        Assert.Equal("3", (await Ours.Get("/api/metrics/churn?from=2025-11-20&to=2025-11-30")).Ok().Text("currencies.0.clientsBefore"));
        Assert.Empty((await Theirs.Get("/api/metrics/mrr")).Ok()["currencies"]!.AsArray());
        (await Ours.Get("/api/metrics/mrr?from=2025-01-01&to=2024-01-01")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task are_prorated_and_invoiced_as_the_settings_say()
    {
        Assert.Equal("day new issue", (await Ours.Get("/api/subscription-settings")).Ok() is var usual ? $"{usual.Text("unit")} {usual.Text("changeDay")} {usual.Text("invoices")}" : "");
        (await Ours.Put("/api/subscription-settings", new { changeDay = "old", invoices = "draft" })).Ok();
        Assert.Equal("new", (await Theirs.Get("/api/subscription-settings")).Ok().Text("changeDay"));
        var id = (await Begin(Ours, await Arrange(Ours), "pro", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        Assert.Equal("32.67", (await Ours.Post($"/api/subscriptions/{id}/preview", new { planCode = "enterprise" })).Ok().Text("due.amount")); // 14 of 30 days
        await Until("there is a draft", async () => await Table("select standing from invoicing_invoices") == "(draft)");
    }

    /// <summary>How far the invoice of each bill is, oldest first; - where nobody has looked at it yet.</summary>
    private async Task<string> Invoiced(string id) => string.Join(' ', (await Ours.Get($"/api/subscriptions/{id}")).Ok()["bills"]!.AsArray().Select(bill => bill!["invoice"] is { } invoice ? invoice.Text("state") : "-"));

    /// <summary>Plans to begin with, and a client.</summary>
    internal static async Task<string> Arrange(Desk desk)
    {
        (await desk.Post("/api/plans/seed")).Ok();
        return (await desk.Client()).Text("id");
    }

    internal static async Task<JsonNode> Begin(Desk desk, string client, string plan, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["clientId"] = client;
        body["planCode"] = plan;
        body.TryAdd("trialDays", 0);
        return (await desk.Post("/api/subscriptions", body.ToJsonString())).Ok(201);
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node["parts"]!.AsArray() is { Count: > 0 } parts ? parts.SelectMany(part => Leaves(part!)) : [node];
}
