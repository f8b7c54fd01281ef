using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

/// <summary>Companies that are made up, played through the API; who founded them has organisations of their own beside, and so has a neighbour. It is 2025-11-19.</summary>
public sealed class A_sample_company : Town
{
    private protected override DateTimeOffset? Begins => new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task comes_of_its_seed_its_sums_hold_and_nobody_else_notices()
    {
        var (theirs, one, two) = (await Owner("theirs"), await Owner("one"), await Owner("two"));
        (await one.Post("/api/sample/play", new { })).Refused("no-sample");
        await Found(one, "one");
        await Found(two, "two");
        foreach (var who in new[] { one, two }) Assert.True((await who.Post("/api/sample/play", new { until = "2025-11-12" })).Ok(202)["playing"]!.GetValue<bool>());
        foreach (var who in new[] { one, two })
        {
            await Eventually.Until("it was played", async () => !(await who.Get("/api/sample")).Ok()["playing"]!.GetValue<bool>());
            Assert.Equal("2025-11-12 0  true", (await who.Get("/api/sample")).Ok() is var page ? $"{page.Text("reached")} {page.Text("refused")} {page.Text("trouble")} {page.Text("behind")}" : "");
        }

        var told = await Told(one);
        Assert.Equal(told, await Told(two));
        Assert.All(told.Split('\n'), line => Assert.DoesNotContain("[]", line, StringComparison.Ordinal)); // there is something of everything
        await Holds(one);
        Assert.Equal("(0)", await Ask("select count(*) from messages where dead_at is not null"));

        // Playing a day again does nothing more; the neighbour and the owner's own organisation are as empty as they were.
        (await one.Post("/api/sample/play", new { until = "2025-11-12" })).Ok(202);
        await Eventually.Until("it was played again", async () => !(await one.Get("/api/sample")).Ok()["playing"]!.GetValue<bool>());
        Assert.Equal(told, await Told(one));
        (await one.Post("/api/sample/play", new { until = "2025-11-01" })).Refused("sample-goes-forward");
        one.Keep((await one.Post("/api/auth/switch", new { organisation = "one" })).Ok());
        foreach (var who in new[] { theirs, one }) Assert.Equal("0 0 false", $"{(await who.Get("/api/clients")).Ok()["items"]!.AsArray().Count} {(await who.Get("/api/invoices")).Ok().Text("count")} {(await who.Get("/api/clock")).Ok().Text("testMode")}");
    }

    [Fact]
    public async Task is_founded_once_beside_an_organisation_and_goes_as_one_in_test_mode_does()
    {
        var (owner, other) = (await Owner("acme"), await Owner("other"));
        Assert.Equal("acme-sample 2023-11-01T12:00:00Z", (await owner.Post("/api/tenants/sample", new { })).Ok(201) is var founded ? $"{founded.Text("slug")} {founded.Text("startsAt").Replace("+00:00", "Z", StringComparison.Ordinal)}" : "");
        (await owner.Post("/api/tenants/sample", new { })).Refused("slug-taken", 409);
        (await owner.Post("/api/tenants/sample", new { slug = "another", startsAt = "1990-01-01T00:00:00Z" })).Refused("clock-too-far");
        (await other.Post("/api/auth/switch", new { organisation = "acme-sample" })).Refused("not-found", 404);
        owner.Keep((await owner.Post("/api/auth/switch", new { organisation = "acme-sample" })).Ok());
        Assert.Equal("true 2023-11-01 1 2023-11-01", (await owner.Get("/api/clock")).Ok() is var clock ? $"{clock.Text("testMode")} {clock.Text("today")} {clock.Text("sample.seed")} {clock.Text("sample.since")}" : "");
        Assert.Equal("", (await other.Get("/api/clock")).Ok().Text("sample"));
        Assert.Equal("2025-11-20", (await owner.Delete("/api/tenants/me", new { slug = "acme-sample" })).Ok().Text("deleteOn"));
    }

    [Fact]
    public async Task is_founded_with_an_organisation_where_somebody_asks_for_it()
    {
        await Owner("first");
        await Owner("taken-sample");
        foreach (var (own, sample) in new[] { ("asks", "asks-sample"), ("taken", "taken-sample-") })
        {
            var (owner, wanted) = (Somebody(), JsonSerializer.SerializeToNode(Registering(own, $"owner@{own}.example.test"))!);
            wanted["sampleData"] = true;
            owner.Keep((await owner.Post("/api/auth/register", wanted)).Ok(201));
            var all = (await owner.Get("/api/auth/me")).Ok()["organisations"]!.AsArray().Select(one => one.Text("slug")).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal((2, own), (all.Length, all[0]));
            Assert.StartsWith(sample, all[1], StringComparison.Ordinal);
            owner.Keep((await owner.Post("/api/auth/switch", new { organisation = all[1] })).Ok());
            Assert.Equal("2023-11-01", (await owner.Get("/api/clock")).Ok().Text("today"));
        }
        Assert.Equal("(2)", await Ask("select count(*) from tenant_clocks"));
    }

    private static async Task Found(Visitor who, string own)
    {
        (await who.Post("/api/tenants/sample", new { startsAt = "2025-09-01T12:00:00Z", seed = 7 })).Ok(201);
        who.Keep((await who.Post("/api/auth/switch", new { organisation = own + "-sample" })).Ok());
    }

    /// <summary>What lists say, without ids.</summary>
    private static async Task<string> Told(Visitor who)
    {
        var lines = new List<string>();
        foreach (var list in new[] { "invoices", "payments", "charges", "quotes", "billing-records" }) lines.Add($"{list} {(await who.Get($"/api/{list}?limit=1")).Ok()["totals"]!.ToJsonString()}");
        foreach (var (list, name) in new[] { ("facilities", "name"), ("subscriptions", "plan"), ("support/requests", "description"), ("recurring-invoices", "total"), ("clients", "name") })
            lines.Add($"{list} {new JsonArray([.. (await who.Get($"/api/{list}?limit=200")).Ok()["items"]!.AsArray().Select(item => item![name]!.ToJsonString()).Order(StringComparer.Ordinal).Select(text => (JsonNode)text)]).ToJsonString()}");
        lines.Add($"ai {(await who.Get("/api/ai/usage?month=2025-10")).Ok().Text("items.0.cost.amount")}");
        return string.Join('\n', lines);
    }

    /// <summary>Each total is what its lines and charges come to, and what is outstanding is total less what was paid and credited; so is the sum.</summary>
    private static async Task Holds(Visitor who)
    {
        var list = (await who.Get("/api/invoices?status=billed&limit=200")).Ok();
        var rows = list["items"]!.AsArray();
        Assert.True(rows.Count > 10);
        foreach (var row in rows)
        {
            var total = Amount(row!, "total");
            Assert.Equal(total, Leaves((await who.Get($"/api/invoices/{row!.Text("id")}/trace")).Ok()).Sum(leaf => Amount(leaf, "amount")));
            Assert.Equal(Amount(row!, "outstanding"), Math.Max(0, total - Amount(row!, "paid") - Amount(row!, "credited")));
        }
        foreach (var sum in list["totals"]!.AsArray())
            Assert.Equal(Amount(sum!, "outstanding"), rows.Where(row => row.Text("currency") == sum.Text("currency")).Sum(row => Amount(row!, "outstanding")));
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode part) => part["parts"]?.AsArray() is { Count: > 0 } parts ? parts.SelectMany(inner => Leaves(inner!)) : [part];

    private static decimal Amount(JsonNode of, string name) => decimal.Parse(of.Text(name + ".amount"), CultureInfo.InvariantCulture);
}
