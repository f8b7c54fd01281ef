namespace Billing.Host.Tests.Facilities;

public class An_id_of_something_else : Office
{
    [Fact]
    public async Task is_no_id_under_any_operation()
    {
        var group = await Ours.Group();
        var facility = await Ours.Facility(group);
        var schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 };
        var statuses = new[] { new { name = "Done", color = "#22C55E" } };

        (HttpMethod, string, object?)[] asked =
        [
            (HttpMethod.Put, $"/api/facility-groups/{facility}", new { name = "X", schedule }), (HttpMethod.Delete, $"/api/facility-groups/{facility}", null), (HttpMethod.Post, $"/api/facility-groups/{facility}/restore", null),
            (HttpMethod.Get, $"/api/facility-groups/{facility}/cycles", null), (HttpMethod.Get, $"/api/custom-dates/{facility}", null), (HttpMethod.Put, $"/api/custom-dates/{facility}", new { items = Array.Empty<object>() }),
            (HttpMethod.Delete, $"/api/facilities/{group}", null), (HttpMethod.Post, $"/api/facilities/{group}/restore", null), (HttpMethod.Put, $"/api/facilities/{group}", new { name = "X", groupId = group }),
            (HttpMethod.Get, $"/api/billing-records/{group}", null), (HttpMethod.Get, $"/api/billing-records/{group}?at=1", null), (HttpMethod.Get, $"/api/billing-records/{group}/history", null),
            (HttpMethod.Delete, $"/api/billing-records/{group}", null), (HttpMethod.Post, $"/api/billing-records/{group}/restore", null), (HttpMethod.Post, "/api/billing-records", new { id = group, billed = "2" }),
            (HttpMethod.Put, $"/api/status-sets/{group}", new { name = "X", statuses }), (HttpMethod.Delete, $"/api/status-sets/{group}", null),
            (HttpMethod.Get, $"/api/imports/{group}", null), (HttpMethod.Post, $"/api/imports/{group}/undo", null),
        ];
        foreach (var (method, path, body) in asked)
        {
            var reply = await Ours.Send(method, path, body);
            Assert.True((int)reply.Status == 404, $"{method} {path}: {(int)reply.Status} {reply.Text}");
        }
        (await Ours.Post("/api/billing-records", new { facilityId = group, from = "2025-10-01", through = "2025-10-31" })).Refused("unknown-facility");
        (await Ours.Post("/api/facilities", new { name = "X", groupId = facility })).Refused("unknown-group");
        (await Ours.Post("/api/facility-groups", new { name = "X", schedule, statusSetId = group })).Refused("unknown-status-set");
        Assert.Equal(409, (int)(await Ours.Post($"/api/facilities/import?importId={group}", Tracker)).Status);
        Assert.Equal(1, (await Ours.Post("/api/billing-records/bulk", new { items = new[] { new { facilityId = group, from = "2025-10-01", through = "2025-10-31" } } })).Ok()["refused"]!.GetValue<int>());
    }
}
