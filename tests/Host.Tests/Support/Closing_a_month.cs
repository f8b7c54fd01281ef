using System.Net;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Support;

public class Closing_a_month : Bureau
{
    [Fact]
    public async Task bills_hours_per_urgency_with_what_is_free_as_one_draft()
    {
        var client = (await Ours.Client()).Text("id");
        var ids = await Ours.June(client);
        await Theirs.June((await Theirs.Client()).Text("id"));
        var month = await Ours.Month(client);
        Assert.Equal("2925.00 2000.00 925.00 10 925.00", $"{month.Text("requests.gross.amount")} {month.Text("requests.savings.amount")} {month.Text("requests.net.amount")} {month.Text("requests.freeHours")} {month.Text("open.amount")}");
        Assert.Equal(["0.00", "0.00", "0.00", "750.00", "175.00"], month["requests"]!["items"]!.AsArray().Select(one => one.Text("net.amount")));

        var dry = (await Ours.Close(client, dryRun: true)).Ok();
        Assert.Equal("925.00 ", $"{dry.Text("total.amount")} {dry.Text("close")}");
        Assert.Equal("", await Table("select id from invoicing_invoices"));
        var closed = (await Ours.Close(client)).Ok();
        Assert.Equal("925.00", closed.Text("total.amount"));
        await Until("there is a draft", async () => await Table("select tenant_id, standing, total::numeric(20, 2) from invoicing_invoices") == "(ours,draft,925.00)");
        Assert.Equal(["hours high 7 250", "hours medium 5 175", "hours low 2 150", "freeHours high 4 -250", "freeHours medium 4 -175", "freeHours low 2 -150"], closed["lines"]!.AsArray().Select(line => $"{line.Text("kind")} {line.Text("urgency")} {line.Text("quantity")} {line.Text("unitPrice")}"));

        (await Ours.Close(client)).Ok();
        Assert.Empty((await Ours.Close(client, dryRun: true)).Ok()["lines"]!.AsArray());
        Assert.Equal("(6)", await Table("select count(*) from invoicing_charges where tenant_id = 'ours'"));
        Assert.Equal("request_reported request_billed", await Events(ids[0]));
        var after = await Ours.Month(client);
        Assert.Equal("925.00 0.00 925.00 made", $"{after.Text("total.amount")} {after.Text("open.amount")} {after.Text("closes.0.amount.amount")} {after.Text("closes.0.state")}");
        Assert.Equal("2000.00", after.Text("requests.savings.amount"));
    }

