using System.Text.Json.Nodes;

namespace Billing.Host.Tests.Usage;

/// <summary>Usage by window, group and client; every aggregation.</summary>
public class What_a_meter_read : Meadow
{
    [Theory]
    [InlineData("count", "4"), InlineData("sum", "10.5"), InlineData("max", "5"), InlineData("latest", "0.5"), InlineData("average", "2.625"), InlineData("uniqueCount", "2")]
    public async Task follows_its_aggregation(string aggregation, string amount)
    {
        await Define(Ours, "own", new { aggregation, property = aggregation == "uniqueCount" ? "user" : null });
        await Send(Ours, One("1", 2, "10T08:00:00Z", "u1"), One("2", 5, "10T08:30:00Z", "u2"), One("3", 3, "12T09:00:00Z", "u1"), One("4", 0.5m, "31T21:59:59Z", "u2"));
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), (await Total(Ours, "own")).Amount);
        // From within an hour: what is at its edges is read from the events.
        var edge = await Total(Ours, "own", "from=2026-03-10T08:30:00Z&to=2026-03-12T09:00:00Z");
        Assert.Equal((aggregation is "count" or "uniqueCount" ? 1 : 5, 1), edge);

        object One(string id, decimal value, string at, string user) => Event(id, "own", value: value, at: "2026-03-" + at, properties: new { user });
    }

    [Fact]
    public async Task of_a_level_is_weighed_by_the_time_it_held()
    {
        await Define(Ours, "level", new { aggregation = "weightedSum" });
        await Send(Ours, Event("before", "level", value: 10, at: "2026-02-20T00:00:00Z"), Event("up", "level", value: 30, at: "2026-03-02T00:00:00Z"), Event("down", "level", value: 0, at: "2026-03-03T00:00:00Z"));
        var days = await Days("level", "from=2026-03-01T00:00:00Z&to=2026-03-04T00:00:00Z");
        Assert.Equal(13.333333333333m, days.Single());
    }

    [Fact]
    public async Task is_told_by_day_of_the_organisations_zone_and_a_border_belongs_to_the_later_one()
    {
        // Berlin: on 29 March 2026 the clock goes on, that day has 23 hours.
        await Send(Ours, Event("1", at: "2026-03-28T22:59:59Z"), Event("2", at: "2026-03-28T23:00:00Z"), Event("3", at: "2026-03-29T21:59:59Z"), Event("4", at: "2026-03-29T22:00:00Z"));
        var items = (await Ours.Get("/api/meters/calls/usage?from=2026-03-28T00:00:00%2B01:00&to=2026-03-31T00:00:00%2B02:00&window=day")).Ok()["items"]!.AsArray();
        Assert.Equal(
            ["2026-03-28T00:00:00+01:00 1", "2026-03-29T00:00:00+01:00 2", "2026-03-30T00:00:00+02:00 1"],
            items.Select(item => $"{item!["from"]} {item["amount"]}"));
    }

    [Fact]
    public async Task counts_a_border_once_in_a_zone_of_forty_five_minutes()
    {
        (await Ours.Patch("/api/tenants/me", new { timeZone = "Asia/Kathmandu" })).Ok();
        await Send(Ours, [.. Enumerable.Range(0, 48 * 12).Select(i => Event($"k{i}", "traffic", value: 1, at: new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero).AddMinutes(5 * i).ToString("O", System.Globalization.CultureInfo.InvariantCulture)))]);
        var days = (await Ours.Get("/api/meters/traffic/usage?from=2026-03-10T00:00:00Z&to=2026-03-12T00:00:00Z&window=day")).Ok()["items"]!.AsArray();
        // A day begins at 18:15 UTC there: 18 ¼ hours, 24 hours, 5 ¾ hours.
        Assert.Equal(["219", "288", "69"], days.Select(day => day!["amount"]!.GetValue<string>()));
        var hours = (await Ours.Get("/api/meters/traffic/usage?from=2026-03-10T00:00:00Z&to=2026-03-12T00:00:00Z&window=hour")).Ok()["items"]!.AsArray();
        Assert.Equal((49, "3", "12"), (hours.Count, hours[0]!["amount"]!.GetValue<string>(), hours[1]!["amount"]!.GetValue<string>()));
        Assert.Equal(576, hours.Sum(hour => int.Parse(hour!["amount"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task is_told_apart_by_properties_and_by_client()
    {
        await Send(Ours,
            Event("1", "traffic", "c1", 5, properties: new { region = "eu", model = "a" }), Event("2", "traffic", "c1", 7, properties: new { region = "eu", model = "b" }),
            Event("3", "traffic", "c2", 1, properties: new { region = "us", model = "a" }), Event("4", "traffic", "c2", 2));
        Assert.Equal(["{\"region\":\"\"} 2", "{\"region\":\"eu\"} 12", "{\"region\":\"us\"} 1"], await Groups("groupBy=region"));
        Assert.Equal(["{\"model\":\"a\",\"region\":\"eu\"} 5", "{\"model\":\"b\",\"region\":\"eu\"} 7"], await Groups("groupBy=model,region&subject=c1"));
        Assert.Equal((3, 2), await Total(Ours, "traffic", "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&subject=c2"));
        Assert.Equal(["{\"subject\":\"c1\"} 12", "{\"subject\":\"c2\"} 3"], await Groups("groupBy=subject"));
        Assert.Equal((15, 4), await Total(Ours, "traffic", "from=2026-03-10&to=2026-03-11&window=day"));
        (await Ours.Get("/api/meters/traffic/usage?from=tomorrow")).Refused("bad-request", 400);
        (await Ours.Get("/api/meters/traffic/usage?groupBy=colour")).Refused("bad-request", 400);

        async Task<IEnumerable<string>> Groups(string query) =>
            (await Ours.Get($"/api/meters/traffic/usage?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&{query}")).Ok()["items"]!.AsArray().Select(item => $"{item!["group"]!.ToJsonString()} {item["amount"]}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task leaves_out_what_its_filters_do_not_let_through()
    {
        await Define(Ours, "errors", new { aggregation = "count", filters = new[] { new { property = "status", values = new[] { "500", "502" } } } });
        await Send(Ours, Event("1", "errors", properties: new { status = 500 }), Event("2", "errors", properties: new { status = "502" }), Event("3", "errors", properties: new { status = 200 }), Event("4", "errors"));
        Assert.Equal((2, 2), await Total(Ours, "errors"));
        Assert.Equal("", await Difference());
    }

    [Fact]
    public async Task of_another_organisation_is_not_to_be_found()
    {
        await Define(Theirs, "secret", new { aggregation = "sum" });
        (await Ours.Get("/api/meters/secret/usage")).Refused("not-found", 404);
        (await Ours.Get("/api/meters/secret")).Refused("not-found", 404);
        Assert.Equal("unknown-meter", (await Send(Ours, Event("x", "secret")))["rejected"]![0]!["code"]!.GetValue<string>());
    }

    private async Task<IEnumerable<decimal>> Days(string meter, string query) =>
        (await Ours.Get($"/api/meters/{meter}/usage?{query}")).Ok()["items"]!.AsArray().Select((JsonNode? item) => decimal.Parse(item!["amount"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
}
