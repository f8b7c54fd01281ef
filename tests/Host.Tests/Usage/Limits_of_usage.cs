using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Identity;
using Billing.Usage;
using Billing.Web;

namespace Billing.Host.Tests.Usage;

/// <summary>How much may be used: asked, held by the intake where a limit is hard, and told once.</summary>
public class Limits_of_usage : Meadow
{
    private const string Today = "2026-05-20T12:00:00Z";

    private protected override DateTimeOffset? Begins { get; } = DateTimeOffset.Parse(Today, CultureInfo.InvariantCulture);

    [Fact]
    public async Task are_none_without_a_plan()
    {
        await Send(Ours, One("a"));
        var free = await Asked(Ours, "calls");
        Assert.Equal((true, "1", null, null, null, false), (free["allowed"]!.GetValue<bool>(), free["used"]!.GetValue<string>(), free["limit"], free["remaining"], free["resetsAt"], free["hard"]!.GetValue<bool>()));
        Assert.Equal("0", (await Asked(Ours, "what-nobody-measures"))["used"]!.GetValue<string>());
        (await Ours.Get("/api/entitlements/calls")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task say_what_is_used_and_left_and_when_it_begins_anew()
    {
        await Agree(Ours, "calls", "3", "hard");
        await Send(Ours, One("a"), One("b"), One("x", subject: "client-2"));
        await Send(Theirs, One("a"), One("b"), One("c"));
        var asked = await Asked(Ours, "calls");
        Assert.Equal((true, "2", "3", "1", true), (asked["allowed"]!.GetValue<bool>(), asked["used"]!.GetValue<string>(), asked["limit"]!.GetValue<string>(), asked["remaining"]!.GetValue<string>(), asked["hard"]!.GetValue<bool>()));
        var resets = DateTimeOffset.Parse(asked["resetsAt"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.Equal((1, TimeSpan.Zero), (resets.Day, resets.TimeOfDay));
        await Send(Ours, One("c"));
        Assert.Equal((false, "0"), ((await Asked(Ours, "calls"))["allowed"]!.GetValue<bool>(), (await Asked(Ours, "calls"))["remaining"]!.GetValue<string>()));
        Assert.Null((await Asked(Theirs, "calls"))["limit"]);
        Assert.Null((await Asked(Ours, "calls", "client-2"))["limit"]);
        (await Ours.Post("/api/usage-limits/drop", new { subject = "client-1", code = "calls" })).Ok();
        Assert.Null((await Asked(Ours, "calls"))["limit"]);
    }

    [Fact]
    public async Task of_a_plan_hold_until_one_is_agreed_by_itself()
    {
        var client = (await Ours.Post("/api/clients", new { name = "Meadow Health" })).Ok(201)["id"]!.GetValue<string>();
        (await Ours.Post("/api/usage-plans", new { code = "team", currency = "EUR", terms = new { name = "Team", charges = new[] { new { code = "fee", name = "Fee", price = new { type = "flat", fee = "10" } } }, limits = new[] { new { meter = "traffic", limit = "10", kind = "hard" } } } })).Ok(201);
        (await Ours.Post("/api/usage-plans/team/clients", new { clientId = client })).Ok();
        Assert.Equal("10", (await Asked(Ours, "traffic", client))["limit"]!.GetValue<string>());
        await Held(Ours, "traffic", client, 11);
        Assert.Equal(["m1 limit-reached"], await Codes(Ours, One("m1", "traffic", client, 11)));
        await Agree(Ours, "traffic", "20", "hard", client);
        Assert.Equal("20", (await Asked(Ours, "traffic", client))["limit"]!.GetValue<string>());
        await Until("the intake has heard of it", async () => (await Codes(Ours, One("m1", "traffic", client, 11))).Count == 0 ? "" : null);
        var line = (await Ours.Get("/api/usage-limits")).Ok()["items"]![0]!;
        Assert.Equal((client, "traffic", "11", 55, "team", true), (line["subject"]!.GetValue<string>(), line["code"]!.GetValue<string>(), line["used"]!.GetValue<string>(), line["percent"]!.GetValue<int>(), line["plan"]!.GetValue<string>(), line["own"]!.GetValue<bool>()));
        Assert.Empty((await Theirs.Get("/api/usage-limits")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task that_are_hard_take_what_fits_one_by_one()
    {
        await Agree(Ours, "traffic", "10", "hard");
        await Held(Ours, "traffic", "client-1", 11);
        // Up to the border and not beyond; what is smaller still fits; what was sent before is no more usage.
        var answer = await Send(Ours, One("a", "traffic", value: 6), One("b", "traffic", value: 5), One("c", "traffic", value: "3.5"), One("d", "traffic", value: "0.5"), One("e", "traffic", value: "0.000000000001"), One("a", "traffic", value: 6), One("f", "traffic", value: -2), One("g", "traffic", value: 2), One("other", "traffic", "client-2", 100), One("h", "calls", value: 50));
        Assert.Equal(["b limit-reached", "e limit-reached"], answer["rejected"]!.AsArray().Select(r => $"{r!["id"]} {r["code"]}"));
        Assert.Contains("10 before", answer["rejected"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((7, 1), (answer["accepted"]!.GetValue<int>(), answer["duplicates"]!.GetValue<int>()));
        Assert.Equal("10", (await Asked(Ours, "traffic"))["used"]!.GetValue<string>());
        // Full: what was refused is refused again, what was taken is still a duplicate, and another month has a limit of its own.
        Assert.Equal(["b limit-reached"], await Codes(Ours, One("b", "traffic", value: 5), One("a", "traffic", value: 6), Event("old", "traffic", value: 9)));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "a", reason = "Never was" })).Ok();
        Assert.Empty(await Codes(Ours, One("b", "traffic", value: 5)));
        Assert.Equal("9", (await Asked(Ours, "traffic"))["used"]!.GetValue<string>());
        await Send(Theirs, One("b", "traffic", value: 500));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task that_are_hard_hold_for_every_way_of_counting_that_an_event_can_be_told_by()
    {
        await Define(Ours, "users", new { aggregation = "uniqueCount", property = "user" });
        await Define(Ours, "peak", new { aggregation = "max" });
        await Define(Ours, "seats", new { aggregation = "latest" });
        await Define(Ours, "eu", new { aggregation = "count", filters = new[] { new { property = "region", values = new[] { "eu" } } } });
        foreach (var code in new[] { "users", "peak", "seats", "eu" }) await Agree(Ours, code, "2", "hard");
        await Until("the intake has heard of them", async () => (await Codes(Ours, One(Guid.NewGuid().ToString(), "peak", value: 3))).Count == 1 ? "" : null);
        Assert.Equal(["u4 limit-reached", "p2 limit-reached", "s2 limit-reached", "e3 limit-reached"], await Codes(Ours,
            User("u1", "ann"), User("u2", "bob"), User("u3", "ann"), User("u4", "cy"), User("u5", "bob"), One("p1", "peak", value: 2), One("p2", "peak", value: "2.1"), One("s1", "seats", value: 2), One("s2", "seats", value: 3), One("s3", "seats", value: 1),
            Eu("e1", "eu"), Eu("e2", "eu"), Eu("free", "us"), Eu("e3", "eu")));
        Assert.Equal(["u6 limit-reached"], await Codes(Ours, User("u6", "cy"), User("u7", "ann")));

        static object User(string id, string user) => Event(id, "users", at: Today, properties: new { user });
        static object Eu(string id, string region) => Event(id, "eu", at: Today, properties: new { region });
    }

    [Fact]
    public async Task that_are_hard_are_never_gone_beyond_by_many_at_once()
    {
        await Agree(Ours, "traffic", "1000", "hard");
        await Held(Ours, "traffic", "client-1", 1001);
        await using var second = await Start();
        var there = new Visitor(second, "203.0.113.200") { Access = Ours.Access };
        await Until("the other node has heard of it", async () => (await Codes(there, One(Guid.NewGuid().ToString(), "traffic", value: 1001))).Count == 1 ? "" : null);
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var batch = 0; batch < 10; batch++)
                Interlocked.Add(ref refused, (await Codes(sender % 2 == 0 ? Ours : there, [.. Enumerable.Range(0, 20).Select(i => One($"{sender}-{batch}-{i}", "traffic", value: 1 + (i % 3)))])).Count);
        }));
        Assert.True(refused > 0);
        Assert.Equal("1000", (await Asked(Ours, "traffic"))["used"]!.GetValue<string>());
        Assert.Equal($"({1600 - refused})", await Ask("select count(*) from usage_keys k join usage_tenants t on t.no = k.tenant_no where t.tenant_id in (select tenant_id from usage_subject_limits)"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task do_not_hold_up_a_backfill()
    {
        await Agree(Ours, "traffic", "10", "hard");
        await Held(Ours, "traffic", "client-1", 11);
        var id = (await Ours.Post("/api/usage/backfills", new { name = "Old" })).Ok(201)["id"]!.GetValue<string>();
        Assert.Equal(1, (await Ours.Post($"/api/usage/backfills/{id}/events", new[] { One("a", "traffic", value: 11) })).Ok()["accepted"]!.GetValue<int>());
        Assert.False((await Asked(Ours, "traffic"))["allowed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task are_told_once_for_each_threshold_however_many_come_at_once_on_two_nodes()
    {
        await Agree(Ours, "traffic", "100", "soft");
        await using var second = await Start();
        var there = new Visitor(second, "203.0.113.200") { Access = Ours.Access };
        await Send(Ours, One("first", "traffic", value: 79));
        Assert.Equal([], await Alerts(Ours));
        await Send(Ours, One("second", "traffic", value: 1));
        await Until("80 % are told", async () => await Alerts(Ours) is ["client-1 traffic 80 80"] ? "" : null);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Send(i % 2 == 0 ? Ours : there, One($"n{i}", "traffic", value: 1))));
        await Until("100 % are told", async () => (await Alerts(Ours)).Count == 2 ? "" : null);
        var mails = await Until("both are mailed", () => Task.FromResult(Mails(second) is { Count: 2 } sent ? sent : null));
        Assert.Equal(["client-1: 100 % des Limits traffic sind erreicht", "client-1: 80 % des Limits traffic sind erreicht"], mails.Select(mail => mail.Subject).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Equal("owner@ours.example.test", mail.To));
        // Neither more usage, nor another node, nor the look over all limits tells it again.
        await Send(there, One("more", "traffic", value: 500));
        await RunJob("usage.limits_looked_over");
        await Until("all was looked over", async () => await Ask("select 1 from messages where type = 'usage.limits_looked_over' and handled_at is not null") is "" ? null : "");
        await Send(Ours, One("even-more", "traffic", value: 500));
        Assert.Equal("(2)", await Ask("select count(*) from mt_events where type = 'usage.limit_reached'"));
        Assert.Equal(2, Mails(second).Count);
        Assert.Empty(await Alerts(Theirs));
    }

    [Fact]
    public async Task are_told_of_what_came_in_before_a_process_was_killed()
    {
        await Agree(Ours, "traffic", "100", "soft");
        // As though the process had ended before it looked: the events are there, and nobody was told to look.
        await Send(Ours, One("a", "traffic", value: 1));
        await Ask("select 1 from (select 1) x");
        await using (var connection = await Connect())
        await using (var command = new Npgsql.NpgsqlCommand("update usage_events set value = 90; update usage_hours set sum = 90, min = 90, max = 90, latest = 90", connection)) await command.ExecuteNonQueryAsync(Stop);
        Product.Clock.Forward(TimeSpan.FromMinutes(2)); // jobs of a new organisation are planned within a minute
        await Until("80 % are told", async () =>
        {
            await RunJob("usage.limits_looked_over");
            return await Alerts(Ours) is ["client-1 traffic 80 90"] ? "" : null;
        });
    }

    [Fact]
    public async Task that_are_hard_are_told_of_when_something_is_refused()
    {
        await Agree(Ours, "traffic", "10", "hard");
        await Held(Ours, "traffic", "client-1", 11);
        await Until("both thresholds are told", async () => await Alerts(Ours) is ["client-1 traffic 100 0", "client-1 traffic 80 0"] ? "" : null);
        Assert.Single(await Until("one mail goes out", () => Task.FromResult(Mails() is { Count: > 0 } sent ? sent : null)));
    }

    /// <summary>Where a period begins and ends with an hour, the answer comes from the hours alone; it is what the events say all the same.</summary>
    [Theory]
    [InlineData("count", "3")]
    [InlineData("sum", "15")]
    [InlineData("max", "7")]
    [InlineData("latest", "3")]
    [InlineData("average", "5")]
    [InlineData("uniqueCount", "2")]
    public async Task are_asked_of_every_aggregation_over_hours_and_groups(string aggregation, string used)
    {
        await Define(Ours, "load", new { aggregation, property = aggregation == "uniqueCount" ? "user" : null, groupBy = new[] { "region" } });
        object Load(string id, object value, string at, string region, string user = "ada", string subject = "client-1") => Event(id, "load", subject, value, at, new { region, user });
        await Send(Ours,
            Load("a", 7, "2026-05-01T00:00:00+02:00", "north"), Load("b", 5, "2026-05-01T00:20:00+02:00", "south", "bob"), Load("c", 3, "2026-05-20T11:59:59Z", "north"),
            Load("before", 100, "2026-04-30T23:59:59+02:00", "north", "cat"), Load("taken-back", 100, "2026-05-02T00:00:00Z", "south", "eve"), Load("of-another", 100, "2026-05-02T00:00:00Z", "south", "flo", "client-2"));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "taken-back", reason = "Never was" })).Ok();
        Assert.Equal(used, (await Asked(Ours, "load"))["used"]!.GetValue<string>());
        Assert.Equal("0", (await Asked(Ours, "load", "client-3"))["used"]!.GetValue<string>());
        Assert.Equal("0", (await Asked(Theirs, "load"))["used"]!.GetValue<string>());
    }

    private static object One(string id, string meter = "calls", string subject = "client-1", object? value = null) => Event(id, meter, subject, value, Today);

    private static async Task Agree(Visitor who, string meter, string limit, string kind, string subject = "client-1") => (await who.Send(HttpMethod.Put, "/api/usage-limits", new { subject, meter, limit, kind })).Ok();

    private static async Task<JsonNode> Asked(Visitor who, string code, string subject = "client-1") => (await who.Get($"/api/entitlements/{code}?subject={subject}")).Ok();

    private static async Task<List<string>> Codes(Visitor who, params object[] events) => [.. (await Send(who, events))["rejected"]!.AsArray().Select(r => $"{r!["id"]} {r["code"]}")];

    /// <summary>Waits until the intake holds a hard limit, by events that it must refuse.</summary>
    private static Task<string> Held(Visitor who, string meter, string subject, int tooMuch) => Until("the intake has heard of the limit", async () =>
    {
        var id = Guid.NewGuid().ToString();
        if ((await Codes(who, One(id, meter, subject, tooMuch))).Count == 1) return "";
        (await who.Post("/api/usage/events/withdraw", new { id, reason = "The limit did not hold yet" })).Ok();
        return null;
    });

    private static async Task<List<string>> Alerts(Visitor who) =>
        [.. (await who.Get("/api/usage-limits/alerts")).Ok()["items"]!.AsArray().Select(alert => $"{alert!["subject"]} {alert["code"]} {alert["threshold"]} {alert["used"]}").Order(StringComparer.Ordinal)];

    /// <summary>What this node and others have mailed.</summary>
    private List<Mail> Mails(params Running[] others) => [.. others.Prepend(Product).SelectMany(node => node.Post.Sent).Where(sent => sent.Kind == LimitMail.Name).Select(sent => sent.Mail)];
}
