using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Web;

namespace Billing.Host.Tests.Reporting;

/// <summary>Reports over HTTP: as they stand, as they stood at any instant, and made anew from the events.</summary>
public class Reports_of_a_bureau : Bureau
{
    [Fact]
    public async Task say_at_each_instant_what_they_said_then()
    {
        var seen = new List<(string At, Dictionary<string, string> Told)>();
        async Task Look()
        {
            seen.Add(($"{Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.ffffffZ}", await All()));
            Clock.Forward(TimeSpan.FromDays(9));
        }

        var (meadow, brook) = ((await Ours.Client()).Text("id"), (await Ours.Client("Brook Dental")).Text("id"));
        await Theirs.Client("Meadow Health");
        await Look();
        object taxed = new { clientId = meadow, lines = new[] { new { description = "Work", unitPrice = "200", taxes = new[] { new { name = "VAT", rate = "19" } } } } };
        var first = (await Ours.Post("/api/invoices", taxed)).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{first}/issue", new { })).Ok();
        await Look();
        var second = await Issued(brook, "60.50");
        await Look();
        (await Ours.Post($"/api/invoices/{first}/payments", new { reference = "A", amount = Usd("38"), note = "By wire" })).Ok();
        await Look();
        (await Ours.Post($"/api/invoices/{first}/credit-notes", new { reason = "Damaged" })).Ok(201);
        await Look();
        (await Ours.Post($"/api/invoices/{second}/void", new { reason = "By mistake" })).Ok();
        var group = (await Ours.Post("/api/facility-groups", new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201).Text("id");
        var facility = (await Ours.Post("/api/facilities", new { name = "Meadow", groupId = group })).Ok(201).Text("id");
        (await Ours.Post("/api/billing-records", new { facilityId = facility, from = "2025-10-01", through = "2025-10-31", billed = "100" })).Ok(201);
        await Look();
        (await Ours.Put($"/api/facility-groups/{group}", new { name = "Georgia", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok();
        await Look();

        Assert.Contains("238.00", seen[1].Told["receivables-aging"], StringComparison.Ordinal);
        Assert.Contains("38.00", seen[1].Told["tax"], StringComparison.Ordinal);
        Assert.Contains("Alabama", seen[^2].Told["facilities-by-group"], StringComparison.Ordinal);
        Assert.Contains("Georgia", seen[^1].Told["facilities-by-group"], StringComparison.Ordinal);
        foreach (var (at, told) in seen)
        {
            var then = await All($"&at={at}");
            foreach (var (name, rows) in told) Assert.Equal($"{name} {at} {rows}", $"{name} {at} {then[name]}");
        }
        Assert.All((await All("&at=2025-11-18")).Values, told => Assert.Equal("[] []", told));
        Assert.All((await All(desk: Theirs)).Values, told => Assert.DoesNotContain("Brook", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task name_what_the_events_do_not_say()
    {
        var client = (await Ours.Client()).Text("id");
        var invoice = await Issued(client, "100");
        foreach (var name in await Names())
            Assert.Equal("[] []", Differing((await Ours.Post($"/api/reports/{name}/replay?compare=true")).Ok()));
        await Write($"update invoicing_invoices set outstanding = 90 where id = '{invoice}'");

        var found = (await Ours.Post("/api/reports/receivables-aging/replay?compare=true")).Ok();
        Assert.Equal("100.00", found.Text("rows.0.cells.outstanding.amount"));
        Assert.Equal("90.00", (await Ours.Get("/api/reports/receivables-aging")).Ok().Text("rows.0.cells.outstanding.amount"));
        Assert.Equal(
            $$"""[{"row":"{{client}} USD","column":"notDue","live":"90.00 USD","replayed":"100.00 USD"},{"row":"{{client}} USD","column":"outstanding","live":"90.00 USD","replayed":"100.00 USD"}] [{"table":"invoicing_invoices","key":"{{invoice}}","column":"outstanding","live":"90","replayed":"100.00"}]""",
            Differing(found));
        Assert.Null((await Ours.Post("/api/reports/receivables-aging/replay")).Ok()["compared"]);
        Assert.Equal("[] []", Differing((await Theirs.Post("/api/reports/receivables-aging/replay?compare=true")).Ok()));
    }

    [Fact]
    public async Task tell_of_somebody_forgotten_nothing_of_any_time()
    {
        var client = (await Ours.Client("Ann Example")).Text("id");
        await Issued(client, "100");
        var before = $"{Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.ffffffZ}";
        Clock.Forward(TimeSpan.FromDays(40));
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Post($"/api/clients/{client}/forget", new { reason = "Asked for it" })).Ok();
        Assert.Equal("erased", (await Ours.Get($"/api/reports/receivables-aging?at={before}")).Ok().Text("rows.0.cells.client.text"));
    }

    [Fact]
    public async Task tell_of_tables_without_events_what_they_tell_of_then_and_refuse_the_rest()
    {
        string Now() => $"{Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.ffffffZ}";
        async Task<string> Told(string report, string cell, string at = "") => string.Join(' ', (await Ours.Get($"/api/reports/{report}?from=2025-01-01&to=2025-12-31{at}")).Ok()["rows"]!.AsArray().Select(row => row!.Text("cells." + cell)));

        var account = (await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");
        object Entry(string amount) => new { account, date = "2025-01-31", cost = Usd(amount) };
        var first = (await Ours.Post("/api/ai/usage/manual", Entry("1.5"))).Ok(201).Text("id");
        (await Ours.Post("/api/meters", new { code = "calls", name = "Calls", rule = new { aggregation = "sum" } })).Ok(201);
        (await Ours.Post("/api/usage/events", new[] { new { id = "e1", meter = "calls", subject = "acme", value = "3", at = "2025-11-18T10:00:00Z" } })).Ok();
        var one = Now();
        Clock.Forward(TimeSpan.FromHours(1));
        var second = (await Ours.Post("/api/ai/usage/manual", Entry("2"))).Ok(201).Text("id");
        (await Ours.Post("/api/usage/events", new[] { new { id = "e2", meter = "calls", subject = "acme", value = "4", at = "2025-11-18T11:00:00Z" } })).Ok();
        var two = Now();
        Clock.Forward(TimeSpan.FromHours(1));
        Assert.Equal(204, (int)(await Ours.Delete($"/api/ai/usage/manual/{second}")).Status);

        Assert.Equal(("1.50", "1.50", "3.50"), (await Told("ai-cost-by-client", "cost.amount"), await Told("ai-cost-by-client", "cost.amount", "&at=" + one), await Told("ai-cost-by-client", "cost.amount", "&at=" + two)));
        Assert.Equal(("7", "3", "7"), (await Told("usage", "amount"), await Told("usage", "amount", "&at=" + one), await Told("usage", "amount", "&at=" + two)));

        (await Ours.Put($"/api/ai/usage/manual/{first}", Entry("9"))).Ok();
        Assert.Equal("9.00", await Told("ai-cost-by-client", "cost.amount"));
        (await Ours.Get($"/api/reports/ai-cost-by-client?from=2025-01-01&to=2025-12-31&at={one}")).Refused("ai-usage-restated");
        Assert.Empty((await Ours.Get($"/api/reports/ai-cost-by-client?from=2025-03-01&to=2025-12-31&at={one}")).Ok()["rows"]!.AsArray());
        (await Ours.Post("/api/usage/events/withdraw", new { id = "e1", reason = "Never was" })).Ok();
        (await Ours.Get($"/api/reports/usage?from=2025-01-01&to=2025-12-31&at={two}")).Refused("usage-past-unknown");
        foreach (var name in new[] { "ai-cost-by-client", "usage" })
        {
            Assert.Equal("[] []", Differing((await Ours.Post($"/api/reports/{name}/replay?compare=true")).Ok()));
            Assert.Empty((await Theirs.Get($"/api/reports/{name}?at={two}")).Ok()["rows"]!.AsArray());
        }
    }

    [Fact]
    public async Task are_for_those_who_may_read_what_is_in_them()
    {
        Assert.Equal("ai-cost-by-client facilities-by-group mrr-movements receivables-aging revenue-billed-and-received support-profitability tax usage", string.Join(' ', (await Ours.As(Role.Viewer).Get("/api/reports")).Ok()["items"]!.AsArray().Select(one => one!.Text("name"))));
        (await Ours.Get("/api/reports/kettles")).Refused("not-found", 404);
        (await Ours.Post("/api/reports/kettles/replay")).Refused("not-found", 404);
        (await Ours.Get("/api/reports/tax?at=soon")).Refused("bad-request", 400);
        (await Ours.Get("/api/reports/tax?at=2099-01-01")).Refused("bad-request", 400);
        (await Ours.Get("/api/reports/tax?from=2025-03-01&to=2025-02-01")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task go_into_files_with_all_their_rows()
    {
        await Issued((await Ours.Client("=1+1")).Text("id"), "100");
        var file = System.Text.Encoding.UTF8.GetString((await Ours.Get("/api/reports/receivables-aging/export")).Body);
        Assert.Equal("\uFEFFClient,Invoices,Not Due,Late 1 To 30 Days,Late 31 To 60 Days,Late 61 To 90 Days,Late Over 90 Days,Outstanding,Currency\r\n'=1+1,1,100.00,0.00,0.00,0.00,0.00,100.00,USD\r\n", file);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await Ours.Get("/api/reports/receivables-aging/export?format=xlsx&at=2025-11-18")).Body.AsSpan(0, 2)));
        (await Ours.Get("/api/reports/receivables-aging/export?format=doc")).Refused("bad-request", 400);
    }

    private static string Differing(JsonNode replayed) => $"{replayed["compared"]!["differing"]!.ToJsonString()} {replayed["compared"]!["records"]!.ToJsonString()}";

    private async Task<string[]> Names() => [.. (await Ours.Get("/api/reports")).Ok()["items"]!.AsArray().Select(one => one!.Text("name"))];

    private async Task<Dictionary<string, string>> All(string asked = "", Desk? desk = null)
    {
        var told = new Dictionary<string, string>();
        foreach (var name in await Names())
        {
            var page = (await (desk ?? Ours).Get($"/api/reports/{name}?from=2025-01-01&to=2026-06-30{asked}")).Ok();
            told[name] = $"{page["rows"]!.ToJsonString()} {page["sums"]!.ToJsonString()}";
        }
        return told;
    }
}
