using System.Globalization;
using System.Text;
using System.Text.Json;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Usage;

/// <summary>Every event counts once, whatever happens on its way.</summary>
public class Usage_that_comes_in : Meadow
{
    [Fact]
    public async Task counts_once_however_often_it_is_sent()
    {
        var first = await Send(Ours, Event("a"), Event("b"), Event("a"));
        var again = await Send(Ours, Event("a"), Event("b", at: "2026-03-11T00:00:00Z"), Event("c"));
        Assert.Equal((2, 1), (first["accepted"]!.GetValue<int>(), first["duplicates"]!.GetValue<int>()));
        Assert.Equal((1, 2), (again["accepted"]!.GetValue<int>(), again["duplicates"]!.GetValue<int>()));
        Assert.Equal((3, 3), await Total(Ours, "calls"));
        Assert.Equal((0, 0), await Total(Theirs, "calls"));
        Assert.Equal(1, (await Send(Theirs, Event("a")))["accepted"]!.GetValue<int>());
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task under_one_id_with_other_content_is_told_and_the_first_stands()
    {
        await Send(Ours, Event("a", "traffic", value: 5));
        var answer = await Send(Ours, Event("a", "traffic", value: 6), Event("b", "traffic", value: 1), Event("b", "traffic", value: 2));
        Assert.Equal([0, 2], answer["rejected"]!.AsArray().Select(r => r!["index"]!.GetValue<int>()));
        Assert.All(answer["rejected"]!.AsArray(), r => Assert.Equal("id-of-another-event", r!["code"]!.GetValue<string>()));
        Assert.Equal((6, 2), await Total(Ours, "traffic"));
    }

    [Fact]
    public async Task is_rejected_one_by_one_and_the_good_ones_are_kept()
    {
        var far = DateTimeOffset.UtcNow.AddDays(2).ToString("O", CultureInfo.InvariantCulture);
        var body = $$$"""
            [{"id":"1","meter":"calls","subject":"s"}, {"meter":"calls","subject":"s"}, {"id":"3","meter":"none","subject":"s"}, {"id":"4","meter":"traffic","subject":"s","value":NaN},
             {"id":"5","meter":"traffic","subject":"s","value":1e400}, {"id":"6","meter":"calls","subject":"s","at":"{{{far}}}"}, {"id":"7","meter":"calls","subject":"s","at":"2026-03-10T12:00:00"},
             {"id":"8","meter":"traffic","subject":"s","value":0.1234567890123}, {"id":"9","meter":"calls","subject":"s","colour":"red"}, 5, {"id":"11","meter":"calls"}, {"id":"12","meter":"traffic","subject":"s","value":"1.5"},
             {"id":"13","meter":"traffic","subject":"s","value":"NaN"}, {"id":"a b]}\"c","meter":"calls","subject":"s"}, {"id":"15","id":"16","meter":"calls","subject":"s"}, {"id":"\u0000","meter":"calls","subject":"s"}]
            """;
        var answer = (await Ours.Post("/api/usage/events", body)).Ok();
        Assert.Equal(
            ["1 id-missing", "2 unknown-meter", "3 not-json", "4 value-out-of-range", "5 too-far-ahead", "6 at-not-an-instant", "7 too-fine", "8 unknown-field", "9 not-an-object", "10 subject-missing", "12 value-not-a-number", "14 field-twice", "15 bad-character"],
            answer["rejected"]!.AsArray().Select(r => $"{r!["index"]} {r["code"]}"));
        Assert.Equal((3, 13), (answer["accepted"]!.GetValue<int>(), answer["rejectedInAll"]!.GetValue<int>()));
        Assert.All(answer["rejected"]!.AsArray(), r => Assert.False(string.IsNullOrWhiteSpace(r!["message"]!.GetValue<string>())));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task beyond_ten_thousand_in_an_array_is_told_to_come_again()
    {
        var body = JsonSerializer.Serialize(Enumerable.Range(0, 10_001).Select(i => Event($"n{i}")));
        var answer = (await Ours.Post("/api/usage/events", body)).Ok();
        Assert.Equal(10_000, answer["accepted"]!.GetValue<int>());
        Assert.Equal("10000 too-many", Assert.Single(answer["rejected"]!.AsArray().Select(r => $"{r!["index"]} {r["code"]}")));
        Assert.Equal((10_000, 10_000), await Total(Ours, "calls"));
    }

    [Fact]
    public async Task comes_packed_and_in_lines()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => JsonSerializer.Serialize(Event($"l{i}", "traffic", $"client-{i % 7}", i % 10))));
        var answer = (await Ours.Send(HttpMethod.Post, "/api/usage/events", Gzip(lines + "\n\n{\"id\":\n"), ("Content-Type", "application/x-ndjson"), ("Content-Encoding", "gzip"))).Ok();
        Assert.Equal(5_000, answer["accepted"]!.GetValue<int>());
        Assert.Equal("5000 not-json", Assert.Single(answer["rejected"]!.AsArray().Select(r => $"{r!["index"]} {r["code"]}")));
        Assert.Equal((22_500, 5_000), await Total(Ours, "traffic"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task before_the_break_of_half_a_gzip_is_kept()
    {
        var whole = Gzip(JsonSerializer.Serialize(Enumerable.Range(0, 2_000).Select(i => Event(Guid.NewGuid().ToString()))));
        var answer = (await Ours.Send(HttpMethod.Post, "/api/usage/events", whole[..(whole.Length / 2)], ("Content-Type", "application/json"), ("Content-Encoding", "gzip"))).Ok();
        var accepted = answer["accepted"]!.GetValue<int>();
        Assert.InRange(accepted, 500, 1_500);
        Assert.Equal($"{accepted} body-cut", Assert.Single(answer["rejected"]!.AsArray().Select(r => $"{r!["index"]} {r["code"]}")));
        Assert.Equal((accepted, accepted), await Total(Ours, "calls"));
    }

    [Fact]
    public async Task from_many_at_once_is_neither_lost_nor_counted_twice()
    {
        // Each of 12 senders sends 10 batches that overlap with its neighbour's, in another order.
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async sender =>
        {
            for (var batch = 0; batch < 10; batch++)
            {
                var from = (sender / 2 * 1_000) + (batch * 100);
                var events = Enumerable.Range(from, 100).Select(i => Event($"m{i}", "traffic", $"client-{i % 5}", i % 3, $"2026-03-{1 + (i % 28):00}T{i % 24:00}:00:00Z"));
                await Send(Ours, [.. sender % 2 == 0 ? events : events.Reverse()]);
            }
        }));
        Assert.Equal((6_000, 6_000), await Total(Ours, "traffic"));
        Assert.Equal("(6000,6000)", await Ask("select (select count(*) from usage_keys), (select count(*) from usage_events)"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task of_any_month_finds_its_place()
    {
        await Send(Ours, Event("old", at: "2003-05-31T23:59:59.999999Z"), Event("border", at: "2003-06-01T00:00:00Z"));
        Assert.Equal((1, 1), await Total(Ours, "calls", "from=2003-05-01T00:00:00Z&to=2003-06-01T00:00:00Z"));
        Assert.Equal((1, 1), await Total(Ours, "calls", "from=2003-06-01T00:00:00Z&to=2003-07-01T00:00:00Z"));
    }

    [Fact]
    public async Task is_seen_by_nobody_else_in_the_database_either()
    {
        await Send(Ours, Event("a"));
        await using var connection = await Connect();
        foreach (var table in (string[])["usage_keys", "usage_events", "usage_hours", "usage_items", "usage_subjects", "usage_tenants", "usage_meters"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"begin; set local role billing_web; select set_config('billing.tenant', 'nobody', true); select count(*) from {table}; rollback";
            await using var reader = await command.ExecuteReaderAsync(Stop);
            while (reader.FieldCount == 0 || reader.GetName(0) != "count") await reader.NextResultAsync(Stop);
            Assert.True(await reader.ReadAsync(Stop));
            Assert.Equal((table, 0), (table, reader.GetInt64(0)));
        }
    }
}
