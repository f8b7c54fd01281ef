using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Support;

/// <summary>What a month billed of projects is invoiced, paid, put back and billed anew as the invoice is.</summary>
public class Projects_follow_their_invoice : Bureau
{
    [Fact]
    public async Task that_is_issued_paid_and_given_back()
    {
        var client = (await Ours.Client()).Text("id");
        async Task<string> Project(Desk desk, string name, string category, string price, string? on, bool ready = true) =>
            (await desk.Post("/api/support/projects", new { clientId = desk == Ours ? client : (await Theirs.Client(name)).Text("id"), name, category, price = Usd(price), completedOn = on, ready })).Ok(201).Text("id");
        var (first, second, later, undated) = (await Project(Ours, "Summer", "LANDING_PAGE", "200", "2025-06-10"), await Project(Ours, "Autumn", "landing-page", "300", "2025-06-20"), await Project(Ours, "Later", "website", "900", "2025-06-20", false), await Project(Ours, "Some day", "website", "50", null));
        await Project(Theirs, "Theirs", "website", "1000", "2025-06-10");
        var month = await Ours.Month(client);
        Assert.Equal("500.00 200.00 300.00 Some day", $"{month.Text("projects.gross.amount")} {month.Text("projects.savings.amount")} {month.Text("projects.net.amount")} {month.Text("projects.undated.0.name")}");
        (await Ours.Close(client)).Ok();
        await Until("there is a draft", async () => (await Ours.Month(client)).Text("closes.0.state") == "made");
        (await Ours.Patch($"/api/support/projects/{first}", new { price = Usd("1") })).Refused("project-locked", 409);
        var invoice = (await Ours.Month(client)).Text("closes.0.invoiceId");
        (await Ours.Post($"/api/invoices/{invoice}/issue", new { })).Ok();
        await Until("they are invoiced", async () => await Statuses() == "autumn invoiced, later notReady, some day ready, summer invoiced");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "P-1", amount = Usd("300"), receivedOn = "2025-11-19" })).Ok();
        await Until("they are paid", async () => await Statuses() == "autumn paid, later notReady, some day ready, summer paid");
        Assert.Equal("project_planned project_readied project_billed project_invoiced project_paid", await Events(second));
        var payment = (await Ours.Get("/api/payments")).Ok().Text("items.0.id");
        (await Ours.Post($"/api/payments/{payment}/refund", new { amount = Usd("300"), reason = "Returned" })).Ok();
        await Until("they are open again", async () => await Statuses() == "autumn invoiced, later notReady, some day ready, summer invoiced");
        (await Ours.Post($"/api/invoices/{invoice}/payments", new { reference = "P-2", amount = Usd("300"), receivedOn = "2025-11-19" })).Ok();
        await Until("they are paid again", async () => await Statuses() == "autumn paid, later notReady, some day ready, summer paid");
        Assert.Equal("2 1 1", (await Ours.Get("/api/support/projects")).Ok()["counts"] is var counts ? $"{counts!["paid"]} {counts["notReady"]} {counts["ready"]}" : "");
        foreach (var id in new[] { later, undated }) (await Ours.Patch($"/api/support/projects/{id}", new { completedOn = "2025-07-01", ready = true })).Ok();
        Assert.Equal("950.00", (await Ours.Close(client, "2025-07", dryRun: true)).Ok().Text("total.amount"));
    }

    [Fact]
    public async Task that_is_voided_and_replaced()
    {
        var (client, stranger) = ((await Ours.Client()).Text("id"), (await Theirs.Client()).Text("id"));
        foreach (var (desk, whose) in new[] { (Ours, client), (Theirs, stranger) })
        {
            (await desk.Post("/api/support/projects", new { clientId = whose, name = "Summer", category = "website", price = Usd("300"), completedOn = "2025-06-10", ready = true })).Ok(201);
            (await desk.Close(whose)).Ok();
            await Until("there is a draft", async () => (await desk.Month(whose)).Text("closes.0.state") == "made");
            (await desk.Post($"/api/invoices/{(await desk.Month(whose)).Text("closes.0.invoiceId")}/issue", new { })).Ok();
        }
        await Until("it is invoiced", async () => await Statuses() == "summer invoiced");
        var voided = (await Ours.Month(client)).Text("closes.0.invoiceId");
        (await Ours.Post($"/api/invoices/{voided}/void", new { reason = "Wrong address." })).Ok();
        await Until("it can be billed again", async () => await Statuses() == "summer ready");
        Assert.Empty((await Ours.Close(client)).Ok()["lines"]!.AsArray()); // its charge is open: no close bills it once more
        for (var times = 1; times <= 2; times++) // the second replaces what replaced the first
        {
            var anew = (await Ours.Post($"/api/invoices/{voided}/duplicate", new { })).Ok(201).Text("id");
            (await Ours.Post($"/api/invoices/{anew}/issue", new { })).Ok();
            await Until("it stands on the new one", async () => await Table("select status, invoice_id from support_projects where tenant_id = 'ours'") == $"(invoiced,{anew})");
            if (times == 1) (await Ours.Post($"/api/invoices/{anew}/void", new { reason = "Wrong again." })).Ok();
            if (times == 1) await Until("it can be billed again", async () => await Statuses() == "summer ready");
            voided = anew;
        }
        (await Ours.Post($"/api/invoices/{voided}/payments", new { reference = "P-1", amount = Usd("300"), receivedOn = "2025-11-19" })).Ok();
        await Until("it is paid", async () => await Statuses() == "summer paid");
        Assert.Equal("(invoiced)", await Table("select status from support_projects where tenant_id = 'theirs'"));
    }

    private Task<string> Statuses() => Ours.Get("/api/support/projects?sort=name").ContinueWith(asked => string.Join(", ", asked.Result.Ok()["items"]!.AsArray().Select(one => $"{one.Text("name").ToLowerInvariant()} {one.Text("status")}")), TaskScheduler.Default);
}
