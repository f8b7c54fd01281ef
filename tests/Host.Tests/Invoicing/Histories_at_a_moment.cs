using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>How a thing stood at a version or a moment, and what had happened to it by then.</summary>
public class Histories_at_a_moment : Bureau
{
    [Fact]
    public async Task tell_how_a_payment_stood()
    {
        var client = (await Ours.Client()).Text("id");
        var invoice = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "60" } } })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{invoice}/issue", new { })).Ok();
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("100"), note = "By wire" })).Ok();
        var id = (await Ours.Get("/api/payments")).Ok().Text("items.0.id");
        var before = (await Ours.Get($"/api/payments/{id}")).Ok();
        Clock.Forward(TimeSpan.FromDays(1));
        (await Ours.Post($"/api/payments/{id}/undo", new { reason = "It bounced" })).Ok();

        var now = await Then($"/api/payments/{id}/history");
        Assert.Equal("payment_undone payment_spread payment_received", now.Events);
        Assert.Equal("allocated 60.00 |credited 40.00 |takenBackBecause  It bounced|undone  true", now.Changes);
        Assert.Equal("true 0.00", $"{now.Page.Text("undone")} {now.Page.Text("credited.amount")}");
        foreach (var at in new[] { before.Text("version"), "2025-11-19T23:00:00Z" })
        {
            var then = await Then($"/api/payments/{id}/history?at={at}");
            Assert.Equal("payment_spread payment_received", then.Events);
            Assert.Equal(before.ToJsonString(), then.Page.ToJsonString());
        }
        await AreOurs($"/api/payments/{id}/history");
    }

    [Fact]
    public async Task tell_how_a_charge_stood()
    {
        var charge = await Ours.Charge((await Ours.Client()).Text("id"), "12.345678901234");
        var id = charge.Text("id");
        (await Ours.Post($"/api/charges/{id}/withdraw", new { reason = "By mistake" })).Ok();

        var now = await Then($"/api/charges/{id}/history");
        Assert.Equal("state open withdrawn|withdrawnBecause  By mistake", now.Changes);
        Assert.Equal((await Ours.Get($"/api/charges/{id}")).Ok().ToJsonString(), now.Page.ToJsonString());
        Assert.Equal(charge.ToJsonString(), (await Then($"/api/charges/{id}/history?at=1")).Page.ToJsonString());
        await AreOurs($"/api/charges/{id}/history");
    }

    [Fact]
    public async Task tell_how_a_recurring_invoice_stood()
    {
        var client = (await Ours.Client()).Text("id");
        var begun = (await Ours.Post("/api/recurring-invoices", new { clientId = client, from = "2026-01-01", then = "draft", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 31 }, lines = new[] { new { description = "Hosting", unitPrice = "100" } } })).Ok(201);
        var id = begun.Text("id");
        (await Ours.Post($"/api/recurring-invoices/{id}/pause")).Ok();

        Assert.Equal("paused", (await Then($"/api/recurring-invoices/{id}/history")).Page.Text("state"));
        var then = await Then($"/api/recurring-invoices/{id}/history?at={begun.Text("version")}");
        Assert.Equal(begun.ToJsonString(), then.Page.ToJsonString());
        Assert.DoesNotContain("recurring_invoice_paused", then.Events, StringComparison.Ordinal);
        await AreOurs($"/api/recurring-invoices/{id}/history");
    }

    [Fact]
    public async Task tell_how_a_client_stood()
    {
        var client = await Ours.Client("Meadow Health");
        var id = client.Text("id");
        (await Ours.Put($"/api/clients/{id}", new { name = "Meadow and Field", currency = "USD" })).Ok();
        Assert.Equal("Meadow and Field", (await Then($"/api/clients/{id}/history")).Page.Text("name"));
        Assert.Equal(client.ToJsonString(), (await Then($"/api/clients/{id}/history?at={client.Text("version")}")).Page.ToJsonString());
        await AreOurs($"/api/clients/{id}/history");
    }

    [Fact]
    public async Task tell_who_issued_a_credit_note()
    {
        var invoice = await Issued((await Ours.Client()).Text("id"), "100");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "A", amount = Usd("80") })).Ok();
        Clock.Forward(TimeSpan.FromDays(1));
        var note = (await Ours.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "Came late", lines = new[] { new { description = "Less", unitPrice = "30" } } })).Ok(201);
        var id = note.Text("id");

        var now = await Then($"/api/credit-notes/{id}/history");
        Assert.Equal("credit_note_issued", now.Events);
        Assert.Equal("invoiceNumber  INV-2025-0001|issueDate  2025-11-20|number  CN-2025-0001|offInvoice  20.00|reason  Came late|toCredit  10.00|total  30.00", now.Changes);
        Assert.Equal((await Ours.Get($"/api/credit-notes/{id}")).Ok().ToJsonString(), now.Page.ToJsonString());
        foreach (var at in new[] { "1", "2025-11-20T23:00:00Z" }) Assert.Equal(now.Page.ToJsonString(), (await Then($"/api/credit-notes/{id}/history?at={at}")).Page.ToJsonString());
        foreach (var before in new[] { "0", "2025-11-19T23:00:00Z" }) (await Ours.Get($"/api/credit-notes/{id}/history?at={before}")).Refused("not-found", 404);
        (await Ours.Get($"/api/credit-notes/{invoice}/history")).Refused("not-found", 404);
        await AreOurs($"/api/credit-notes/{id}/history");
    }

    [Fact]
    public async Task tell_how_a_billing_run_and_its_invoices_stood()
    {
        foreach (var (name, price) in new[] { ("Ant", "10"), ("Bee", "20"), ("Zero", "0") }) await Ours.Charge((await Ours.Client(name)).Text("id"), price);
        var id = (await Ours.Post("/api/billing-runs", new { period = new { from = "2025-11-01", through = "2025-11-30" } })).Ok(202).Text("id");
        var drafted = await Reached("toApprove");
        Clock.Forward(TimeSpan.FromDays(1));
        var ant = drafted.Text("entries.0.invoiceId");
        (await Ours.Put($"/api/invoices/{ant}", new { clientId = drafted.Text("entries.0.clientId"), lines = new[] { new { description = "Work", unitPrice = "11" } } })).Ok();
        Clock.Forward(TimeSpan.FromDays(1));
        (await Ours.Post($"/api/billing-runs/{id}/approve", new { except = new[] { drafted.Text("entries.1.invoiceId") } })).Ok(202);
        await Until("the first is issued", async () => (await Ours.Get($"/api/billing-runs/{id}")).Ok().Text("counts.issued") == "1");
        var issued = (await Ours.Get($"/api/billing-runs/{id}")).Ok();
        Clock.Forward(TimeSpan.FromDays(1));
        (await Ours.Post($"/api/invoices/{ant}/void", new { reason = "By mistake" })).Ok();

        var now = await Then($"/api/billing-runs/{id}/history");
        Assert.Equal("run_invoice_issued billing_run_approved client_parked_by_run client_drafted_by_run billing_run_started", now.Events);
        Assert.Equal("approved 1 |issued  1|state issuing toApprove", now.Changes);
        Assert.Equal((await Ours.Get($"/api/billing-runs/{id}")).Ok().ToJsonString(), now.Page.ToJsonString());
        Assert.Equal("voided", now.Page.Text("entries.0.standing"));
        Assert.Equal("due 1 |parked  1|state drafting toApprove", (await Then($"/api/billing-runs/{id}/history?at={drafted.Text("version")}")).Changes);
        Assert.Equal("10.00 11.00", $"{drafted.Text("entries.0.total.amount")} {(await Then($"/api/billing-runs/{id}/history?at=2025-11-20T23:00:00Z")).Page.Text("entries.0.total.amount")}"); // an invoice moves while its run stands still
        foreach (var (page, at) in new[] { (drafted, drafted.Text("version")), (drafted, "2025-11-19T23:00:00Z"), (issued, issued.Text("version")), (issued, "2025-11-21T23:00:00Z"), (now.Page, "2025-11-30T00:00:00Z") })
            Assert.Equal(page.ToJsonString(), (await Then($"/api/billing-runs/{id}/history?at={at}")).Page.ToJsonString());
        (await Ours.Get($"/api/billing-runs/{id}/history?at=0")).Refused("not-found", 404);
        (await Ours.Get($"/api/billing-runs/{ant}/history")).Refused("not-found", 404);
        await AreOurs($"/api/billing-runs/{id}/history");

        async Task<JsonNode> Reached(string state)
        {
            JsonNode? run = null;
            await Until($"the run is {state}", async () => (run = (await Ours.Get($"/api/billing-runs/{id}")).Ok()).Text("state") == state);
            return run!;
        }
    }

    private async Task<(string Events, string Changes, JsonNode Page)> Then(string path)
    {
        var history = (await Ours.Get(path)).Ok();
        var items = history["items"]!.AsArray();
        return (string.Join(' ', items.Select(item => item.Text("event").Split('.')[1])),
            string.Join('|', items[0]!["changes"]!.AsArray().Select(change => $"{change.Text("field")} {Shown(change!["from"])} {Shown(change["to"])}").Order(StringComparer.Ordinal)), history["then"]!);
    }

    /// <summary>Nobody else sees them, and a moment is one.</summary>
    private async Task AreOurs(string path)
    {
        (await Theirs.Get(path)).Refused("not-found", 404);
        (await Ours.Get($"{path}?at=yesterday")).Refused("bad-request", 400);
        (await Ours.Get($"{path}?at=2001-01-01T00:00:00Z")).Refused("not-found", 404);
    }

    private static string Shown(JsonNode? value) => value is JsonObject money && money.ContainsKey("amount") ? money.Text("amount") : $"{value}";
}
