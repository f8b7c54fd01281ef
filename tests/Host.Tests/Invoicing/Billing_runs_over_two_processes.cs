using System.Globalization;
using Billing.Host.Tests.Facilities;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Runs that two processes on one database start, go on with and take over from each other.</summary>
public sealed class Billing_runs_over_two_processes : Branches
{
    private static readonly object November = new { from = "2025-11-01", through = "2025-11-30" };

    [Fact]
    public async Task that_start_at_once_make_one_invoice_for_each_client_and_period()
    {
        var (one, two) = (await Start(), await Start());
        await Charge(one, 60);
        await Charge(one with { Organisation = "theirs" }, 1);
        var begun = await Task.WhenAll(one.Post("/api/billing-runs", new { period = November }), two.Post("/api/billing-runs", new { period = November }), (two with { Organisation = "theirs" }).Post("/api/billing-runs", new { period = November }));
        var runs = begun.Take(2).Where(reply => (int)reply.Status == 202).Select(reply => reply.Json.Text("id")).ToList();
        Assert.NotEmpty(runs);
        foreach (var run in runs) await Until("nothing is left to draft", async () => (await two.Get($"/api/billing-runs/{run}")).Ok().Text("counts.due") == "0");
        Assert.Equal("60 60", await Ask("select count(*) || ' ' || count(distinct client_id) from invoicing_invoices where tenant_id = 'ours'"));
        Assert.Equal("60", await Ask("select count(*)::text from invoicing_charges where tenant_id = 'ours' and state = 'invoiced'"));
        Assert.Equal("60", await Ask("select sum(drafted)::text from invoicing_billing_runs where tenant_id = 'ours'"));
        Assert.Equal("0", await Ask("select sum(undrafted)::text from invoicing_billing_runs"));
        await Until("theirs is drafted", async () => await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'theirs'") == "1");
    }

    [Fact]
    public async Task go_on_in_the_other_when_one_stops_while_fifty_issue_by_hand_and_numbers_have_no_hole()
    {
        var (one, two) = (await Start(), await Start());
        await Charge(one, 150);
        var id = (await one.Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        await Until("some are drafted", async () => int.Parse((await two.Get($"/api/billing-runs/{id}")).Ok().Text("counts.drafted"), CultureInfo.InvariantCulture) > 0);
        await Stop(0);
        await Until("all are drafted", async () => (await two.Get($"/api/billing-runs/{id}")).Ok().Text("state") == "toApprove");

        var three = await Start();
        var client = (await two.Client("By hand")).Text("id");
        var byHand = new List<string>();
        for (var n = 0; n < 50; n++) byHand.Add((await two.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "1" } } })).Ok(201).Text("id"));
        (await three.Post($"/api/billing-runs/{id}/approve", new { })).Ok(202);
        var issuing = Task.WhenAll(byHand.Select(draft => two.Post($"/api/invoices/{draft}/issue", new { })));
        await Stop(2);
        Assert.All(await issuing, reply => reply.Ok());
        await Until("all are issued", async () => (await two.Get($"/api/billing-runs/{id}")).Ok().Text("state") == "done");
        Assert.Equal("200 200 INV-2025-0001 INV-2025-0200", await Ask("select count(*) || ' ' || count(distinct number) || ' ' || min(number) || ' ' || max(number) from invoicing_invoices where standing = 'issued'"));
        Assert.Equal("150", await Ask("select issued::text from invoicing_billing_runs"));
    }

    [Fact]
    public async Task park_what_the_plan_does_not_allow_and_issue_it_next_month()
    {
        var november = await Start(limit: 5);
        await Charge(november, 8);
        var preview = (await november.Post("/api/billing-runs", new { period = November, dryRun = true })).Ok();
        Assert.Equal(3, preview["drafts"]!.AsArray().Count(draft => draft!["warnings"]!.AsArray().Any(warning => warning.Text("code") == "plan-limit-reached")));
        var id = (await november.Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        await Until("all are drafted", async () => (await november.Get($"/api/billing-runs/{id}")).Ok().Text("state") == "toApprove");
        (await november.Post($"/api/billing-runs/{id}/approve", new { })).Ok(202);
        await Until("the rest is parked", async () => (await november.Get($"/api/billing-runs/{id}")).Ok().Text("state") == "parked");
        var parked = (await november.Get($"/api/billing-runs/{id}")).Ok();
        Assert.Equal("5 3", $"{parked.Text("counts.issued")} {parked.Text("counts.parked")}");
        Assert.Equal(["plan-limit-reached"], parked["entries"]!.AsArray().Where(entry => entry.Text("step") == "unissued").Select(entry => entry.Text("because.code")).Distinct());
        await Stop(0);

        var december = await Start("2025-12-01", limit: 5);
        (await december.Post($"/api/billing-runs/{id}/retry", new { })).Ok(202);
        await Until("the rest is issued", async () => (await december.Get($"/api/billing-runs/{id}")).Ok().Text("state") == "done");
        Assert.Equal("8 INV-2025-0008 2025-12-01", await Ask("select count(*) || ' ' || max(number) || ' ' || max(issue_date) from invoicing_invoices where standing = 'issued'"));
    }

    private static async Task Charge(Desk desk, int clients)
    {
        for (var n = 1; n <= clients; n++) await desk.Charge((await desk.Client($"Client {n:000}")).Text("id"));
    }
}
