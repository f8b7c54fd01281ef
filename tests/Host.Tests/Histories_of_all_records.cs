using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests;

/// <summary>What happened to a record of any module, how it stood at any moment, and what differs between two.</summary>
public class Histories_of_all_records : Town
{
    private static string Told(JsonNode? entry) => string.Join("; ", entry!["changes"]!.AsArray().Select(change => $"{change.Text("field")} {change!["from"]?.ToJsonString() ?? "-"} {change["to"]?.ToJsonString() ?? "-"}"));

    private static Task<Reply> Change(Visitor who, string budget, string name, string amount) => who.Send(HttpMethod.Put, $"/api/ai/budgets/{budget}", new { name, amount = new { amount, currency = "EUR" } });

    [Fact]
    public async Task say_who_changed_what_from_what_to_what()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var budget = (await ours.Post("/api/ai/budgets", new { name = "All", amount = new { amount = "100", currency = "EUR" } })).Ok(201).Text("id");
        var first = (await ours.Get($"/api/history/ai-budget/{budget}")).Ok();
        Assert.Contains("name - \"All\"", Told(first["items"]![0]), StringComparison.Ordinal);
        Assert.Equal(("Ann Owner", "All"), (first.Text("items.0.actor.name"), first.Text("then.name")));
        Product.Clock.Forward(TimeSpan.FromMinutes(1));
        (await Change(ours, budget, "Everything", "100")).Ok();
        var now = (await ours.Get($"/api/history/ai-budget/{budget}")).Ok();
        Assert.Equal("name \"All\" \"Everything\"", Told(now["items"]![0]));
        Assert.Equal(("Everything", now.Text("items.0.version")), (now.Text("then.name"), now.Text("version")));

        var (was, then) = (first.Text("version"), first.Text("items.0.at"));
        foreach (var at in new[] { was, then })
        {
            var past = (await ours.Get($"/api/history/ai-budget/{budget}?at={Uri.EscapeDataString(at)}")).Ok();
            Assert.Equal(("All", was), (past.Text("then.name"), past.Text("version")));
            Assert.Equal(first["items"]!.AsArray().Count, past["items"]!.AsArray().Count);
        }
        var difference = (await ours.Get($"/api/history/ai-budget/{budget}/difference?from={was}")).Ok();
        Assert.Equal(("name \"All\" \"Everything\"", was, now.Text("version")), (Told(difference), difference.Text("from"), difference.Text("to")));
        Assert.Equal("name \"Everything\" \"All\"", Told((await ours.Get($"/api/history/ai-budget/{budget}/difference?from={now.Text("version")}&to={was}")).Ok()));
        Assert.Empty((await ours.Get($"/api/history/ai-budget/{budget}/difference?from={was}&to={Uri.EscapeDataString(then)}")).Ok()["changes"]!.AsArray());