    [Fact]
    public async Task locks_what_it_billed_and_names_the_invoice()
    {
        var client = (await Ours.Client()).Text("id");
        var ids = await Ours.June(client);
        (await Ours.Close(client)).Ok();
        await Until("there is a draft", async () => (await Ours.Month(client)).Text("closes.0.state") == "made");
        (await Ours.Patch($"/api/support/requests/{ids[0]}", new { hours = "1" })).Refused("request-locked", 409);
        var invoice = (await Ours.Month(client)).Text("closes.0.invoiceId");
        (await Ours.Post($"/api/invoices/{invoice}/issue", new { })).Ok();
        var locked = (await Ours.Patch($"/api/support/requests/{ids[0]}", new { hours = "1" })).Refused("request-locked", 409);
        Assert.Equal(invoice, locked.Text("invoiceId"));
        Assert.Contains(locked.Text("invoiceNumber"), locked.Text("detail"), StringComparison.Ordinal);
        (await Ours.Post($"/api/support/requests/{ids[0]}/archive")).Refused("request-locked", 409);
        var many = (await Ours.Post("/api/support/requests/bulk", new { ids, change = new { hours = "9" } })).Ok();
        Assert.Equal($"5 {locked.Text("invoiceNumber")}", $"{many.Text("refused")} {many.Text("items.4.problem.invoiceNumber")}");
        Assert.True((await Ours.Patch($"/api/support/requests/{ids[0]}", new { flagged = true })).Ok()["flag"] is not null);
        Assert.Equal(locked.Text("invoiceNumber"), (await Ours.Get("/api/support/requests?billed=true")).Ok().Text("items.0.billed.invoiceNumber"));
        var trace = (await Ours.Get($"/api/invoices/{invoice}/trace")).Text;
        Assert.Contains($"/api/support/months/2025-06?clientId={client}", trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task takes_along_what_came_late_with_the_free_hours_that_were_left()
    {
        var client = (await Ours.Client()).Text("id");
        await Ours.Request(client, "05", "low", "8");
        (await Ours.Close(client)).Ok();
        await Ours.Request(client, "02", "high", "3"); // of June, known only now: two hours are left
        await Ours.Request(client, "2025-07-02", "low", "12");
        Assert.Equal("250.00", (await Ours.Month(client)).Text("open.amount"));
        var july = (await Ours.Close(client, "2025-07")).Ok();
        Assert.Equal("550.00 2025-06", $"{july.Text("total.amount")} {july.Text("late.0")}");
        await Until("there is a draft", async () => await Table("select total::numeric(20, 2) from invoicing_invoices where tenant_id = 'ours'") == "(550.00)");
        Assert.Empty((await Ours.Close(client)).Ok()["lines"]!.AsArray());
        var june = await Ours.Month(client);
        Assert.Equal("250.00 1200.00", $"{june.Text("requests.net.amount")} {june.Text("requests.tiers.1.gross.amount")}");
    }

    [Fact]
    public async Task bills_hosting_by_the_day_and_makes_up_for_what_was_not_known()
    {
        var client = (await Ours.Client()).Text("id");
        var site = (await Ours.Post("/api/support/sites", new { clientId = client, name = "Acme", start = "2025-06-15" })).Ok(201).Text("id");
        await Theirs.Post("/api/support/sites", new { clientId = (await Theirs.Client()).Text("id"), name = "Theirs", start = "2025-06-15", fee = Usd("500") });
        Assert.Equal("52.80 proratedStart 16 19", (await Ours.Month(client))["hosting"] is var hosting ? $"{hosting.Text("net.amount")} {hosting.Text("sites.0.state")} {hosting.Text("sites.0.days")} {hosting.Text("toNextFree")}" : "");
        (await Ours.Close(client)).Ok();
        (await Ours.Patch($"/api/support/sites/{site}", new { fee = Usd("120"), feeFrom = "2025-07-01" })).Ok();
        Assert.Empty((await Ours.Close(client, dryRun: true)).Ok()["lines"]!.AsArray());
        (await Ours.Patch($"/api/support/sites/{site}", new { start = "2025-06-02" })).Ok();
        var july = (await Ours.Close(client, "2025-07")).Ok();
        Assert.Equal(["hosting 120.00 2025-07", "hostingCorrection 42.90 2025-06"], july["lines"]!.AsArray().Select(line => $"{line.Text("kind")} {line.Text("amount.amount")} {line.Text("month")}"));
        Assert.Equal("52.80 42.90 95.70", (await Ours.Month(client)) is var june ? $"{june.Text("closes.0.amount.amount")} {june.Text("hosting.corrected.amount")} {june.Text("total.amount")}" : "");
        Assert.Equal(["2025-07 120.00", "2025-06 95.70"], (await Ours.Get("/api/support/hosting/months?from=2025-05&to=2025-07")).Ok()["items"]!.AsArray().Select(block => $"{block.Text("month")} {block.Text("hosting.gross.amount")}"));
        (await Ours.Post($"/api/support/sites/{site}/archive")).Refused("site-still-hosted");
        (await Ours.Patch($"/api/support/sites/{site}", new { end = "2025-06-01" })).Refused("hosting-ends-before");
        (await Ours.Patch($"/api/support/sites/{site}", new { end = "2025-08-10" })).Ok();
        (await Ours.Post($"/api/support/sites/{site}/archive")).Ok();
        Assert.Equal("38.71", (await Ours.Month(client, "2025-08")).Text("hosting.net.amount"));
    }

    [Fact]
    public async Task goes_by_rates_and_allowances_of_their_day()
    {
        var client = (await Ours.Client()).Text("id");
        (await Ours.Post("/api/support/rate-cards", new { from = "2025-06-03", promotion = "10", low = "20", medium = "30", high = "40", clientId = client })).Ok();
        (await Ours.Post("/api/support/allowances", new { from = "2025-06-15", hours = "1", clientId = client })).Ok();
        await Ours.Request(client, "02", "low", "2");
        await Ours.Request(client, "03", "low", "2");
        Assert.Equal("340.00 150.00 190.00", (await Ours.Month(client))["requests"] is var month ? $"{month.Text("gross.amount")} {month.Text("savings.amount")} {month.Text("net.amount")}" : "");
        (await Ours.Put("/api/support/free-hours-order", new { order = "cheapest" })).Ok();
        Assert.Equal("20.00", (await Ours.Month(client)).Text("requests.savings.amount"));
        (await Ours.Post("/api/support/rate-cards", new { from = "2025-06-01", promotion = "10", low = "20", medium = "30", high = "40", clientId = client, currency = "EUR" })).Ok();
        (await Ours.Get($"/api/support/months/2025-06?clientId={client}")).Refused("rates-in-another-currency");
        (await Ours.Delete($"/api/support/rate-cards/2025-06-01?clientId={client}")).Ok();
        Assert.Equal("20.00", (await Ours.Month(client)).Text("requests.savings.amount"));
        Assert.Empty((await Theirs.Get("/api/support/rate-cards")).Ok()["items"]!.AsArray());
        Assert.Empty((await Theirs.Get("/api/support/allowances")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task is_refused_before_it_is_over_and_is_each_organisations_own()
    {
        var client = (await Ours.Client()).Text("id");
        (await Ours.Close(client, "2025-11")).Refused("month-not-over");
        Assert.Equal(HttpStatusCode.BadRequest, (await Ours.Close(client, "2025-13")).Status);
        (await Theirs.Close(client)).Refused("unknown-client");
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Get($"/api/support/months/2025-06?clientId={client}")).Status);
        await Ours.June(client);
        Assert.Equal("925.00", (await Ours.Get("/api/support/months/2025-06/clients")).Ok().Text("items.0.open.amount"));
        Assert.Empty((await Theirs.Get("/api/support/months/2025-06/clients")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task bills_what_a_double_asked_for_to_the_client_that_stays_once()
    {
        var (gone, stays) = ((await Ours.Client()).Text("id"), (await Ours.Client("Meadow Health Ltd")).Text("id"));
        (await Ours.Post("/api/support/sites", new { clientId = gone, name = "Acme", start = "2025-01-01" })).Ok(201);
        await Ours.Request(gone, "02", "low", "12");
        await Theirs.June((await Theirs.Client()).Text("id"));
        (await Ours.Close(gone)).Ok();
        await Ours.Request(gone, "03", "low", "1");
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        await Until("its requests went along", async () => await Table($"select count(*) from support_requests where client_id = '{stays}'") == "(2)");
        Assert.Equal("150.00 2025-06", (await Ours.Close(stays)).Ok() is var june ? $"{june.Text("total.amount")} {june.Text("month")}" : "");
        Assert.Equal("99.00", (await Ours.Close(stays, "2025-07", dryRun: true)).Ok().Text("total.amount"));
    }

    [Fact]
    public async Task is_seen_among_the_months_of_all_clients()
    {
        var (acme, other) = ((await Ours.Client("Acme")).Text("id"), (await Ours.Client("Other")).Text("id"));
        await Ours.June(acme);
        (await Ours.Close(acme)).Ok();
        await Ours.Request(other, "2025-07-02", "low", "12");
        (await Ours.Post("/api/support/sites", new { clientId = other, name = "Other", start = "2025-07-01" })).Ok(201);
        await Theirs.June((await Theirs.Client()).Text("id"));
        var months = (await Ours.Get("/api/support/months?from=2025-05&to=2025-07")).Ok();
        Assert.Equal(["2025-07 399.00 1500.00", "2025-06 925.00 2000.00"], months["items"]!.AsArray().Select(month => $"{month.Text("month")} {month.Text("total.amount")} {month.Text("discounts.amount")}"));
        Assert.Equal("USD 1324.00 6 204.17 99.00 ", months["sums"]![0] is var sum ? $"{sum.Text("currency")} {sum.Text("total.amount")} {sum.Text("requests")} {sum.Text("averageRequest.amount")} {sum.Text("hostingPerMonth.amount")} {sum.Text("averageProject")}" : "");
        Assert.Single((await Ours.Get($"/api/support/months?from=2025-05&to=2025-07&clientId={acme}")).Ok()["items"]!.AsArray());
        Assert.Equal(3, (await Ours.Get("/api/support/months/export?from=2025-05&to=2025-07")).Text.Trim().Split('\n').Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ours.Get("/api/support/months?from=2025-07&to=2025-05")).Status);
        var site = (await Table("select id from support_sites where tenant_id = 'ours'")).Trim('(', ')');
        (await Ours.Patch($"/api/support/sites/{site}", new { end = "2025-07-31" })).Ok();
        Assert.Equal("99.00 0.00 ", (await Ours.Get("/api/support/months?from=2025-05&to=2025-08")).Ok()["sums"]![0] is var ended ? $"{ended.Text("hosting.amount")} {ended.Text("hostingPerMonth.amount")} {ended.Text("averageSite")}" : "");
    }

    [Fact]
    public async Task that_cannot_be_worked_out_for_one_client_is_for_the_others()
    {
        var (acme, other) = ((await Ours.Client("Acme")).Text("id"), (await Ours.Client("Other")).Text("id"));
        await Ours.June(acme);
        (await Ours.Post("/api/support/sites", new { clientId = other, name = "Other", start = "2025-06-01" })).Ok(201);
        await Ours.Request(other, "02", "low", "12");
        (await Ours.Post("/api/support/rate-cards", new { from = "2025-06-01", promotion = "10", low = "20", medium = "30", high = "40", clientId = other, currency = "EUR" })).Ok();
        foreach (var path in (string[])["months?from=2025-05&to=2025-07", "hosting/months?from=2025-05&to=2025-07", "requests/statistics"])
            Assert.Equal("Other rates-in-another-currency", (await Ours.Get($"/api/support/{path}")).Ok()["leftOut"]!.AsArray().Single() is var left ? $"{left.Text("clientName")} {left.Text("code")}" : "");
        Assert.Equal("925.00", (await Ours.Get("/api/support/months?from=2025-05&to=2025-07")).Ok().Text("sums.0.total.amount"));
        Assert.Equal("6 5", (await Ours.Get("/api/support/requests/statistics")).Ok() is var counted ? $"{counted.Text("requests")} {counted.Text("billable")}" : "");
        (await Ours.Get("/api/support/months/export?from=2025-05&to=2025-07")).Refused("rates-in-another-currency");
        Assert.Empty((await Theirs.Get("/api/support/months?from=2025-05&to=2025-07")).Ok()["leftOut"]!.AsArray());
    }

    [Fact]
    public async Task waits_where_its_invoice_cannot_be_made_and_is_tried_again()
    {
        var client = (await Ours.Client()).Text("id");
        await Ours.June(client);
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Close(client)).Ok();
        await Until("it is parked", async () => (await Ours.Month(client)).Text("closes.0.state") == "parked");
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Post("/api/support/months/2025-06/retry", new { clientId = client })).Status);
        (await Ours.Post($"/api/clients/{client}/restore", new { })).Ok();
        (await Ours.Post("/api/support/months/2025-06/retry", new { clientId = client })).Ok(202);
        await Until("it is made", async () => (await Ours.Month(client)).Text("closes.0.state") == "made");
    }
}
