using System.Text.Json.Nodes;

namespace Billing.Host.Tests.Facilities;

public class Another_organisation : Office
{
    [Fact]
    public async Task finds_none_of_our_things_under_any_operation()
    {
        var group = await Ours.Group();
        var facility = await Ours.Facility(group);
        var record = (await Ours.Record(facility, "2025-10-01", "2025-10-31", new { billed = "1" })).Text("id");
        var import = (await Ours.Post("/api/facilities/import", Tracker)).Ok().Text("importId");
        var set = (await Ours.Post("/api/status-sets", new { name = "Mine", statuses = new[] { new { name = "Done", color = "#22C55E" } } })).Ok(201).Text("id");
        var schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 };

        (HttpMethod, string, object?)[] asked =
        [
            (HttpMethod.Put, $"/api/facility-groups/{group}", new { name = "X", schedule }), (HttpMethod.Delete, $"/api/facility-groups/{group}", null), (HttpMethod.Post, $"/api/facility-groups/{group}/restore", null),
            (HttpMethod.Get, $"/api/facility-groups/{group}/cycles", null), (HttpMethod.Get, $"/api/custom-dates/{group}", null), (HttpMethod.Put, $"/api/custom-dates/{group}", new { items = Array.Empty<object>() }),
            (HttpMethod.Delete, $"/api/facilities/{facility}", null), (HttpMethod.Post, $"/api/facilities/{facility}/restore", null), (HttpMethod.Put, $"/api/facilities/{facility}", new { name = "X", groupId = group }),
            (HttpMethod.Get, $"/api/billing-records/{record}", null), (HttpMethod.Get, $"/api/billing-records/{record}?at=1", null), (HttpMethod.Get, $"/api/billing-records/{record}/history", null),
            (HttpMethod.Delete, $"/api/billing-records/{record}", null), (HttpMethod.Post, $"/api/billing-records/{record}/restore", null), (HttpMethod.Post, "/api/billing-records", new { id = record, billed = "2" }),
            (HttpMethod.Put, $"/api/status-sets/{set}", new { name = "X", statuses = new[] { new { name = "Done", color = "#22C55E" } } }), (HttpMethod.Delete, $"/api/status-sets/{set}", null),
            (HttpMethod.Get, $"/api/imports/{import}", null), (HttpMethod.Post, $"/api/imports/{import}/undo", null),
        ];
        foreach (var (method, path, body) in asked)
        {
            var reply = await Theirs.Send(method, path, body);
            Assert.True((int)reply.Status == 404, $"{method} {path}: {(int)reply.Status} {reply.Text}");
            Assert.Equal("not-found", reply.Json.Text("code"));
        }
        (await Theirs.Post("/api/billing-records", new { facilityId = facility, from = "2025-10-01", through = "2025-10-31" })).Refused("unknown-facility");
        (await Theirs.Post("/api/facilities", new { name = "X", groupId = group })).Refused("unknown-group");
        foreach (var list in new[] { $"/api/facilities?groupId={group}", "/api/facility-groups?archived=all", $"/api/billing-records?groupId={group}", $"/api/billing-records?facilityId={facility}&from=2025-10-01&through=2025-10-31", "/api/imports" })
            Assert.Empty((await Theirs.Get(list)).Ok()["items"]!.AsArray());
        Assert.DoesNotContain(record, (await Theirs.Get("/api/activity?limit=200")).Text, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse((await Theirs.Get("/api/billing-records/export?format=json")).Text)!.AsArray());
        Assert.Equal("1.00", (await Ours.Get($"/api/billing-records/{record}")).Ok().Text("billed.amount"));
    }
}
