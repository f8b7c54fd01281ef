using System.Text.Json.Nodes;

namespace Billing.Host.Tests.Facilities;

public class Settings_of_an_office : Office
{
    [Fact]
    public async Task a_status_in_use_goes_only_for_a_replacement()
    {
        var set = (await Ours.Get("/api/status-sets")).Ok()["items"]![0]!;
        var statuses = set["statuses"]!.AsArray();
        Assert.Equal(["Not Billed #93C5FD", "Billed #FDE047", "Pending #C4B5FD", "Approved #86EFAC", "Paid #22C55E"], statuses.Select(s => $"{s.Text("name")} {s.Text("color")}"));
        var (billed, approved) = (statuses[1].Text("id"), statuses[3].Text("id"));
        var record = await Ours.Record(await Ours.Facility(await Ours.Group()), "2025-10-01", "2025-10-31", new { statusId = billed });

        var without = new JsonObject { ["name"] = "Default", ["statuses"] = new JsonArray([.. statuses.Where(s => s.Text("id") != billed).Select(s => new JsonObject { ["id"] = s.Text("id"), ["name"] = s.Text("name"), ["color"] = s.Text("color") })]) };
        var refused = (await Ours.Put($"/api/status-sets/{set.Text("id")}", without.ToJsonString())).Refused("status-in-use");
        Assert.Equal("Billed 1", $"{refused.Text("inUse.0.name")} {refused.Text("inUse.0.records")}");

        without["replacements"] = new JsonObject { [billed] = approved };
        var changed = (await Ours.Put($"/api/status-sets/{set.Text("id")}", without.ToJsonString())).Ok();
        Assert.Equal(["Not Billed 0", "Pending 0", "Approved 1", "Paid 0"], changed["statuses"]!.AsArray().Select(s => $"{s.Text("name")} {s.Text("records")}"));
        Assert.Equal(approved, (await Ours.Get($"/api/billing-records/{record.Text("id")}")).Ok().Text("statusId"));
    }

    [Fact]
    public async Task a_paid_status_with_money_open_gets_a_hint()
    {
        var paid = (await Ours.Get("/api/status-sets")).Ok()["items"]![0]!["statuses"]![4]!.Text("id");
        var facility = await Ours.Facility(await Ours.Group());
        var record = await Ours.Record(facility, "2025-10-01", "2025-10-31", new { statusId = paid, billed = "300.00", paid = "100.00" });
        Assert.Equal("paidButOpen 200.00", $"{record.Text("hint")} {record.Text("outstanding.amount")}");
        Assert.Equal("paidButOpen", (await Ours.Get("/api/billing-records")).Ok().Text("items.0.hint"));
        Assert.Equal("", (await Ours.Record(facility, "2025-10-01", "2025-10-31", new { paid = "300.00" })).Text("hint"));
    }

    [Fact]
    public async Task deleting_archives_what_has_history_and_everything_can_come_back()
    {
        var group = await Ours.Group();
        var facility = await Ours.Facility(group);
        await Ours.Record(facility, "2025-10-01", "2025-10-31", new { billed = "1" });
        Assert.Equal("archived", (await Ours.Delete($"/api/facilities/{facility}")).Ok().Text("outcome"));
        Assert.Equal("archived", (await Ours.Delete($"/api/facility-groups/{group}")).Ok().Text("outcome"));
        Assert.Equal("deleted", (await Ours.Delete($"/api/facility-groups/{await Ours.Group("Empty")}")).Ok().Text("outcome"));
        Assert.Empty((await Ours.Get("/api/facility-groups")).Ok()["items"]!.AsArray());
        Assert.Single((await Ours.Get("/api/facility-groups?archived=true")).Ok()["items"]!.AsArray());
        Assert.Equal("1.00", (await Ours.Get("/api/billing-records")).Ok().Text("items.0.billed.amount"));
        (await Ours.Post($"/api/facilities/{facility}/restore")).Refused("group-archived");
        (await Ours.Post($"/api/facility-groups/{group}/restore")).Ok();
        (await Ours.Post($"/api/facilities/{facility}/restore")).Ok();
    }

