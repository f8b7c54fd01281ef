using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Billing.Host.Tests.Facilities;

public class What_happened_lately : Office
{
    [Fact]
    public async Task is_one_line_an_act_whatever_it_brought_and_filtered_by_kind_over_all_there_is()
    {
        var group = await Ours.Group("Before");
        (await Ours.Post("/api/facilities/import", Tracker)).Ok();
        var facility = await Ours.Facility(group, "After");

        var lines = await Until("both acts are told", "limit=200", l => l.Any(line => line.Text("facts.name") == "After"));
        var import = Assert.Single(lines, line => line.Text("type").StartsWith("facilities.import", StringComparison.Ordinal));
        Assert.Equal("876", import.Text("facts.accepted"));
        Assert.True(long.Parse(import.Text("changes"), null) > 876, import.Text("changes"));
        Assert.Equal([import.Text("seq")], (await Lines("kind=imports")).Select(line => line.Text("seq")));
        Assert.Contains(await Lines("kind=directory"), line => line.Text("id") == facility);
        Assert.DoesNotContain(await Lines("kind=settings&limit=200"), line => !line.Text("type").Contains("status", StringComparison.Ordinal) && !line.Text("type").Contains("chosen", StringComparison.Ordinal));
        Assert.Equal("?kind", (await Ours.Get("/api/activity?kind=weather")).Json.Text("errors.0.pointer"));

        var paged = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = (await Ours.Get($"/api/activity?limit=2{(cursor == "" ? "" : "&cursor=" + cursor)}")).Ok();
            paged.AddRange(page["items"]!.AsArray().Select(line => line.Text("seq")));
            if ((cursor = page.Text("nextCursor")) == "") break;
        }
        Assert.Equal(lines.Select(line => line.Text("seq")), paged);
        var others = (await Theirs.Get("/api/activity?limit=200")).Text;
        Assert.DoesNotContain(new[] { facility, group, import.Text("id") }, others.Contains);
    }

    private async Task<List<JsonNode>> Lines(string query) => [.. (await Ours.Get("/api/activity?" + query)).Ok()["items"]!.AsArray().Select(line => line!)];

    private async Task<List<JsonNode>> Until(string what, string query, Func<List<JsonNode>, bool> holds)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            var lines = await Lines(query);
            if (holds(lines)) return lines;
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), $"Waited in vain until {what}.");
            await Task.Yield();
        }
    }
}
