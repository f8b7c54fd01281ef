namespace Billing.Host.Tests.Usage;

/// <summary>Usage that came added up: counters add up, levels never do.</summary>
public class Usage_that_is_reported : Meadow
{
    [Fact]
    public async Task adds_up_where_it_is_counted_and_never_where_it_is_a_level()
    {
        await Report("api_calls", 100, 3);
        await Report("api_calls", 50, 2);
        await Report("storage", 10, 3);
        await Report("storage", 30, 2);
        (await Ours.Post("/api/meters", new { code = "seats", name = "Seats", rule = new { aggregation = "max" } })).Ok(201);
        await Report("seats", 7, 3);
        await Report("seats", 5, 2);
        var summary = (await Ours.Get("/api/usage/summary?days=30")).Ok()["items"]!.AsArray();
        Assert.Equal(["api_calls sum 150", "seats max 7", "storage average 20"], summary.Select(item => $"{item!["metricType"]} {item["aggregation"]} {item["amount"]}"));
        Assert.Equal(["150", "5", "30"], (await Ours.Get("/api/usage/stats")).Ok()["items"]!.AsArray().Select(item => item!["metricType"]!.GetValue<string>() == "api_calls" ? item["amount"]!.GetValue<string>() : item["latest"]!.GetValue<string>()));
        Assert.Empty((await Theirs.Get("/api/usage/stats")).Ok()["items"]!.AsArray());
        Assert.Empty((await Ours.Get("/api/usage/summary?days=1")).Ok()["items"]!.AsArray());
        (await Ours.Get("/api/usage/summary?days=0")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task counts_once_for_a_period_and_the_later_report_stands()
    {
        await Report("api_calls", 100, 3);
        await Report("api_calls", 100, 3);
        Assert.Equal("(1)", await Ask("select count(*) from usage_reports"));
        await Report("api_calls", 90, 3);
        Assert.Equal("(2)", await Ask("select count(*) from usage_reports"));
        Assert.Equal("90", (await Ours.Get("/api/usage/stats")).Ok()["items"]![0]!["amount"]!.GetValue<string>());
        var listed = (await Ours.Get("/api/usage/metrics?metricType=api_calls")).Ok()["items"]!.AsArray();
        Assert.Equal(("90", "eu"), (listed.Single()!["value"]!.GetValue<string>(), listed[0]!["metadata"]!["region"]!.GetValue<string>()));
        Assert.Empty((await Theirs.Get("/api/usage/metrics")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task is_refused_where_its_period_makes_no_sense()
    {
        var now = Product.Clock.GetUtcNow();
        (await Ours.Post("/api/usage", new { metricType = "api_calls", metricName = "requests", value = "1", periodStart = now, periodEnd = now })).Refused("period-ends-first");
        (await Ours.Post("/api/usage", new { metricType = "", metricName = "requests", value = "1", periodStart = now.AddDays(-1), periodEnd = now })).Refused("name-missing");
        (await Ours.Post("/api/usage", new { metricType = "api_calls", metricName = "requests", value = "1", periodStart = now.AddDays(3), periodEnd = now.AddDays(4) })).Refused("too-far-ahead");
    }

    private async Task Report(string type, int value, int daysAgo)
    {
        var day = new DateTimeOffset(Product.Clock.GetUtcNow().UtcDateTime.Date.AddDays(-daysAgo), TimeSpan.Zero);
        (await Ours.Post("/api/usage", new { metricType = type, metricName = "of all", value = $"{value}", unit = "pieces", periodStart = day, periodEnd = day.AddDays(1), metadata = new { region = "eu" } })).Ok(201);
    }
}