        (await ours.Get($"/api/history/ai-budget/{budget}?at=2001-01-01T00:00:00Z")).Refused("not-found", 404);
        (await ours.Get($"/api/history/ai-budget/{budget}?at=yesterday")).Refused("bad-request", 400);
        (await ours.Get($"/api/history/ai-budget/{budget}/difference")).Refused("bad-request", 400);
        (await ours.Get($"/api/history/ai-budget/{budget}/difference?from=1&to=soon")).Refused("bad-request", 400);
        (await ours.Get($"/api/history/ai-account/{budget}")).Refused("not-found", 404);
        (await ours.Get($"/api/history/kettle/{budget}")).Refused("not-found", 404);
        foreach (var path in new[] { "", "/difference?from=1" }) (await theirs.Get($"/api/history/ai-budget/{budget}{path}")).Refused("not-found", 404);
    }

    [Fact]
    public async Task show_at_each_version_what_was_shown_then()
    {
        var ours = await Owner("ours");
        var budget = (await ours.Post("/api/ai/budgets", new { name = "0", amount = new { amount = "100", currency = "EUR" } })).Ok(201).Text("id");
        var seen = new List<JsonNode>();
        for (var n = 1; n <= 30; n++)
        {
            Product.Clock.Forward(TimeSpan.FromSeconds(20));
            (await Change(ours, budget, $"{n}", $"{100 + n / 3}")).Ok();
            seen.Add((await ours.Get($"/api/history/ai-budget/{budget}?limit=1")).Ok());
        }
        foreach (var past in seen) Assert.Equal(past.ToJsonString(), (await ours.Get($"/api/history/ai-budget/{budget}?limit=1&at={past.Text("version")}")).Ok().ToJsonString());
        foreach (var past in seen.Where((_, n) => n % 6 == 5))
        {
            var happened = DateTimeOffset.Parse(past.Text("items.0.at"), System.Globalization.CultureInfo.InvariantCulture);
            foreach (var moment in new[] { happened, happened.AddSeconds(19) }) Assert.Equal(past.ToJsonString(), (await ours.Get($"/api/history/ai-budget/{budget}?limit=1&at={Uri.EscapeDataString($"{moment:O}")}")).Ok().ToJsonString());
        }

        var (whole, pages, before) = ((await ours.Get($"/api/history/ai-budget/{budget}?limit=200")).Ok(), new List<string>(), "");
        do
        {
            var page = (await ours.Get($"/api/history/ai-budget/{budget}?limit=7{before}")).Ok();
            pages.AddRange(page["items"]!.AsArray().Select(one => one!.ToJsonString()));
            before = page["before"] is { } older ? $"&before={older}" : "";
        }
        while (before.Length > 0);
        Assert.Equal(whole["items"]!.AsArray().Select(one => one!.ToJsonString()), pages);
        Assert.Equal(long.Parse(whole.Text("version"), System.Globalization.CultureInfo.InvariantCulture), pages.Count);
    }

    /// <summary>Whatever the modules keep, its past can be told, to those who may see it.</summary>
    [Fact]
    public async Task are_told_for_each_kind_to_those_who_may_see_it()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        await Invoiced(ours, "ours");
        var group = (await ours.Post("/api/facility-groups", new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201).Text("id");
        var facility = (await ours.Post("/api/facilities", new { name = "Meadow", groupId = group })).Ok(201).Text("id");
        (await ours.Post("/api/billing-records", new { facilityId = facility, from = "2026-10-01", through = "2026-10-31", billed = "100" })).Ok(201);
        (await ours.Post("/api/plans/seed")).Ok();
        var client = (await ours.Get("/api/clients")).Ok().Text("items.0.id");
        (await ours.Post("/api/support/requests", new { clientId = client, resolvedOn = "2025-01-02", resolvedAt = "09:00:00" })).Ok(201);
        (await ours.Post("/api/support/projects", new { clientId = client, name = "Summer page", category = "website", price = new { amount = "100.00", currency = "EUR" } })).Ok(201);
        (await ours.Post("/api/support/sites", new { clientId = client, name = "Acme", start = "2025-01-02" })).Ok(201);
        (await ours.Post("/api/support/portal-users", new { clientId = client, name = "Pat Guest", email = "pat@client.example.test" })).Ok(201);
        var program = Somebody();
        program.Access = (await ours.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201).Text("key");
        Assert.Equal(["billing-record facilities.billing_record", "facility facilities.facility", "facility-group facilities.group", "status-set facilities.status_set"], (await program.Get("/api/history")).Ok()["items"]!.AsArray().Select(kind => $"{kind.Text("kind")} {kind.Text("entity")}"));
        var (told, kinds) = (new HashSet<string>(), Product.Services.GetServices<RecordKind>().ToDictionary(kind => kind.Alias));
        foreach (var row in (await Ask("select s.type || ' ' || s.id || ' ' || s.version from mt_streams s where s.tenant_id = (select tenant_id from mt_events where type = 'facilities.facility_opened' limit 1)")).Split('\n'))
        {
            if (row.Trim('(', ')', '"').Split(' ') is not [var alias, var id, var version] || !kinds.TryGetValue(alias, out var kind)) continue;
            var past = (await ours.Get($"/api/history/{kind.Name}/{id}?limit=200")).Ok();
            Assert.Equal((version, version), (past.Text("version"), past["items"]!.AsArray().Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            Assert.NotEmpty(past["then"]!.AsObject());
            Assert.Equal(0, (await ours.Get($"/api/history/{kind.Name}/{id}/difference?from=0&to={version}")).Ok()["from"]!.GetValue<int>());
            if (kind.Name != "status-set") (await theirs.Get($"/api/history/{kind.Name}/{id}")).Refused("not-found", 404); // the first set has the same id everywhere
            if (kind.Needed == Permission.SeeFacilities) (await program.Get($"/api/history/{kind.Name}/{id}")).Ok();
            else (await program.Get($"/api/history/{kind.Name}/{id}")).Refused("not-permitted", 403);
            told.Add(kind.Name);
        }
        Assert.Equal(["billing-run", "meter", "saved-report", "subscription", "usage-bill", "usage-plan"], kinds.Values.Select(kind => kind.Name).Except(told).Order());
    }
}
