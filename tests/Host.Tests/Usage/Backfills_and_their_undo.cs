using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Identity;
using Npgsql;

namespace Billing.Host.Tests.Usage;

/// <summary>A batch of usage comes in beside what is sent every day, and goes as a whole.</summary>
public class Backfills_and_their_undo : Meadow
{
    [Fact]
    public async Task counts_what_it_brought_for_each_meter()
    {
        var id = await Open(Ours, "March");
        await Into(Ours, id, Event("a", "traffic", value: 5), Event("b", "traffic", value: "2.5"), Event("c"), Event("a", "traffic", value: 5));
        await Send(Ours, Event("daily", "traffic", value: 1));
        var card = (await Ours.Get($"/api/usage/backfills/{id}")).Ok();
        Assert.Equal(("March", "open", 3, "Ann Owner"), (card["name"]!.GetValue<string>(), card["state"]!.GetValue<string>(), card["events"]!.GetValue<int>(), card["openedBy"]!.GetValue<string>()));
        Assert.Equal(["calls 1 1", "traffic 2 7.5"], card["meters"]!.AsArray().Select(meter => $"{meter!["meter"]} {meter["events"]} {meter["value"]}"));
        Assert.Equal((8.5m, 3), await Total(Ours, "traffic"));
        Assert.Single((await Ours.Get("/api/usage/backfills")).Ok()["items"]!.AsArray());
        Assert.Empty((await Theirs.Get("/api/usage/backfills")).Ok()["items"]!.AsArray());
        (await Theirs.Get($"/api/usage/backfills/{id}")).Refused("not-found", 404);
        (await Theirs.Post($"/api/usage/backfills/{id}/undo", new { reason = "x" })).Refused("not-found", 404);
        (await Theirs.Post($"/api/usage/backfills/{id}/events", new[] { Event("x") })).Refused("not-found", 404);
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task is_undone_as_a_whole_and_only_it()
    {
        await Send(Ours, Event("daily", "traffic", value: 1));
        await Send(Theirs, Event("a", "traffic", value: 5));
        var id = await Open(Ours);
        await Into(Ours, id, Event("a", "traffic", value: 5), Event("daily", "traffic", value: 1), Event("b", "traffic", value: 2, at: "2026-03-11T00:00:00Z"));
        var asked = await Ours.Post($"/api/usage/backfills/{id}/undo", new { reason = "Wrong unit" });
        Assert.Equal("undoing", asked.Ok(202)["state"]!.GetValue<string>());
        Assert.Equal((2, "Wrong unit"), await Undone(Ours, id));
        Assert.Equal((1, 1), await Total(Ours, "traffic"));
        Assert.Equal((5, 1), await Total(Theirs, "traffic"));
        (await Ours.Post($"/api/usage/backfills/{id}/undo", new { reason = "Again" })).Ok(202);
        Assert.Equal((2, "Wrong unit"), await Undone(Ours, id));
        (await Ours.Post($"/api/usage/backfills/{id}/events", new[] { Event("z") })).Refused("backfill-undone");
        (await Ours.Post($"/api/usage/backfills/{id}/close", new { })).Refused("backfill-undone");
        Assert.Equal("(usage.backfill_opened)\n(usage.backfill_undo_asked)\n(usage.backfill_undone)", await Ask($"select type from mt_events where stream_id = '{id}' order by version"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task frees_its_ids_so_that_they_can_be_sent_again()
    {
        var first = await Open(Ours);
        await Into(Ours, first, Event("a", "traffic", value: 500), Event("b", "traffic", value: 7), Event("c", "traffic", value: 9));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "b", reason = "Never was" })).Ok();
        (await Ours.Post("/api/usage/events/amend", new { id = "c", reason = "Later", value = "8", at = "2026-03-20T00:00:00Z" })).Ok();
        (await Ours.Post($"/api/usage/backfills/{first}/undo", new { reason = "Wrong unit" })).Ok(202);
        Assert.Equal((2, "Wrong unit"), await Undone(Ours, first));
        Assert.Equal((0, 0), await Total(Ours, "traffic"));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "a", reason = "x" })).Refused("not-found", 404);

        var second = await Open(Ours);
        var answer = await Into(Ours, second, Event("a", "traffic", value: 5), Event("b", "traffic", value: 7), Event("c", "traffic", value: 3));
        Assert.Equal((2, 1), (answer["accepted"]!.GetValue<int>(), answer["duplicates"]!.GetValue<int>()));
        Assert.Equal((8, 2), await Total(Ours, "traffic"));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "c", reason = "Never was" })).Ok();
        Assert.Equal((5, 1), await Total(Ours, "traffic"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task takes_the_forms_of_the_intake_and_CSV_and_says_what_is_wrong_with_each_line()
    {
        var id = await Open(Ours);
        var csv = "id,meter,subject,value,at,region,model\na,traffic,c1,1.5,2026-03-10T12:00:00Z,eu,\n\n,traffic,c1,1,,,\nb,none,c1,1,,,\nc,traffic,c1,x,,,\n\"d\ne\",traffic,c1,2,2026-03-10T12:00:00Z,us,large\nf,traffic,c1,1,2026-03-10,,\ng,traffic,c1,1,2026-03-10T12:00:00Z,,,,\n";
        var answer = (await Ours.Send(HttpMethod.Post, $"/api/usage/backfills/{id}/events", Encoding.UTF8.GetBytes(csv), ("Content-Type", "text/csv"))).Ok();
        Assert.Equal(["4 id-missing", "5 unknown-meter", "6 value-not-a-number", "9 at-not-an-instant", "10 row-too-long"], answer["rejected"]!.AsArray().Select(r => $"{r!["line"]} {r["code"]}"));
        Assert.Equal(2, answer["accepted"]!.GetValue<int>());
        Assert.Equal("us", (await Ours.Get($"/api/usage/events?id={Uri.EscapeDataString("d\ne")}")).Ok()["items"]![0]!["properties"]!["region"]!.GetValue<string>());
        var lines = (await Ours.Send(HttpMethod.Post, $"/api/usage/backfills/{id}/events", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Event("l1", "traffic")) + "\n\n{\"id\":\n"), ("Content-Type", "application/x-ndjson"))).Ok();
        Assert.Equal(("3 not-json", 1), (Assert.Single(lines["rejected"]!.AsArray().Select(r => $"{r!["line"]} {r["code"]}")), lines["accepted"]!.GetValue<int>()));
        Assert.Equal((4.5m, 3), await Total(Ours, "traffic"));
        (await Ours.Send(HttpMethod.Post, $"/api/usage/backfills/{id}/events", Encoding.UTF8.GetBytes("id,meter\na,traffic\n"), ("Content-Type", "text/csv"))).Refused("column-missing");
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task is_of_a_time_when_a_retired_meter_was_in_use()
    {
        (await Ours.Send(HttpMethod.Delete, "/api/meters/calls")).Ok();
        await Until("the intake has heard of it", async () => (await Send(Ours, Event(Guid.NewGuid().ToString())))["rejected"]!.AsArray() is [{ } one] && one["code"]!.GetValue<string>() == "meter-retired" ? one : null);
        var before = await Total(Ours, "calls");
        var id = await Open(Ours);
        Assert.Equal(1, (await Into(Ours, id, Event("old", at: "2003-05-31T23:59:59Z")))["accepted"]!.GetValue<int>());
        Assert.Equal((1, 1), await Total(Ours, "calls", "from=2003-05-01T00:00:00Z&to=2003-06-01T00:00:00Z"));
        Assert.Equal(before, await Total(Ours, "calls"));
    }

    [Fact]
    public async Task takes_nothing_once_it_is_closed()
    {
        var id = await Open(Ours);
        await Into(Ours, id, Event("a"));
        Assert.Equal("closed", (await Ours.Post($"/api/usage/backfills/{id}/close", new { })).Ok()["state"]!.GetValue<string>());
        (await Ours.Post($"/api/usage/backfills/{id}/events", new[] { Event("b") })).Refused("backfill-closed");
        Assert.Equal((1, 1), await Total(Ours, "calls"));
    }

    [Fact]
    public async Task undone_while_it_is_still_coming_in_leaves_nothing_of_it_behind()
    {
        await Send(Ours, [.. Enumerable.Range(0, 100).Select(i => Event($"daily{i}", "traffic", $"c{i % 5}", 1))]);
        var id = await Open(Ours);
        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, 4).Select(async sender =>
            {
                for (var batch = 0; batch < 20; batch++) await Ours.Post($"/api/usage/backfills/{id}/events", Enumerable.Range(0, 50).Select(i => Event($"n{sender}-{batch}-{i}", "traffic", $"c{i % 5}", 1, $"2026-03-{1 + (i % 28):00}T12:00:00Z")).ToArray());
            })),
            Task.WhenAll(Enumerable.Range(0, 2).Select(async sender =>
            {
                for (var batch = 0; batch < 20; batch++) await Send(Ours, [.. Enumerable.Range(0, 20).Select(i => Event($"d{sender}-{batch}-{i}", "traffic", $"c{i % 5}", 1, $"2026-03-{1 + (i % 28):00}T12:00:00Z"))]);
            })),
            Undo());
        var (withdrawn, _) = await Undone(Ours, id);
        Assert.True(withdrawn > 0);
        Assert.Equal((900, 900), await Total(Ours, "traffic"));
        Assert.Equal("(0)", await Ask("select count(*) from usage_events where backfill is not null and not withdrawn"));
        Assert.Equal($"({withdrawn})", await Ask("select sum(events) from usage_backfill_meters"));
        Assert.Equal("(900)", await Ask("select count(*) from usage_keys"));
        Assert.Equal("", await Difference());

        async Task Undo()
        {
            await Until("something has come in", async () => (await Ask("select 1 from usage_backfill_meters having sum(events) > 300")) is "" ? null : "");
            (await Ours.Post($"/api/usage/backfills/{id}/undo", new { reason = "Too soon" })).Ok(202);
        }
    }

    [Fact]
    public async Task killed_in_the_middle_of_its_undo_goes_on_where_it_was()
    {
        var id = await Open(Ours);
        for (var part = 0; part < 2; part++) await Into(Ours, id, [.. Enumerable.Range(part * 6_000, 6_000).Select(i => Event($"e{i}", "traffic", $"c{i % 3}", 1, $"2026-03-{1 + (i / 500):00}T{i % 24:00}:00:00Z"))]);
        // The hour of the very last event is held, so that the undo waits in the midst of its last transaction until its connection is cut.
        await using (var holder = await Connect())
        {
            await using var held = await holder.BeginTransactionAsync(Stop);
            await using (var hold = new NpgsqlCommand("select from usage_hours where hour >= '2026-03-24Z' for update", holder, held)) await hold.ExecuteNonQueryAsync(Stop);
            (await Ours.Post($"/api/usage/backfills/{id}/undo", new { reason = "Wrong unit" })).Ok(202);
            await Until("the undo waits for the hour", async () => await Ask("select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query like '%usage_hours%'") is { Length: > 0 } pid ? pid : null);
            Assert.Equal("(10000)", await Ask("select count(*) from usage_events where withdrawn"));
            Assert.Equal("", await Difference());
            await Ask("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query like '%usage_hours%'");
        }
        Assert.Equal((12_000, "Wrong unit"), await Undone(Ours, id));
        Assert.Equal((0, 0), await Total(Ours, "traffic"));
        Assert.Equal("(0,0)", await Ask("select (select count(*) from usage_hours), (select count(*) from usage_keys)"));
        Assert.Equal("(1)", await Ask("select count(*) from mt_events where type = 'usage.backfill_undone'"));
    }

    [Fact]
    public async Task takes_maximum_latest_and_different_items_back_with_it()
    {
        foreach (var (code, aggregation) in new[] { ("peak", "max"), ("last", "latest"), ("users", "uniqueCount") }) await Define(Ours, code, new { aggregation, property = aggregation == "uniqueCount" ? "user" : null });
        var codes = new[] { "peak", "last", "users" };
        await Send(Ours, [.. codes.Select(code => One(code, 1, 3, "10:05", "u1"))]);
        var id = await Open(Ours);
        await Into(Ours, id, [.. codes.SelectMany(code => new[] { One(code, 2, 9, "10:45", "u2"), One(code, 3, 9, "11:50", "u3") })]);
        Assert.Equal((9, 9, 3), ((await Total(Ours, "peak")).Amount, (await Total(Ours, "last")).Amount, (await Total(Ours, "users")).Amount));
        (await Ours.Post($"/api/usage/backfills/{id}/undo", new { reason = "Twice" })).Ok(202);
        await Undone(Ours, id);
        Assert.Equal((3, 3, 1), ((await Total(Ours, "peak")).Amount, (await Total(Ours, "last")).Amount, (await Total(Ours, "users")).Amount));
        Assert.Equal("", await Difference());

        object One(string code, int n, int value, string at, string user) => Event($"{code}{n}", code, value: value, at: $"2026-03-10T{at}:00Z", properties: new { user });
    }

    private static async Task<string> Open(Visitor who, string name = "Old usage") => (await who.Post("/api/usage/backfills", new { name })).Ok(201)["id"]!.GetValue<string>();

    private static async Task<JsonNode> Into(Visitor who, string id, params object[] events) => (await who.Post($"/api/usage/backfills/{id}/events", events)).Ok();

    private static async Task<(long Withdrawn, string Reason)> Undone(Visitor who, string id)
    {
        var card = await Until("the back-fill is undone", async () => (await who.Get($"/api/usage/backfills/{id}")).Ok() is var now && now["state"]!.GetValue<string>() == "undone" ? now : null);
        return (card["withdrawn"]!.GetValue<long>(), card["undoReason"]!.GetValue<string>());
    }
}
