using System.Text.Json;

namespace Billing.Host.Tests.Facilities;

/// <summary>The audit trail over HTTP: one organisation's, filtered, paged, exported and held against its anchor.</summary>
public class Audit_pages : Office
{
    [Fact]
    public async Task tell_who_did_what()
    {
        await Ours.Post("/api/facility-groups", new { name = "North", currency = "USD" });
        await Theirs.Post("/api/facility-groups", new { name = "South", currency = "USD" });
        JsonElement[] lines = [];
        for (var since = TimeProvider.System.GetTimestamp(); lines.Length == 0 && TimeProvider.System.GetElapsedTime(since).TotalSeconds < 20; await Task.Delay(20, Stop))
            lines = [.. (await Ours.Get("/api/audit?actor=local")).Json.GetProperty("items").EnumerateArray()];
        var opened = Assert.Single(lines);
        Assert.Equal(("done", "session"), (opened.GetProperty("outcome").GetString(), opened.GetProperty("means").GetString()));
        Assert.StartsWith("facilities.", opened.GetProperty("action").GetString(), StringComparison.Ordinal);
        var group = opened.GetProperty("entityId").GetGuid();

        Assert.Equal(1, await Count(Ours, $"entityId={group}&action=facilities&outcome=done&from=2000-01-01T00:00:00Z"));
        Assert.Equal(0, await Count(Ours, "actor=local&outcome=refused"));
        Assert.Equal(0, await Count(Ours, "actor=local&to=2000-01-01T00:00:00Z"));
        Assert.Equal(0, await Count(Ours, "actor=somebody-else"));
        Assert.Equal(0, await Count(Theirs, $"entityId={group}"));
        Assert.Equal(400, (await Ours.Get("/api/audit?outcome=perhaps")).Status);

        var first = (await Ours.Get("/api/audit?limit=1")).Json;
        var second = (await Ours.Get($"/api/audit?limit=1&cursor={first.GetProperty("nextCursor").GetString()}")).Json;
        Assert.Equal(first.GetProperty("items")[0].GetProperty("number").GetInt64() - 1, second.GetProperty("items")[0].GetProperty("number").GetInt64());
        Assert.Contains("Somebody at this machine", (await Ours.Get("/api/audit/export?actor=local")).Text, StringComparison.Ordinal);

        var anchor = (await Ours.Get("/api/audit/anchor")).Json;
        var held = await Ours.Post("/api/audit/verify", new { anchor });
        Assert.Equal(200, held.Status);
        Assert.Empty(held.Json.GetProperty("findings").EnumerateArray());
        Assert.True(held.Json.GetProperty("entries").GetInt64() >= anchor.GetProperty("number").GetInt64());
        Assert.Equal(404, (await Theirs.Post("/api/audit/verify", new { anchor })).Status);
    }

    private static async Task<int> Count(Api api, string filter) => (await api.Get("/api/audit?" + filter)).Json.GetProperty("items").GetArrayLength();
}
