using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

public class Money_given_back_at_an_end : Bureau
{
    private const string Notes = "select tenant_id, total::numeric(20, 2) from invoicing_credit_notes";

    [Fact]
    public async Task comes_off_the_invoice_and_is_refunded_as_far_as_it_was_paid()
    {
        var (id, client, invoice) = await Begin(Ours);
        await Begin(Theirs);
        // Half of 30 days is left: 49.50. Of 99.00 there is 70.00 paid, so 29.00 is asked for no more, and 20.50 goes back.
        (await Ours.Post("/api/payments", new { clientId = client, reference = "paid", amount = Usd("70.00"), allocations = new[] { new { invoiceId = invoice, amount = Usd("70.00") } } })).Ok(201);
        Assert.Equal("-49.50 -49.50 0.00 0", (await Ours.Post($"/api/subscriptions/{id}/preview?immediately=true&unused=refund")).Ok() is var seen ? $"{seen.Text("givenBack.0.amount.amount")} {seen.Text("backTotal.amount")} {seen.Text("due.amount")} {seen["lines"]!.AsArray().Count}" : "");
        var ended = (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        Assert.Equal("canceled -49.50 1", $"{ended.Text("status")} {ended.Text("givenBack.0.amount.amount")} {ended["bills"]!.AsArray().Count}");
        await Until("there is a credit note", async () => await Table(Notes) == "(ours,49.50)");
        var now = (await Ours.Get($"/api/invoices/{invoice}")).Ok();
        Assert.Equal("paid 0.00", $"{now.Text("state")} {now.Text("outstanding.amount")}");
        Assert.Equal("(20.50)", await Table("select refunded::numeric(20, 2) from invoicing_payments where tenant_id = 'ours'"));
        Assert.Equal("", await Table("select id from invoicing_charges where state = 'open'"));
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        Assert.Equal("subscription_started period_billed subscription_canceled", await Events(id));
        Assert.Equal("(ours,49.50)", await Table(Notes));
    }

    [Fact]
    public async Task of_a_change_comes_off_its_invoice_first_and_the_rest_off_the_periods()
    {
        (await Ours.Post("/api/plans/seed")).Ok();
        var client = (await Ours.Client()).Text("id");
        var id = (await Subscriptions_of_a_bureau.Begin(Ours, client, "pro", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        (await Ours.Send(HttpMethod.Patch, $"/api/subscriptions/{id}", new { planCode = "enterprise" })).Ok();
        await Until("both are invoiced", async () => await Table("select total::numeric(20, 2) from invoicing_invoices where standing = 'issued'") == "(29.00)\n(35.00)");
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        await Until("both are credited", async () => await Table(Notes) == "(ours,14.50)\n(ours,35.00)");
        Assert.Equal("(14.50)", await Table("select outstanding::numeric(20, 2) from invoicing_invoices where standing = 'issued' and outstanding > 0"));
    }

    [Fact]
    public async Task bears_the_tax_that_was_asked_for_whatever_the_settings_say_by_now()
    {
        foreach (var desk in new[] { Ours, Theirs }) await Taxed(desk, "19");
        var (id, _, _) = await Begin(Ours);
        await Begin(Theirs);
        await Taxed(Ours, "7");
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        await Until("there is a credit note", async () => await Table(Notes) == "(ours,58.91)");

        static async Task Taxed(Desk desk, string rate) => (await desk.Put("/api/invoicing-settings", new { termsDays = 14, taxCategories = new[] { new { name = "standard", taxes = new[] { new { name = "VAT", rate } } } } })).Ok();
    }

    [Fact]
    public async Task goes_to_the_client_that_stays_when_the_one_who_paid_was_merged()
    {
        var (id, client, invoice) = await Begin(Ours);
        await Begin(Theirs);
        (await Ours.Post("/api/payments", new { clientId = client, reference = "paid", amount = Usd("99.00"), allocations = new[] { new { invoiceId = invoice, amount = Usd("99.00") } } })).Ok(201);
        (await Ours.Post($"/api/clients/{client}/merge", new { into = (await Ours.Client("Meadow Health Ltd")).Text("id") })).Ok();
        (await Ours.Delete($"/api/subscriptions/{id}?immediately=true&unused=refund")).Ok();
        await Until("there is a credit note", async () => await Table(Notes) == "(ours,49.50)");
        Assert.Equal("(49.50)", await Table("select refunded::numeric(20, 2) from invoicing_payments where tenant_id = 'ours'"));
        Assert.Equal("paid 0.00", (await Ours.Get($"/api/invoices/{invoice}")).Ok() is var now ? $"{now.Text("state")} {now.Text("outstanding.amount")}" : ""); // it does not ask again for what went back
    }

    private static async Task<(string Id, string Client, string Invoice)> Begin(Desk desk)
    {
        (await desk.Post("/api/plans/seed")).Ok();
        var client = (await desk.Client()).Text("id");
        var id = (await Subscriptions_of_a_bureau.Begin(desk, client, "enterprise", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        JsonNode? card = null;
        await Until("it is invoiced", async () => (card = (await desk.Get($"/api/subscriptions/{id}")).Ok())["bills"]![0]!["invoice"] is { } invoice && invoice.Text("state") == "made");
        return (id, client, card!.Text("bills.0.invoice.invoiceId"));
    }
}