    [Fact]
    public async Task names_are_taken_once_and_hidden_characters_are_refused()
    {
        var group = await Ours.Group();
        (await Ours.Post("/api/facility-groups", new { name = "ALABAMA", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Refused("name-taken");
        await Ours.Facility(group);
        (await Ours.Post("/api/facilities", new { name = "meadow  health", groupId = group })).Refused("name-taken");
        (await Ours.Post("/api/facilities", new { name = "Mead\u202Eow", groupId = group })).Refused("name-has-hidden-characters");
        (await Ours.Post("/api/facilities", """{"name":"Mead\u0000ow","groupId":"x"}""")).Refused("bad-request", 400);
        (await Ours.Post("/api/facilities", new { name = new string('x', 300), groupId = group })).Refused("name-too-long");
        await Theirs.Group();
    }

    [Fact]
    public async Task settings_are_checked_and_kept()
    {
        (await Ours.Put("/api/settings", new { monthEndUrl = "javascript:alert(1)", weekStart = "sunday", dateFormat = "dd.MM.yyyy", currency = "EUR" })).Refused("bad-url");
        (await Ours.Put("/api/settings", new { monthEndUrl = (string?)null, weekStart = "sunday", dateFormat = "yy-M-d", currency = "EUR" })).Refused("bad-date-format");
        (await Ours.Put("/api/settings", new { monthEndUrl = "https://tracker.example.test/", weekStart = "sunday", dateFormat = "dd.MM.yyyy", currency = "EUR" })).Ok();
        var settings = (await Ours.Get("/api/settings")).Ok();
        Assert.Equal("https://tracker.example.test/ sunday dd.MM.yyyy EUR America/New_York", $"{settings.Text("monthEndUrl")} {settings.Text("weekStart")} {settings.Text("dateFormat")} {settings.Text("currency")} {settings.Text("timeZone")}");
        var record = await Ours.Record(await Ours.Facility(await Ours.Group()), "2025-10-01", "2025-10-31", new { paid = "1", paidOn = "02.03.2025" });
        Assert.Equal("EUR 2025-03-02", $"{record.Text("currency")} {record.Text("paidOn")}");
        Assert.Equal("USD", (await Theirs.Get("/api/settings")).Ok().Text("currency"));
    }

    [Fact]
    public async Task settings_left_out_stay_as_they_are()
    {
        (await Ours.Put("/api/settings", new { monthEndUrl = "https://tracker.example.test/", currency = "EUR" })).Ok();
        var changed = (await Ours.Put("/api/settings", new { weekStart = "sunday" }, ("If-Match", "\"2\""))).Ok();
        Assert.Equal("https://tracker.example.test/ sunday MM/dd/yyyy EUR 3", $"{changed.Text("monthEndUrl")} {changed.Text("weekStart")} {changed.Text("dateFormat")} {changed.Text("currency")} {changed.Text("version")}");
        Assert.Equal("", (await Ours.Put("/api/settings", """{"monthEndUrl":null}""")).Ok().Text("monthEndUrl"));
        (await Ours.Put("/api/settings", new { weekStart = "monday" }, ("If-Match", "\"2\""))).Refused("conflict", 409);
        (await Ours.Put("/api/settings", new { weekstart = "monday" })).Refused("bad-request", 400);
        Assert.Equal(" monday USD 0", $"{(await Theirs.Get("/api/settings")).Ok().Text("monthEndUrl")} {(await Theirs.Get("/api/settings")).Ok().Text("weekStart")} {(await Theirs.Get("/api/settings")).Ok().Text("currency")} {(await Theirs.Get("/api/settings")).Ok().Text("version")}");
    }
}
