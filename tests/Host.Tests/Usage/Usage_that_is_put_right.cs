namespace Billing.Host.Tests.Usage;

/// <summary>Withdrawn and amended usage: amounts, hours and audit log agree, while more comes in.</summary>
public class Usage_that_is_put_right : Meadow
{
    [Fact]
    public async Task counts_no_longer_once_withdrawn_and_its_id_stays_taken()
    {
        await Send(Ours, Event("a", "traffic", value: 5), Event("b", "traffic", value: 2));
        await Send(Theirs, Event("a", "traffic", value: 5));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "a", reason = "Sent by a test" })).Ok();
        (await Ours.Post("/api/usage/events/withdraw", new { id = "a", reason = "Sent by a test" })).Ok();
        Assert.Equal((2, 1), await Total(Ours, "traffic"));
        Assert.Equal((5, 1), await Total(Theirs, "traffic"));
        Assert.Equal(1, (await Send(Ours, Event("a", "traffic", value: 5)))["duplicates"]!.GetValue<int>());
        Assert.Equal((2, 1), await Total(Ours, "traffic"));
        Assert.Equal("", await Difference());
        Assert.Equal("(1)", await Ask("select count(*) from mt_events where type = 'usage.usage_withdrawn' and tenant_id in (select tenant_id from usage_meters)"));
        (await Ours.Post("/api/usage/events/withdraw", new { id = "none", reason = "x" })).Refused("not-found", 404);
        (await Ours.Post("/api/usage/events/withdraw", new { id = "b", reason = "" })).Refused("reason-missing");
    }

    [Fact]
    public async Task counts_as_what_it_was_amended_to_in_the_hour_it_was_moved_to()
    {
        await Send(Ours, Event("a", "traffic", "c1", 5, properties: new { region = "eu" }), Event("b", "traffic", "c1", 2));
        var amended = (await Ours.Post("/api/usage/events/amend", new { id = "a", reason = "Wrong client", value = "7.5", subject = "c2", at = "2026-03-20T00:00:00Z" })).Ok();
        Assert.Equal(("c2", "7.5"), (amended["subject"]!.GetValue<string>(), amended["value"]!.GetValue<string>()));
        Assert.Equal((2, 1), await Total(Ours, "traffic", "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&subject=c1"));
        Assert.Equal((7.5m, 1), await Total(Ours, "traffic", "from=2026-03-20T00:00:00Z&to=2026-03-20T01:00:00Z&subject=c2&groupBy=region"));
        (await Ours.Post("/api/usage/events/amend", new { id = "a", reason = "Once more", value = "8" })).Ok();
        Assert.Equal((10, 2), await Total(Ours, "traffic"));
        Assert.Equal("", await Difference());
        var shown = (await Ours.Get("/api/usage/events?id=a")).Ok()["items"]!.AsArray();
        Assert.Equal(("8", "c2", "eu"), (shown.Single()!["value"]!.GetValue<string>(), shown[0]!["subject"]!.GetValue<string>(), shown[0]!["properties"]!["region"]!.GetValue<string>()));
        (await Theirs.Post("/api/usage/events/amend", new { id = "a", reason = "x", value = "1" })).Refused("not-found", 404);
    }

    [Fact]
    public async Task by_many_at_once_counts_once()
    {
        await Send(Ours, Event("a", "traffic", value: 5));
        // Four people go on amending: some read what another is about to replace.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async person =>
        {
            for (var day = 1; day <= 25; day++)
            {
                var answer = await Ours.Post("/api/usage/events/amend", new { id = "a", reason = "Wrong day", value = $"{day}", at = $"2026-03-{day:00}T0{person}:00:00Z" });
                Assert.Contains((int)answer.Status, new[] { 200, 409 });
            }
        }));
        Assert.Equal(1, (await Total(Ours, "traffic")).Events);
        Assert.Equal("(1)", await Ask("select count(*) from usage_events where not withdrawn"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task takes_maximum_latest_and_different_items_back_with_it()
    {
        foreach (var (code, aggregation) in new[] { ("peak", "max"), ("last", "latest"), ("users", "uniqueCount") }) await Define(Ours, code, new { aggregation, property = aggregation == "uniqueCount" ? "user" : null });
        await Send(Ours, [.. new[] { "peak", "last", "users" }.SelectMany(code => new[] { One(code, 1, 3, "10:05", "u1"), One(code, 2, 9, "10:45", "u2"), One(code, 3, 9, "10:50", "u2") })]);
        foreach (var code in new[] { "peak", "last", "users" })
            foreach (var n in new[] { 2, 3 })
                (await Ours.Post("/api/usage/events/withdraw", new { id = $"{code}{n}", reason = "Twice" })).Ok();
        Assert.Equal((3, 3, 1), ((await Total(Ours, "peak")).Amount, (await Total(Ours, "last")).Amount, (await Total(Ours, "users")).Amount));
        Assert.Equal("", await Difference());

        object One(string code, int n, int value, string at, string user) => Event($"{code}{n}", code, value: value, at: $"2026-03-10T{at}:00Z", properties: new { user });
    }

    [Fact]
    public async Task while_more_comes_in_is_neither_lost_nor_counted_twice()
    {
        await Send(Ours, [.. Enumerable.Range(0, 400).Select(i => Event($"e{i}", "traffic", value: 1))]);
        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, 4).Select(async sender =>
            {
                for (var batch = 0; batch < 10; batch++) await Send(Ours, [.. Enumerable.Range(0, 50).Select(i => Event($"n{sender}-{batch}-{i}", "traffic", value: 1))]);
            })),
            Task.WhenAll(Enumerable.Range(0, 4).Select(async part =>
            {
                for (var i = part; i < 200; i += 4) (await Ours.Post("/api/usage/events/withdraw", new { id = $"e{i}", reason = "Twice" })).Ok();
            })));
        Assert.Equal((2_200, 2_200), await Total(Ours, "traffic"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task is_listed_as_it_comes_in()
    {
        await Send(Ours, Event("before", at: "2026-03-20T00:00:00Z"));
        await Send(Theirs, Event("theirs"));
        var taken = (await Ours.Get("/api/usage/events?id=before")).Ok()["items"]![0]!["takenAt"]!.GetValue<DateTimeOffset>();
        var since = taken.AddTicks(10).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty((await Ours.Get($"/api/usage/events?takenSince={since}&sort=-takenAt")).Ok()["items"]!.AsArray());
        await Send(Ours, Event("after", at: "2026-03-01T00:00:00Z"));
        Assert.Equal("after", Assert.Single((await Ours.Get($"/api/usage/events?takenSince={since}&sort=-takenAt")).Ok()["items"]!.AsArray())!["id"]!.GetValue<string>());
        (await Ours.Get("/api/usage/events?takenSince=lately")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task is_listed_page_by_page()
    {
        await Send(Ours, [.. Enumerable.Range(0, 25).Select(i => Event($"p{i:00}", "traffic", $"c{i % 2}", i, $"2026-03-10T12:{i / 5:00}:00Z"))]);
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await Ours.Get($"/api/usage/events?meter=traffic&subject=c0&limit=4&cursor={Uri.EscapeDataString(cursor ?? "")}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            cursor = page["nextCursor"]?.GetValue<string>();
        }
        while (cursor is not null);
        Assert.Equal(13, seen.Distinct().Count());
        Assert.Equal(13, seen.Count);
    }
}
