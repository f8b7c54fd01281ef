using System.Net;
using System.Text.Json.Nodes;

namespace Billing.Host.Tests.Facilities;

/// <summary>The audit trail over HTTP: one organisation's, filtered, paged, exported and held against its anchor.</summary>
public class Audit_pages : Office
{
    [Fact]
    public async Task tell_who_did_what()
    {
        var group = await Ours.Group();
        await Theirs.Group();
        var opened = await Entered(Ours, $"/api/audit?entityId={group}");
        Assert.Equal(("done", "session", "local"), (opened["outcome"]!.GetValue<string>(), opened["means"]!.GetValue<string>(), opened["actor"]!["id"]!.GetValue<string>()));
        Assert.StartsWith("facilities.", opened["action"]!.GetValue<string>(), StringComparison.Ordinal);

        Assert.NotEqual(0, await Count(Ours, $"entityId={group}&actor=local&action=facilities&entity={opened["entity"]}&outcome=done&from=2000-01-01T00:00:00Z"));
        Assert.Equal(0, await Count(Ours, $"entityId={group}&outcome=refused"));
        Assert.Equal(0, await Count(Ours, $"entityId={group}&to=2000-01-01T00:00:00Z"));
        Assert.Equal(0, await Count(Ours, $"entityId={group}&actor=somebody-else"));
        Assert.Equal(0, await Count(Theirs, $"entityId={group}"));
        (await Ours.Get("/api/audit?outcome=perhaps")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task come_by_the_page_and_as_files()
    {
        await Entered(Ours, $"/api/audit?entityId={await Ours.Group()}");
        var first = (await Ours.Get("/api/audit?limit=1")).Ok();
        var second = (await Ours.Get($"/api/audit?limit=1&cursor={first["nextCursor"]}")).Ok();
        Assert.Equal(first["items"]![0]!["number"]!.GetValue<long>() - 1, second["items"]![0]!["number"]!.GetValue<long>());
        foreach (var format in (string[])["csv", "json"]) Assert.Contains("Somebody at this machine", (await Ours.Get($"/api/audit/export?actor=local&format={format}")).Text, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await Ours.Get("/api/audit/export?format=xlsx")).Body[0]);
    }

    [Fact]
    public async Task are_held_against_the_log_and_an_anchor()
    {
        await Entered(Ours, $"/api/audit?entityId={await Ours.Group()}");
        var anchor = (await Ours.Get("/api/audit/anchor")).Ok();
        var held = (await Ours.Post("/api/audit/verify", new { anchor })).Ok();
        Assert.Empty(held["findings"]!.AsArray());
        Assert.True(held["entries"]!.GetValue<long>() >= anchor["number"]!.GetValue<long>());
        Assert.Equal(HttpStatusCode.NotFound, (await Theirs.Post("/api/audit/verify", new { anchor })).Status);
        anchor["number"] = 1;
        Assert.Equal("forgedAnchor", (await Ours.Post("/api/audit/verify", new { anchor })).Ok()["findings"]![0]!["fault"]!.GetValue<string>());
    }

    private static async Task<int> Count(Api api, string filter) => (await api.Get("/api/audit?" + filter)).Ok()["items"]!.AsArray().Count;

    private static async Task<JsonNode> Entered(Api api, string path)
    {
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since).TotalSeconds < 20; await Task.Delay(20, Stop))
            if ((await api.Get(path)).Ok()["items"]!.AsArray() is [{ } entry, ..]) return entry;
        throw new TimeoutException("It is not entered: " + path);
    }
}
