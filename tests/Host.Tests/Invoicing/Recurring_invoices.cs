using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Recurring_invoices : Bureau
{
    private static readonly object OnThe31st = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 31 };
    private static readonly object Hosting = new { description = "Hosting", unitPrice = "100", taxes = new[] { new { name = "VAT", rate = "10" } } };

    [Fact]
    public async Task show_what_they_will_bill_before_and_after_they_are_saved()
    {
        var client = (await Ours.Client("Meadow Health")).Text("id");
        object command = new { clientId = client, schedule = OnThe31st, from = "2025-11-30", times = 3, lines = new[] { Hosting } };
        var preview = (await Ours.Post("/api/recurring-invoices/preview", command)).Ok();
        Assert.Equal("2025-11-30 2025-10-31 2025-11-29 110.00, 2025-12-31 2025-11-30 2025-12-30 110.00, 2026-01-31 2025-12-31 2026-01-30 110.00", Next(preview));
        Assert.Equal("", await Table("select id from invoicing_recurring_invoices"));
        Assert.Equal("begins-in-the-past", (await Ours.Post("/api/recurring-invoices/preview", new { clientId = client, schedule = OnThe31st, from = "2025-11-18", lines = new[] { Hosting } })).Ok().Text("refusal.code"));

        var begun = (await Ours.Post("/api/recurring-invoices", command)).Ok(201);
        var id = begun.Text("id");
        Assert.Equal(Next(preview), Next(begun));
        Assert.Equal("active 2025-11-30 110.00 draft", (await Ours.Get("/api/recurring-invoices")).Ok() is var list ? $"{list.Text("items.0.state")} {list.Text("items.0.nextOn")} {list.Text("items.0.total.amount")} {list.Text("items.0.then")}" : "");
        (await Ours.Put($"/api/recurring-invoices/{id}", new { clientId = client, schedule = OnThe31st, from = "2025-11-30", then = "issue", lines = new[] { Hosting } }, ("If-Match", "\"1\""))).Refused("conflict", 409);
        Assert.Equal("issue", (await Ours.Put($"/api/recurring-invoices/{id}", new { clientId = client, schedule = OnThe31st, from = "2025-11-30", then = "issue", lines = new[] { Hosting } })).Ok().Text("then"));

        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/history"), (HttpMethod.Post, "/pause"), (HttpMethod.Post, "/resume"), (HttpMethod.Post, "/end"), (HttpMethod.Post, "/retry") })
            (await Theirs.Send(method, $"/api/recurring-invoices/{id}{path}")).Refused("not-found", 404);
        (await Theirs.Post($"/api/recurring-invoices/{id}/price-change", new { from = "2026-01-01", lines = new[] { Hosting } })).Refused("not-found", 404);
        (await Ours.As(Role.Viewer).Post($"/api/recurring-invoices/{id}/end")).Refused("not-permitted", 403);
        Assert.Empty((await Theirs.Get("/api/recurring-invoices")).Ok()["items"]!.AsArray());
        Assert.Equal("invoicing.recurring_outcome_chosen", (await Ours.Get($"/api/recurring-invoices/{id}/history")).Ok().Text("items.0.event"));
    }

    [Fact]
    public async Task bill_on_their_day_there_and_make_up_for_each_day_that_was_missed()
    {
        var id = await Begin(Ours, new { from = "2025-11-30", then = "issue" });
        await Begin(Theirs, new { from = "2025-11-30", then = "draft" });
        await ForwardTo("2025-11-30T02:30:00Z");
        var planned = await Planned();
        Clock.Forward(TimeSpan.FromHours(1));
        await Until("the days were looked at", async () => await Planned() != planned);
        Assert.Equal("", await Table("select id from invoicing_invoices")); // it is still the 29th in New York
        await ForwardTo("2025-11-30T05:30:00Z");
        await Until("it has billed", async () => await Table("select number, issue_date, period_from, period_through, total from invoicing_invoices where tenant_id = 'ours'") == "(INV-2025-0001,2025-11-30,2025-10-31,2025-11-29,110)");

        await ForwardTo("2026-03-10T12:00:00Z");
        await Until("it has made up for what was missed", async () => (await Ours.Get($"/api/recurring-invoices/{id}")).Ok().Text("next.0.on") == "2026-03-31");
        Assert.Equal("(INV-2025-0001,2025-11-30)\n(INV-2025-0002,2025-12-31)\n(INV-2026-0001,2026-01-31)\n(INV-2026-0002,2026-02-28)", await Table("select number, issue_date from invoicing_invoices where tenant_id = 'ours'"));
        await Until("theirs are drafted, too", async () => await Table("select count(*) from invoicing_invoices where tenant_id = 'theirs' and standing = 'draft'") == "(4)");
        var page = (await Ours.Get($"/api/recurring-invoices/{id}")).Ok();
        Assert.Equal("invoiced INV-2026-0002 overdue 110.00", $"{page.Text("past.0.step")} {page.Text("past.0.number")} {page.Text("past.3.state")} {page.Text("past.0.total.amount")}");
        Assert.Equal(id, (await Ours.Get($"/api/invoices/{page.Text("past.0.invoiceId")}")).Ok().Text("recurring"));
        (await Ours.Post($"/api/invoices/{page.Text("past.0.invoiceId")}/credit-notes", new { reason = "Damaged" })).Ok(201);
        var credited = (await Ours.Get($"/api/recurring-invoices/{id}")).Ok();
        Assert.Equal("paid 0.00 110.00 overdue 0.00 0.00", $"{credited.Text("past.0.state")} {credited.Text("past.0.paid.amount")} {credited.Text("past.0.credited.amount")} {credited.Text("past.3.state")} {credited.Text("past.3.paid.amount")} {credited.Text("past.3.credited.amount")}");
        Assert.Equal("recurring_invoice_begun recurring_schedule_agreed recurring_prices_agreed recurring_outcome_chosen occurrence_invoiced occurrence_invoiced occurrence_invoiced occurrence_invoiced", await Events(id));
    }

    [Fact]
    public async Task that_begin_today_bill_at_once()
    {
        var id = await Begin(Ours, new { from = "2025-11-19", schedule = new { frequency = "monthly", periodRule = "current", dayOfMonth = 19 }, then = "issue" });
        await Until("it has billed", async () => (await Ours.Get($"/api/recurring-invoices/{id}")).Ok()["past"]!.AsArray().Any(one => one.Text("number") == "INV-2025-0001"));
        Assert.Equal("(2025-11-19,2025-11-01,2025-11-30)", await Table("select issue_date, period_from, period_through from invoicing_invoices"));
    }

    [Fact]
    public async Task leave_out_what_comes_while_they_are_paused()
    {
        var id = await Begin(Ours, new { from = "2025-11-30" });
        Assert.Equal("paused", (await Ours.Post($"/api/recurring-invoices/{id}/pause")).Ok().Text("state"));
        await ForwardTo("2026-01-05T12:00:00Z");
        await Until("two days are left out", async () => (await Ours.Get("/api/recurring-invoices?status=paused")).Ok().Text("items.0.leftOut") == "2");
        Assert.Equal("active 2026-01-31", (await Ours.Post($"/api/recurring-invoices/{id}/resume")).Ok() is var resumed ? $"{resumed.Text("state")} {resumed.Text("next.0.on")}" : "");
        await ForwardTo("2026-02-05T12:00:00Z");
        await Until("it bills again", async () => (await Ours.Get($"/api/recurring-invoices/{id}")).Ok() is var page && Past(page) == "2026-01-31 invoiced , 2025-12-31 leftOut , 2025-11-30 leftOut ");
        Assert.Equal("ended", (await Ours.Post($"/api/recurring-invoices/{id}/end")).Ok().Text("state"));
        (await Ours.Post($"/api/recurring-invoices/{id}/pause")).Refused("recurring-ended");
        await ForwardTo("2026-05-05T12:00:00Z");
        var planned = await Planned();
        Clock.Forward(TimeSpan.FromHours(1));
        await Until("the days were looked at", async () => await Planned() != planned);
        Assert.Equal("(1)", await Table("select count(*) from invoicing_invoices"));
    }

    [Fact]
    public async Task park_what_cannot_be_made_and_make_it_when_it_is_tried_again()
    {
        var client = (await Ours.Client("Meadow Health")).Text("id");
        var id = await Begin(Ours, new { clientId = client, from = "2025-11-30", then = "send" });
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        await ForwardTo("2025-12-02T12:00:00Z");
        await Until("it is parked", async () => (await Ours.Get("/api/recurring-invoices?status=parked")).Ok()["items"]!.AsArray().Any(one => one.Text("parked") == "1"));
        Assert.Equal("2025-11-30 parked client-archived", Past((await Ours.Get($"/api/recurring-invoices/{id}")).Ok()));
        (await Ours.Post($"/api/clients/{client}/restore")).Ok();
        (await Ours.Post($"/api/recurring-invoices/{id}/retry")).Ok();
        await Until("it is issued, and parked as nobody reads it", async () => Past((await Ours.Get($"/api/recurring-invoices/{id}")).Ok()) == "2025-11-30 parked no-reader");
        Assert.Equal("(INV-2025-0001,2025-11-30)", await Table("select number, issue_date from invoicing_invoices"));
        (await Ours.Put($"/api/clients/{client}", new { emails = new[] { "bills@meadow.example.test" } })).Ok();
        (await Ours.Post($"/api/recurring-invoices/{id}/retry")).Ok();
        await Until("it is mailed", async () => Past((await Ours.Get($"/api/recurring-invoices/{id}")).Ok()) == "2025-11-30 invoiced ");
        Assert.Equal("(1)", await Table("select count(*) from invoicing_sendings"));
        Assert.Equal("(1)", await Table("select count(*) from invoicing_invoices"));
        Assert.Equal("0 1 0", (await Ours.Get("/api/recurring-invoices")).Ok() is var list ? $"{list.Text("items.0.parked")} {list.Text("items.0.invoiced")} {list.Text("counts.parked")}" : "");
    }

    [Fact]
    public async Task bill_another_price_from_its_day_on()
    {
        var id = await Begin(Ours, new { from = "2025-11-30" });
        var priced = (await Ours.Post($"/api/recurring-invoices/{id}/price-change", new { from = "2025-12-31", lines = new object[] { Hosting, Hosting } })).Ok();
        Assert.Equal("110.00 220.00 220.00", $"{priced.Text("next.0.total.amount")} {priced.Text("next.1.total.amount")} {priced.Text("prices.1.total.amount")}");
        (await Ours.Post($"/api/recurring-invoices/{id}/price-change", new { from = "2025-11-18", lines = new[] { Hosting } })).Refused("price-change-past");
        await ForwardTo("2026-01-02T12:00:00Z");
        await Until("both are billed", async () => await Table("select issue_date, total from invoicing_invoices") == "(2025-11-30,110)\n(2025-12-31,220)");
        (await Ours.Post($"/api/recurring-invoices/{id}/price-change", new { from = "2026-06-01", lines = new[] { Hosting } })).Ok();
        Assert.Equal("2", (await Ours.Post($"/api/recurring-invoices/{id}/price-change/withdraw", new { from = "2026-06-01" })).Ok()["prices"]!.AsArray().Count.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Lets time pass until a moment, and then the rest of the hour, at whose end the days are looked at.</summary>
    private async Task ForwardTo(string moment)
    {
        Clock.Forward(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - Clock.GetUtcNow());
        await Until("the next hour is planned", async () => await Table($"select count(*) > 0 from messages where type = 'invoicing.recurring_invoice_days' and tenant_id = 'ours' and handled_at is null and due > '{Clock.GetUtcNow():O}'") == "(t)");
        Clock.Forward(TimeSpan.FromHours(1));
    }

    /// <summary>When the days are looked at next.</summary>
    private Task<string> Planned() => Table("select max(due) from messages where type = 'invoicing.recurring_invoice_days' and tenant_id = 'ours' and handled_at is null");

    private static string Next(JsonNode page) => string.Join(", ", page["next"]!.AsArray().Select(one => $"{one.Text("on")} {one.Text("period.from")} {one.Text("period.through")} {one.Text("total.amount")}"));

    private static string Past(JsonNode page) => string.Join(", ", page["past"]!.AsArray().Select(one => $"{one.Text("on")} {one.Text("step")} {one!["because"]?["code"]}"));

    internal static async Task<string> Begin(Desk desk, object terms)
    {
        var body = JsonSerializer.SerializeToNode(terms)!.AsObject();
        if (!body.ContainsKey("clientId")) body["clientId"] = (await desk.Client()).Text("id");
        if (!body.ContainsKey("schedule")) body["schedule"] = JsonSerializer.SerializeToNode(OnThe31st);
        if (!body.ContainsKey("lines")) body["lines"] = JsonSerializer.SerializeToNode(new[] { Hosting });
        return (await desk.Post("/api/recurring-invoices", body.ToJsonString())).Ok(201).Text("id");
    }
}
