using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Billing_runs : Bureau
{
    private static readonly object November = new { from = "2025-11-01", through = "2025-11-30" };

    [Fact]
    public async Task can_be_looked_at_before_anything_is_written()
    {
        var (meadow, none, old) = ((await Ours.Client("Meadow", new { emails = new[] { "bills@meadow.example.test" }, address = new { line1 = "Street 1", city = "Town", country = "US" } })).Text("id"), (await Ours.Client("None")).Text("id"), (await Ours.Client("Old")).Text("id"));
        await Ours.Charge(meadow, "100");
        await Ours.Charge(meadow, "50.50");
        await Ours.Charge(meadow, "7", new { currency = "EUR" });
        await Ours.Charge((await Ours.Client("Later")).Text("id"), "9", new { availableFrom = "2025-12-01" });
        await Ours.Charge(old, "3");
        (await Ours.Delete($"/api/clients/{old}")).Ok();
        await Ours.Charge((await Ours.Client("Zero")).Text("id"), "0");
        await Theirs.Charge((await Theirs.Client()).Text("id"), "1000");

        var preview = (await Ours.Post("/api/billing-runs", new { period = November, dryRun = true })).Ok();
        Assert.Equal("Meadow EUR 1 7.00  , Meadow USD 2 150.50  , Zero USD 1 0.00 address-missing email-missing total-zero", Drafts(preview));
        Assert.Equal("Later USD 1 not-yet-available, Old USD 1 client-archived", LeftOut(preview));
        Assert.Equal("EUR 1 7.00, USD 1 150.50", string.Join(", ", preview["totals"]!.AsArray().Select(total => $"{total.Text("currency")} {total.Text("invoices")} {total.Text("total.amount")}")));
        Assert.All(preview["leftOut"]!.AsArray(), left => Assert.NotEqual("", left.Text("because.detail")));

        var chosen = (await Ours.Post("/api/billing-runs", new { period = November, clients = new[] { meadow, none }, currency = "USD", dryRun = true })).Ok();
        Assert.Equal("Meadow USD 2 150.50  ", Drafts(chosen));
        Assert.Equal("None  0 no-open-charge", LeftOut(chosen));
        (await Ours.Post("/api/billing-runs", new { period = November, clients = new[] { Guid.NewGuid().ToString() }, dryRun = true })).Refused("unknown-client");
        (await Theirs.Post("/api/billing-runs", new { period = November, clients = new[] { meadow }, dryRun = true })).Refused("unknown-client");
        (await Ours.Post("/api/billing-runs", new { period = new { from = "2025-11-30", through = "2025-11-01" }, dryRun = true })).Refused("bad-request", 400);
        Assert.Equal("", await Table("select id from invoicing_invoices"));
        Assert.Equal("", await Table("select id from invoicing_billing_runs"));
    }

    [Fact]
    public async Task draft_what_is_open_and_issue_it_in_order_once_approved()
    {
        var (zoo, ant) = ((await Ours.Client("Zoo")).Text("id"), (await Ours.Client("Ant")).Text("id"));
        foreach (var client in new[] { zoo, ant })
            for (var n = 1; n <= 3; n++) await Ours.Charge(client, "10");
        await Theirs.Charge((await Theirs.Client()).Text("id"), "1000");

        var begun = await Ours.Post("/api/billing-runs", new { period = November });
        var id = begun.Ok(202).Text("id");
        var drafted = await Reached(id, "toApprove");
        Assert.Equal("Ant drafted draft 30.00, Zoo drafted draft 30.00", Entries(drafted));
        Assert.Equal("USD 2 60.00 0 0.00", Totals(drafted));
        Assert.Equal("(invoiced,6)\n(open,1)", await Table("select state, count(*) from invoicing_charges group by state"));
        var draft = (await Ours.Get($"/api/invoices/{drafted.Text("entries.0.invoiceId")}")).Ok();
        Assert.Equal($"Ant 3 2025-11-01 2025-11-30 {id}", $"{draft.Text("client.name")} {draft["lines"]!.AsArray().Count} {draft.Text("period.from")} {draft.Text("period.through")} {draft.Text("billingRun")}");

        (await Ours.Post($"/api/billing-runs/{id}/approve", new { }, ("If-Match", "\"1\""))).Refused("conflict", 409);
        (await Ours.Post($"/api/billing-runs/{id}/approve", new { })).Ok(202);
        var done = await Reached(id, "done");
        Assert.Equal("Ant issued issued 30.00 INV-2025-0001, Zoo issued issued 30.00 INV-2025-0002", Entries(done));
        Assert.Equal("USD 0 0.00 2 60.00", Totals(done));
        Assert.Equal("2025-11-19", done.Text("issueDate"));
        (await Ours.Post($"/api/billing-runs/{id}/approve", new { })).Ok(202);
        (await Ours.Post($"/api/billing-runs/{id}/discard", new { })).Ok(202);
        Assert.Equal(done.ToJsonString(), (await Ours.Get($"/api/billing-runs/{id}")).Ok().ToJsonString());

        Assert.Equal($"{id} done 2 USD", (await Ours.Get("/api/billing-runs")).Ok() is var list ? $"{list.Text("items.0.id")} {list.Text("items.0.state")} {list.Text("items.0.counts.issued")} {list.Text("items.0.totals.0.currency")}" : "");
        Assert.Empty((await Theirs.Get("/api/billing-runs")).Ok()["items"]!.AsArray());
        (await Theirs.Get($"/api/billing-runs/{id}")).Refused("not-found", 404);
        (await Theirs.Post($"/api/billing-runs/{id}/approve", new { })).Refused("not-found", 404);
        Assert.Equal(id, (await Ours.Post("/api/billing-runs", new { period = November })).Refused("already-billed").Text("billingRun"));
        Assert.Equal("", await Table("select type, error from messages where dead_at is not null"));
    }

    [Fact]
    public async Task at_once_make_one_invoice_for_each_client_and_say_so()
    {
        for (var n = 1; n <= 20; n++) await Ours.Charge((await Ours.Client($"Client {n:00}")).Text("id"));
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ours.Post("/api/billing-runs", new { period = November })));
        var runs = begun.Where(reply => (int)reply.Status == 202).Select(reply => reply.Json.Text("id")).ToList();
        Assert.All(begun, reply => Assert.True((int)reply.Status == 202 || reply.Refused("already-billed") is not null));
        foreach (var run in runs) await Until("the run is at rest", async () => (await Ours.Get($"/api/billing-runs/{run}")).Ok().Text("counts.due") == "0");
        Assert.Equal("(20,20)", await Table("select count(*), count(distinct client_id) from invoicing_invoices"));
        var pages = await Task.WhenAll(runs.Select(async run => (await Ours.Get($"/api/billing-runs/{run}")).Ok()));
        var entries = pages.SelectMany(page => page["entries"]!.AsArray()).ToList();
        Assert.Equal(20, entries.Count(entry => entry.Text("step") == "drafted"));
        Assert.All(entries.Where(entry => entry.Text("step") != "drafted"), entry => Assert.Equal("leftOut already-billed True", $"{entry.Text("step")} {entry.Text("because.code")} {runs.Contains(entry.Text("billedIn"))}"));
    }

    [Fact]
    public async Task that_are_discarded_give_their_charges_back_and_can_be_started_anew()
    {
        var client = (await Ours.Client()).Text("id");
        await Ours.Charge(client);
        var first = (await Ours.Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        await Reached(first, "toApprove");
        (await Ours.Post($"/api/billing-runs/{first}/discard", new { })).Ok(202);
        await Reached(first, "discarded");
        Assert.Equal("(open)", await Table("select state from invoicing_charges"));
        Assert.Equal("", await Table("select id from invoicing_invoices"));
        (await Ours.Post($"/api/billing-runs/{first}/approve", new { })).Refused("no-drafts");
        var second = (await Ours.Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        Assert.Equal("Meadow Health drafted draft 100.00", Entries(await Reached(second, "toApprove")));
    }

    [Fact]
    public async Task leave_drafts_alone_that_somebody_took_out_excepted_or_issued()
    {
        foreach (var name in new[] { "A", "B", "C", "D" }) await Ours.Charge((await Ours.Client(name)).Text("id"));
        var id = (await Ours.Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        var drafted = await Reached(id, "toApprove");
        string Draft(int n) => drafted.Text($"entries.{n}.invoiceId");
        (await Ours.Delete($"/api/invoices/{Draft(0)}")).Ok();
        (await Ours.Post($"/api/invoices/{Draft(1)}/issue", new { })).Ok();
        (await Ours.Post($"/api/billing-runs/{id}/approve", new { except = new[] { Guid.NewGuid() } })).Refused("draft-of-another-run");
        (await Ours.Post($"/api/billing-runs/{id}/approve", new { except = new[] { Draft(2) } })).Ok(202);
        await Until("the fourth is issued", async () => (await Ours.Get($"/api/billing-runs/{id}")).Ok().Text("counts.issued") == "1");
        Assert.Equal("A passedOver dropped , B passedOver issued 100.00 INV-2025-0001, C drafted draft 100.00, D issued issued 100.00 INV-2025-0002", Entries((await Ours.Get($"/api/billing-runs/{id}")).Ok()));
        (await Ours.Post($"/api/billing-runs/{id}/approve", new { })).Ok(202);
        Assert.Contains("C issued issued 100.00 INV-2025-0003", Entries(await Reached(id, "done")));
        Assert.Equal("(invoiced,3)\n(open,1)", await Table("select state, count(*) from invoicing_charges group by state"));
    }

    [Fact]
    public async Task park_whose_draft_fails_and_try_it_again()
    {
        var (zero, good) = ((await Ours.Client("Zero")).Text("id"), (await Ours.Client("Good")).Text("id"));
        await Ours.Charge(zero, "0");
        await Ours.Charge(good, "5");
        var id = (await Ours.Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        Assert.Equal("Good drafted draft 5.00, Zero undrafted   total-zero", Entries(await Reached(id, "toApprove")));
        await Ours.Charge(zero, "12");
        (await Ours.Post($"/api/billing-runs/{id}/retry", new { })).Ok(202);
        await Until("the draft is there", async () => (await Ours.Get($"/api/billing-runs/{id}")).Ok().Text("counts.drafted") == "2");
        Assert.Equal("Good drafted draft 5.00, Zero drafted draft 12.00", Entries((await Ours.Get($"/api/billing-runs/{id}")).Ok()));
    }

    [Fact]
    public async Task are_for_those_who_bill()
    {
        await Ours.Charge((await Ours.Client()).Text("id"));
        (await Ours.As(Role.Viewer).Post("/api/billing-runs", new { period = November, dryRun = true })).Refused("not-permitted", 403);
        var id = (await Ours.As(Role.Member).Post("/api/billing-runs", new { period = November })).Ok(202).Text("id");
        foreach (var act in new[] { "approve", "discard", "retry" }) (await Ours.As(Role.Viewer).Post($"/api/billing-runs/{id}/{act}", new { })).Refused("not-permitted", 403);
        (await Ours.As(Role.Viewer).Get($"/api/billing-runs/{id}")).Ok();
        (await Theirs.Post("/api/billing-runs", new { period = November })).Refused("nothing-to-bill");
        (await Ours.Get($"/api/billing-runs/{Guid.NewGuid()}")).Refused("not-found", 404);
    }

    private async Task<JsonNode> Reached(string id, string state)
    {
        JsonNode? run = null;
        await Until($"the run is {state}", async () => (run = (await Ours.Get($"/api/billing-runs/{id}")).Ok()).Text("state") == state);
        return run!;
    }

    private static string Drafts(JsonNode preview) => string.Join(", ", preview["drafts"]!.AsArray().Select(draft =>
        $"{draft.Text("clientName")} {draft.Text("currency")} {draft.Text("lines")} {draft.Text("total.amount")} {string.Join(' ', draft!["warnings"]!.AsArray().Select(warning => warning.Text("code")))} {(draft["refusal"] is { } refusal ? refusal.Text("code") : "")}"));

    private static string LeftOut(JsonNode preview) => string.Join(", ", preview["leftOut"]!.AsArray().Select(left => $"{left.Text("clientName")} {left.Text("currency")} {left.Text("charges")} {left.Text("because.code")}"));

    private static string Entries(JsonNode run) => string.Join(", ", run["entries"]!.AsArray().Select(entry =>
        $"{entry.Text("clientName")} {entry.Text("step")} {entry.Text("standing")} {(entry!["total"] is { } total ? total.Text("amount") : "")}{(entry.Text("number") is { Length: > 0 } number ? " " + number : "")}{(entry["because"] is { } because ? " " + because.Text("code") : "")}"));

    private static string Totals(JsonNode run) => string.Join(", ", run["totals"]!.AsArray().Select(total => $"{total.Text("currency")} {total.Text("drafts")} {total.Text("drafted.amount")} {total.Text("invoices")} {total.Text("issued.amount")}"));
}
